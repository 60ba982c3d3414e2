// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.work;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.fence.CatchesEverything;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The hands that share a piece of work: the calling thread and helpers of an executor. An executor that is busy
/// elsewhere costs time, never the result; what is computed never depends on the number of hands.
///
/// Throws [CancellationException] from any of its methods when cancelled.
@CatchesEverything("what a helper throws is thrown again on the thread that asked for the work")
public record Crew(Executor executor, int hands, CancelToken cancel, Progress.Listener listener) {

    public Crew {
        if (hands < 1) {
            throw new IllegalArgumentException("a crew of " + hands);
        }
    }

    /// The calling thread alone.
    public static Crew alone() {
        return new Crew(Runnable::run, 1, new CancelToken(), Progress.Listener.NONE);
    }

    /// The calling thread and helpers, together as many as the machine has cores.
    public static Crew of(Executor executor, CancelToken cancel) {
        return new Crew(
                executor,
                Runtime.getRuntime().availableProcessors(),
                cancel,
                Progress.Listener.NONE);
    }

    public Crew withListener(Progress.Listener other) {
        return new Crew(executor, hands, cancel, other);
    }

    /// Does the work for every number from 0 to before `count`, in any order, and returns when all is done.
    ///
    /// The writes of all hands are visible to the caller afterwards. A fault of one part is thrown here.
    public void each(int count, IntConsumer work) {
        if (count == 0) {
            return;
        }
        var parts = new Parts(count, work);
        for (int helper = 1; helper < Math.min(hands, count); helper++) {
            executor.execute(parts::takeAll);
        }
        parts.takeAll();
        parts.await();
        cancel.check();
        switch (parts.fault.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException fault -> throw fault;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private final class Parts {
        private final int count;
        private final IntConsumer work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final CountDownLatch open;
        private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

        Parts(int count, IntConsumer work) {
            this.count = count;
            this.work = work;
            open = new CountDownLatch(count);
        }

        void takeAll() {
            int n;
            while ((n = next.getAndIncrement()) < count) {
                try {
                    if (!cancel.isCancelled() && fault.get() == null) {
                        work.accept(n);
                    }
                } catch (RuntimeException | Error e) {
                    fault.compareAndSet(null, e);
                } finally {
                    open.countDown();
                }
                listener.progress(new Progress(done.incrementAndGet(), count));
            }
        }

        /// Waits in any case: helpers write into what belongs to the caller.
        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    open.await();
                    break;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
