// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.guideline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.app.store.TermFiles;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The guideline of the project that is read for; a person's own where nothing else is shown. FX thread.
public final class GuidelineModel {
    private static final Logger LOG = LoggerFactory.getLogger(GuidelineModel.class);

    private static final double MOST_PIXELS = 1600; // wide or high, of a picture that is shown

    private final WorkspaceModel workspace;
    private final ShownReading shown;
    private final ReadOnlyObjectWrapper<GuidelineState> state =
            new ReadOnlyObjectWrapper<>(new GuidelineState.None(ShownReading.OWN_PROJECT));
    private long ticket;

    public GuidelineModel(WorkspaceModel workspace, ShownReading shown) {
        this.workspace = workspace;
        this.shown = shown;
        shown.shown().subscribe(_ -> refresh());
        workspace.state().subscribe(_ -> refresh());
    }

    public ReadOnlyObjectProperty<GuidelineState> state() {
        return state.getReadOnlyProperty();
    }

    WorkspaceModel workspace() {
        return workspace;
    }

    /// Looks again.
    public void refresh() {
        if (workspace.state().get().toRead().isEmpty()) {
            return;
        }
        long own = ++ticket;
        Optional<String> task = shown.shown().get().flatMap(Shown::current).map(Reading::task);
        workspace.ask(
                open -> find(open, task),
                found -> {
                    if (own == ticket) {
                        state.set(found);
                    }
                },
                cause -> LOG.warn("a guideline is not shown: {}", cause.getMessage()));
    }

    private static GuidelineState find(Workspace open, Optional<String> key) throws IOException {
        Optional<ReadTask> task = key.isPresent() ? open.tasks().find(key.get()) : Optional.empty();
        String project = task.map(ReadTask::project).orElse(ShownReading.OWN_PROJECT);
        var newest = open.documents().newestGuideline(project);
        if (newest.isEmpty()) {
            return new GuidelineState.None(project);
        }
        var revisions = open.documents().guidelines(project, newest.get().document().key());
        return new GuidelineState.Kept(
                project, revisions.reversed(), task.flatMap(ReadTask::guideline));
    }

    /// A picture that a guideline shows, decoded off the FX thread; empty where it is not here, or not what it was.
    void picture(Digest digest, Consumer<Optional<Image>> then) {
        workspace.ask(
                open -> open.documents().picture(digest).map(GuidelineModel::decoded),
                then,
                cause -> {
                    LOG.warn("a picture is not shown: {}", cause.getMessage());
                    then.accept(Optional.empty());
                });
    }

    private static Image decoded(Bytes bytes) {
        var in = new ByteArrayInputStream(bytes.toArray());
        return new Image(in, MOST_PIXELS, MOST_PIXELS, true, true);
    }

    /// Keeps the guideline of a file as the project's newest revision.
    void take(Path file, Consumer<Throwable> failed) {
        String project = state.get().project();
        workspace.change(
                open -> {
                    open.projects().open(project, project);
                    TermFiles.guideline(open, project, file);
                    return project;
                },
                _ -> refresh(),
                failed);
    }
}
