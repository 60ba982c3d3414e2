// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.overread.app.desktop.draw.DrawDesk;

/// Work of one tool off the FX thread: one thing at a time, in the order asked, the answers on the FX thread. FX thread.
final class Lane {
    private final DrawDesk desk;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AtomicLong newest = new AtomicLong();
    private boolean busy;

    Lane(DrawDesk desk) {
        this.desk = desk;
    }

    <T> void run(Supplier<T> work, Consumer<T> then) {
        waiting.add(
                () -> {
                    T made = work.get();
                    desk.ui().execute(() -> then.accept(made));
                });
        next();
    }

    /// Work that is of no use any more once newer work of this kind is asked for.
    <T> void newest(Supplier<T> work, Consumer<T> then) {
        long ticket = newest.incrementAndGet();
        run(
                () -> ticket == newest.get() ? Optional.of(work.get()) : Optional.<T>empty(),
                made -> {
                    if (ticket == newest.get()) {
                        made.ifPresent(then);
                    }
                });
    }

    /// Nobody waits for the newest work any more.
    void forget() {
        newest.incrementAndGet();
    }

    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Runnable work = waiting.remove();
        desk.compute()
                .execute(
                        () -> {
                            try {
                                work.run();
                            } finally {
                                desk.ui()
                                        .execute(
                                                () -> {
                                                    busy = false;
                                                    next();
                                                });
                            }
                        });
    }
}
