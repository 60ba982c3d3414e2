// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.overread.viewer.work.CancelToken;

/// Shares the rows of a picture among threads, the caller's among them; each works with what it was made for it.
final class Rows {
    private final int rows;
    private final CancelToken cancel;
    private final Supplier<IntConsumer> worker;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final CountDownLatch done;

    private Rows(int rows, CancelToken cancel, Supplier<IntConsumer> worker) {
        this.rows = rows;
        this.cancel = cancel;
        this.worker = worker;
        done = new CountDownLatch(rows);
    }

    /// Returns when no thread writes any more; says whether all rows were drawn.
    static boolean share(
            int rows,
            Executor executor,
            int threads,
            CancelToken cancel,
            Supplier<IntConsumer> worker) {
        var shared = new Rows(rows, cancel, worker);
        for (int n = 1; n < threads; n++) {
            executor.execute(shared::take);
        }
        shared.take();
        shared.await();
        if (shared.failed.get()) {
            throw new IllegalStateException("a part of the picture failed");
        }
        return !cancel.isCancelled();
    }

    /// A row that was taken is counted whatever becomes of it.
    private void take() {
        if (next.get() >= rows) {
            return;
        }
        IntConsumer own = worker.get();
        int row;
        while ((row = next.getAndIncrement()) < rows) {
            boolean drawn = false;
            try {
                if (!cancel.isCancelled()) {
                    own.accept(row);
                }
                drawn = true;
            } finally {
                if (!drawn) {
                    failed.set(true);
                }
                done.countDown();
            }
        }
    }

    private void await() {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
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
