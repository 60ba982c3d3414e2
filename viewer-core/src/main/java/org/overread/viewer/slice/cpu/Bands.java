// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Spreads the rows of a picture over threads, the caller's among them: an executor that is busy elsewhere costs time,
/// never the picture.
final class Bands {
    /// Rows that a thread takes at a time; of whole pictures the first of them is a multiple of it.
    static final int ROWS = 16;

    /// Draws the rows from `from` to before `to`.
    @FunctionalInterface
    interface Work {
        void rows(int from, int to);
    }

    private final int end;
    private final Work work;
    private final AtomicInteger next;
    private final CountDownLatch open;
    private final AtomicBoolean failed = new AtomicBoolean();

    private Bands(int first, int end, Work work) {
        this.end = end;
        this.work = work;
        next = new AtomicInteger(first);
        open = new CountDownLatch(Math.ceilDiv(end - first, ROWS));
    }

    /// Returns when the rows from `first` to before `end` are drawn; `threads` counts the
    /// caller's.
    static void draw(int first, int end, Executor executor, int threads, Work work) {
        if (threads <= 1) {
            work.rows(first, end);
            return;
        }
        Bands bands = new Bands(first, end, work);
        for (int helper = 1; helper < threads; helper++) {
            executor.execute(bands::takeAll);
        }
        bands.takeAll();
        bands.await();
        if (bands.failed.get()) {
            throw new IllegalStateException("a part of the picture failed");
        }
    }

    private void takeAll() {
        int from;
        while ((from = next.getAndAdd(ROWS)) < end) {
            boolean drawn = false;
            try {
                work.rows(from, Math.min(from + ROWS, end));
                drawn = true;
            } finally {
                if (!drawn) {
                    failed.set(true);
                }
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
