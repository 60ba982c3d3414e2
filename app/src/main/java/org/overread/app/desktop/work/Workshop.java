// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Does work off the FX thread and brings its answer back to it.
///
/// Start and cancel on the FX thread. Whatever was cancelled stays silent, even if its answer was on the way already.
public final class Workshop {
    /// Counted work that is shown in MB.
    public static final String BYTES = "bytes";

    private final Executor ui;
    private final Executor compute;
    private final Executor io;
    private final LongSupplier nanoTime;
    private final ObservableList<Running> running = FXCollections.observableArrayList();
    private final ObservableList<Running> readOnly =
            FXCollections.unmodifiableObservableList(running);
    private long lastTicket;

    /// `ui` hands to the FX thread, `compute` is bounded, `io` may block.
    public Workshop(Executor ui, Executor compute, Executor io, LongSupplier nanoTime) {
        this.ui = ui;
        this.compute = compute;
        this.io = io;
        this.nanoTime = nanoTime;
    }

    /// Starts work that computes. `done` or `failed` is called on the FX thread, unless the work was cancelled.
    public <T> Running compute(
            String name, Job<T> job, Consumer<T> done, Consumer<Throwable> failed) {
        return start(compute, name, job, done, failed);
    }

    /// Starts work that reads or writes files or the network.
    public <T> Running readOrWrite(
            String name, Job<T> job, Consumer<T> done, Consumer<Throwable> failed) {
        return start(io, name, job, done, failed);
    }

    /// Hands what a job has to say before it ends to the FX thread.
    public void tell(Runnable said) {
        ui.execute(said);
    }

    /// What is in progress, the oldest first; live and read-only.
    public ObservableList<Running> running() {
        return readOnly;
    }

    public void cancelAll() {
        running.stream().toList().forEach(Running::cancel);
    }

    private <T> Running start(
            Executor executor,
            String name,
            Job<T> job,
            Consumer<T> done,
            Consumer<Throwable> failed) {
        var work = new Running(++lastTicket, name, nanoTime.getAsLong());
        running.add(work);
        // a FutureTask keeps whatever the job throws, errors too, and gives it back to us
        var task =
                new FutureTask<T>(() -> job.run(work.cancel, work.progress::set)) {
                    @Override
                    protected void done() {
                        ui.execute(() -> finish(work, this, done, failed));
                    }
                };
        executor.execute(task);
        return work;
    }

    private <T> void finish(
            Running work, FutureTask<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        running.remove(work);
        if (work.cancel.isCancelled()) {
            return;
        }
        switch (task.state()) {
            case SUCCESS -> done.accept(task.resultNow());
            case FAILED -> failed.accept(cause(task.exceptionNow()));
            case CANCELLED, RUNNING -> {}
        }
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }

    /// A piece of work that was started. Its state is asked for, not pushed: progress may come thousands of times a
    /// second, the screen wants ten.
    public final class Running {
        private final long ticket;
        private final String name;
        private final long startedNanos;
        private final CancelToken cancel = new CancelToken();
        private final AtomicReference<Progress> progress =
                new AtomicReference<>(new Progress(0, 0));
        private Runnable whenCancelled = () -> {};
        private String counted = "";

        private Running(long ticket, String name, long startedNanos) {
            this.ticket = ticket;
            this.name = name;
            this.startedNanos = startedNanos;
        }

        /// How it stands now.
        public BackgroundWork look() {
            return new BackgroundWork(
                    ticket,
                    name,
                    progress.get(),
                    counted,
                    Duration.ofNanos(nanoTime.getAsLong() - startedNanos));
        }

        /// Asks it to stop; it is no longer listed and will not answer.
        public void cancel() {
            boolean first = !cancel.isCancelled();
            cancel.cancel();
            running.remove(this);
            if (first) {
                whenCancelled.run();
            }
        }

        /// Who brings the screen back to what is true when a person gives the work up, wherever they do. FX thread.
        public void whenCancelled(Runnable then) {
            whenCancelled = then;
        }

        /// What its progress counts: a plural such as `slices`, or [#BYTES]. FX thread.
        public void counting(String what) {
            counted = what;
        }

        public boolean isCancelled() {
            return cancel.isCancelled();
        }
    }
}
