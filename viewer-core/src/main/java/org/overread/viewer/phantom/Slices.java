// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Runs work on every slice of a volume and waits for it; called from outside the executor's threads.
final class Slices {
    private Slices() {}

    static void forEach(
            int count,
            Executor executor,
            Progress.Listener listener,
            CancelToken cancel,
            IntConsumer work) {
        var done = new AtomicInteger();
        var tasks = new CompletableFuture<?>[count];
        for (int k = 0; k < count; k++) {
            int slice = k;
            tasks[k] =
                    CompletableFuture.runAsync(
                            () -> {
                                cancel.check();
                                work.accept(slice);
                                listener.progress(new Progress(done.incrementAndGet(), count));
                            },
                            executor);
        }
        try {
            CompletableFuture.allOf(tasks).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case CancellationException cancelled -> throw cancelled;
                case null, default -> throw e;
            }
        }
    }
}
