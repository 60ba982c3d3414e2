// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.fence.CatchesEverything;

/// Spreads the rows of a picture over threads, the caller's among them: an executor that is busy elsewhere costs time,
/// never the picture.
@CatchesEverything("what one thread fails of is thrown to the caller when all others have ended")
final class Bands {
    /// Rows that a thread takes at a time; of whole pictures the first of them is a multiple of it.
    static final int ROWS = 16;

    /// Draws the rows from `from` to before `to`.
    @FunctionalInterface
    interface Work {
        void rows(int from, int to);
    }

    private final int end;
    private final Supplier<Work> hands;
    private final AtomicInteger next;
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Bands(int first, int end, Supplier<Work> hands) {
        this.end = end;
        this.hands = hands;
        next = new AtomicInteger(first);
        open = new CountDownLatch(Math.ceilDiv(end - first, ROWS));
    }

    /// Returns when the rows from `first` to before `end` are drawn; `threads` counts the
    /// caller's. Each asks `hands` once, so that room for a row is made for a thread and not for a band.
    static void draw(int first, int end, Executor executor, int threads, Supplier<Work> hands) {
        if (threads <= 1) {
            hands.get().rows(first, end);
            return;
        }
        Bands bands = new Bands(first, end, hands);
        for (int helper = 1; helper < threads; helper++) {
            executor.execute(bands::takeAll);
        }
        bands.takeAll();
        bands.await();
        switch (bands.failure.get()) {
            case null -> {}
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException("a part of the picture failed", e);
        }
    }

    private void takeAll() {
        Work work = null;
        int from;
        while ((from = next.getAndAdd(ROWS)) < end) {
            try {
                if (failure.get() == null) {
                    work = work == null ? hands.get() : work;
                    work.rows(from, Math.min(from + ROWS, end));
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                open.countDown();
            }
        }
    }

    /// Waits in any case: helpers write into the caller's picture.
    private void await() {
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
