// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.fence.CatchesEverything;

/// Work on many like things, done by the caller and whoever of its pool is free.
///
/// Helpers begin with the first thing while the caller still finds others; then the caller takes part, so it may itself
/// run on the pool, however small that is. A helper that finds nothing to do leaves: waiting would keep others off the
/// pool.
@CatchesEverything(
        "any failure is carried to the caller, who throws it when nobody is at work any more")
final class SharedWork<T, X extends Exception> {
    /// Hands over the things to do, in the order in which they are taken.
    @FunctionalInterface
    interface Supply<T, X extends Exception> {
        void handTo(Consumer<T> taker) throws X;
    }

    /// Does one thing.
    @FunctionalInterface
    interface Step<T, X extends Exception> {
        void take(T thing) throws X;
    }

    private final ExecutorService pool;
    private final Step<T, X> step;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore helpers = new Semaphore(Runtime.getRuntime().availableProcessors() - 1);
    private final AtomicInteger left = new AtomicInteger(1); // that more may come counts as one
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private SharedWork(ExecutorService pool, Step<T, X> step) {
        this.pool = pool;
        this.step = step;
    }

    /// Returns when all things are done. The first exception ends the work and is thrown here.
    static <T, X extends Exception> void run(
            ExecutorService pool, Supply<T, X> supply, Step<T, X> step)
            throws X, InterruptedException {
        new SharedWork<>(pool, step).run(supply);
    }

    private void run(Supply<T, X> supply) throws X, InterruptedException {
        try {
            supply.handTo(this::add);
        } catch (Throwable e) { // thrown below
            failure.compareAndSet(null, e);
        }
        work();
        finished();
        done.await();
        rethrow();
    }

    private void add(T thing) {
        left.incrementAndGet();
        waiting.add(thing);
        if (helpers.tryAcquire()) {
            try {
                pool.execute(this::help);
            } catch (RejectedExecutionException _) {
                // no permit is given back: the caller does it alone
            }
        }
    }

    private void help() {
        work();
        helpers.release();
    }

    private void work() {
        for (T thing = waiting.poll(); thing != null; thing = waiting.poll()) {
            try {
                if (failure.get() == null) {
                    step.take(thing);
                }
            } catch (Throwable e) { // thrown to the caller
                failure.compareAndSet(null, e);
            } finally {
                finished();
            }
        }
    }

    private void finished() {
        if (left.decrementAndGet() == 0) {
            done.countDown();
        }
    }

    @SuppressWarnings("unchecked") // supply and step throw X or what needs no declaration
    private void rethrow() throws X {
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw (X) e;
        }
    }
}
