// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.time.Duration;
import java.util.ArrayList;

/// Wakes all cores. One that slept takes milliseconds to come up to speed again, more so in a virtual machine; a peer's
/// program wakes its core by starting, before it measures anything, but a turn in this JVM begins where the JVM waited
/// for others.
final class Awake {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private Awake() {}

    static void allCores() throws InterruptedException {
        long end = System.nanoTime() + MOMENT.toNanos();
        var others = new ArrayList<Thread>();
        for (int n = 1; n < Runtime.getRuntime().availableProcessors(); n++) {
            others.add(Thread.ofPlatform().daemon().start(() -> workUntil(end)));
        }
        workUntil(end);
        for (Thread other : others) {
            other.join();
        }
    }

    private static void workUntil(long end) {
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
