// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.fence.CatchesEverything;

/// Work on many like things, done by the caller and whoever of its pool is free.
///
/// The caller takes part, so it may itself run on the pool, however small that is.
@CatchesEverything("any failure of a helper is carried to the caller, who throws it")
final class SharedWork {
    /// Does the n-th thing.
    @FunctionalInterface
    interface Step<X extends Exception> {
        void take(int n) throws X;
    }

    private SharedWork() {}

    /// Takes 0 … count − 1 in this order, several at a time. The first exception ends the work and is thrown here.
    static <X extends Exception> void run(ExecutorService pool, int count, Step<X> step)
            throws X, InterruptedException {
        var loop = new Loop<>(count, step);
        int helpers = Math.min(Runtime.getRuntime().availableProcessors(), count) - 1;
        for (int h = 0; h < helpers; h++) {
            try {
                pool.execute(loop);
            } catch (RejectedExecutionException _) {
                break; // the caller does it alone
            }
        }
        loop.run();
        loop.finish();
    }

    private static final class Loop<X extends Exception> implements Runnable {
        private final int count;
        private final Step<X> step;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch left;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Loop(int count, Step<X> step) {
            this.count = count;
            this.step = step;
            left = new CountDownLatch(count);
        }

        @Override
        public void run() {
            for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        step.take(n);
                    }
                } catch (Throwable e) { // carried to the caller, who throws it
                    failure.compareAndSet(null, e);
                } finally {
                    left.countDown();
                }
            }
        }

        /// What has been taken is done when this returns.
        @SuppressWarnings("unchecked") // a step throws X or what needs no declaration
        void finish() throws X, InterruptedException {
            left.await();
            switch (failure.get()) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw (X) e;
            }
        }
    }
}
