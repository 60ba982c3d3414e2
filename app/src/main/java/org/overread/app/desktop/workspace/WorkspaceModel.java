// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.care.Salvage;
import org.overread.sync.store.db.Refusal;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workspace of the window and everything that is asked of it. FX thread; what blocks runs elsewhere and comes back.
///
/// Changes are made one after another, in the order in which they were asked for, by one thread; questions are answered
/// beside each other.
public final class WorkspaceModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceModel.class);

    private final Path file;
    private final Session session;
    private final Executor ui;
    private final Executor io;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("workspace").factory());
    private final ReadOnlyObjectWrapper<WorkspaceState> state =
            new ReadOnlyObjectWrapper<>(new WorkspaceState.Opening());
    private final ReadOnlyObjectWrapper<Optional<StoreFault>> trouble =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Salvage.Outcome.Recovered>> recovered =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    // of the writer's thread
    private Optional<Workspace> open = Optional.empty();

    private volatile CompletableFuture<WorkspaceState> opening = new CompletableFuture<>();

    /// @param ui hands to the FX thread
    /// @param io may block
    public WorkspaceModel(Path file, Session session, Executor ui, Executor io) {
        this.file = file;
        this.session = session;
        this.ui = ui;
        this.io = io;
    }

    /// Work on a workspace; blocks for the disk.
    @FunctionalInterface
    public interface Work<T> {
        T run(Workspace workspace) throws IOException, InterruptedException;
    }

    public Path file() {
        return file;
    }

    /// Who works here.
    public Session session() {
        return session;
    }

    public ReadOnlyObjectProperty<WorkspaceState> state() {
        return state.getReadOnlyProperty();
    }

    /// Why the last change was not saved, such as a full disk; gone as soon as one is saved again.
    public ReadOnlyObjectProperty<Optional<StoreFault>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// What came of recovering, where that was needed since the program began.
    public ReadOnlyObjectProperty<Optional<Salvage.Outcome.Recovered>> recovered() {
        return recovered.getReadOnlyProperty();
    }

    /// Opens the workspace, or makes it, and looks it over; again where it was refused or is only read.
    public void open() {
        if (state.get().toWrite().isPresent() || isClosed()) {
            return;
        }
        begin();
        writer.execute(
                () -> {
                    open.ifPresent(Workspace::close);
                    enter(opened());
                });
    }

    private void begin() {
        state.set(new WorkspaceState.Opening());
        if (opening.isDone()) {
            opening = new CompletableFuture<>();
        }
    }

    /// How it stands once it is opened, or is found not to open; waits for that. Any thread but the FX thread.
    public WorkspaceState awaitOpened() {
        return opening.join();
    }

    private WorkspaceState opened() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            LOG.warn("the folder of the workspace cannot be made: {}", e.getClass().getName());
            return new WorkspaceState.Refused(
                    Refusal.NO_FOLDER,
                    "The folder of the workspace cannot be made; check its permissions and its disk.");
        }
        return switch (Workspace.open(file, session)) {
            case WorkspaceOpening.Open(Workspace workspace) -> new WorkspaceState.Ready(workspace);
            case WorkspaceOpening.ReadOnly(Workspace workspace, String owner) ->
                    new WorkspaceState.ReadOnly(workspace, owner);
            case WorkspaceOpening.Damaged(var findings) -> new WorkspaceState.Damaged(findings);
            case WorkspaceOpening.Refused(Refusal why, String sentence) ->
                    new WorkspaceState.Refused(why, sentence);
        };
    }

    private void enter(WorkspaceState now) {
        open = now.toRead();
        opening.complete(now);
        ui.execute(
                () -> {
                    if (!isClosed()) {
                        state.set(now);
                    }
                });
    }

    private boolean isClosed() {
        return state.get() instanceof WorkspaceState.Closed;
    }

    /// Sets a damaged file aside and carries what it holds into a new one.
    public void recover() {
        if (state.get() instanceof WorkspaceState.Damaged damaged) {
            begin();
            writer.execute(() -> enter(recovered(damaged)));
        }
    }

    private WorkspaceState recovered(WorkspaceState.Damaged damaged) {
        try {
            return switch (Salvage.run(file, session)) {
                case Salvage.Outcome.Recovered report -> {
                    ui.execute(() -> recovered.set(Optional.of(report)));
                    yield opened();
                }
                case Salvage.Outcome.Unreadable(String why) -> new WorkspaceState.Unreadable(why);
                case Salvage.Outcome.InUse() -> opened();
            };
        } catch (StoreException e) {
            LOG.warn("the workspace was not recovered: {}", e.getMessage());
            ui.execute(() -> trouble.set(Optional.of(e.fault())));
            return damaged;
        } catch (IOException e) {
            LOG.warn("the workspace was not recovered", e);
            ui.execute(() -> trouble.set(Optional.of(StoreFault.IO)));
            return damaged;
        }
    }

    /// Changes the workspace after all changes that were asked for before. `done` or `failed` is called on the FX thread;
    /// what failed is in [#trouble()] too.
    public <T> void change(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        if (isClosed()) {
            failed.accept(new StoreException(StoreFault.CLOSED, ""));
            return;
        }
        run(
                writer,
                () -> open,
                work,
                answer -> {
                    trouble.set(Optional.empty());
                    done.accept(answer);
                },
                cause -> {
                    if (cause instanceof StoreException e) {
                        trouble.set(Optional.of(e.fault()));
                    }
                    failed.accept(cause);
                });
    }

    /// Asks the workspace something; answers may overtake each other. FX thread.
    public <T> void ask(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Optional<Workspace> now = state.get().toRead();
        run(io, () -> now, work, done, failed);
    }

    private interface Which {
        Optional<Workspace> workspace();
    }

    private <T> void run(
            Executor executor,
            Which which,
            Work<T> work,
            Consumer<T> done,
            Consumer<Throwable> failed) {
        // a FutureTask keeps whatever the work throws, errors too, and gives it back to us
        var task =
                new FutureTask<T>(
                        () ->
                                work.run(
                                        which.workspace()
                                                .orElseThrow(
                                                        () ->
                                                                new StoreException(
                                                                        StoreFault.CLOSED, "")))) {
                    @Override
                    protected void done() {
                        ui.execute(() -> finish(this, done, failed));
                    }
                };
        executor.execute(task);
    }

    private static <T> void finish(
            FutureTask<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        switch (task.state()) {
            case SUCCESS -> done.accept(task.resultNow());
            case FAILED -> failed.accept(task.exceptionNow());
            case RUNNING, CANCELLED -> {}
        }
    }

    /// Waits for the changes that were asked for, then closes the workspace; blocks as long as the disk needs.
    @Override
    public void close() {
        if (isClosed()) {
            return;
        }
        state.set(new WorkspaceState.Closed());
        writer.execute(
                () -> {
                    opening.complete(new WorkspaceState.Closed());
                    open.ifPresent(Workspace::close);
                    open = Optional.empty();
                });
        writer.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = writer.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
