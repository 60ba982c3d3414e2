// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.overread.viewer.fence.CatchesEverything;

/// Threads that compute let those that answer a hand go first where there are fewer cores than work.
///
/// On Linux the JVM does not heed [Thread#setPriority(int)]; there the system is asked, for which a nice value is a
/// thread's own (elsewhere it is the process's). What such a thread starts gives way, too. Where nobody heeds it, all goes
/// on as before.
@CatchesEverything("a foreign function may throw anything, and computing does not depend on it")
final class GivingWay {
    /// A third of what a thread in a hurry gets of a core that both want; that is enough not to starve where other
    /// programs are busy.
    static final int NICE = 5;

    private static final int THREAD = 0; // PRIO_PROCESS
    private static final int OWN = 0;
    private static final Optional<MethodHandle> SET = linked("setpriority", 3);
    private static final Optional<MethodHandle> GET = linked("getpriority", 2);

    private GivingWay() {}

    /// The same threads, but giving way.
    static ThreadFactory threads(ThreadFactory threads) {
        return task ->
                threads.newThread(
                        () -> {
                            giveWay();
                            task.run();
                        });
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing is wrong where nobody heeds it, only slower
    private static void giveWay() {
        Thread.currentThread().setPriority(Thread.NORM_PRIORITY - 1);
        if (SET.isEmpty() || GET.isEmpty()) {
            return;
        }
        try {
            int now = (int) GET.get().invokeExact(THREAD, OWN);
            if (now < NICE) { // who started the program may have asked for less than that
                int _ = (int) SET.get().invokeExact(THREAD, OWN, NICE);
            }
        } catch (Throwable _) {
            // as before, then
        }
    }

    @SuppressWarnings("restricted") // only where native access is enabled
    private static Optional<MethodHandle> linked(String function, int arguments) {
        if (!System.getProperty("os.name", "").startsWith("Linux")
                || !GivingWay.class.getModule().isNativeAccessEnabled()) {
            return Optional.empty();
        }
        var ints = new ValueLayout[arguments];
        Arrays.fill(ints, ValueLayout.JAVA_INT);
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find(function)
                .map(
                        at ->
                                linker.downcallHandle(
                                        at, FunctionDescriptor.of(ValueLayout.JAVA_INT, ints)));
    }
}
