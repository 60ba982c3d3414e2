// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.draw.BrushSettings;
import org.overread.app.desktop.draw.BrushTool;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.label.LabelDesk;
import org.overread.app.desktop.label.OwnWorkspace;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.store.WorkspacePlace;

/// Puts labels into the window: the working copy over every picture, its list and its history, and what drawing tools
/// are given. FX thread.
final class LabelsInWindow implements AutoCloseable {
    private final OwnWorkspace workspace;
    private final LabelDesk labels;
    private final DrawDesk drawing;

    private LabelsInWindow(OwnWorkspace workspace, LabelDesk labels, DrawDesk drawing) {
        this.workspace = workspace;
        this.labels = labels;
        this.drawing = drawing;
    }

    static LabelsInWindow place(
            Workstation workstation,
            ReadingDesk desk,
            Path folder,
            ExecutorService compute,
            ExecutorService io,
            Consumer<Notice> notices) {
        var workspace =
                new OwnWorkspace(
                        folder.resolve(WorkspacePlace.FILE),
                        () ->
                                WorkspacePlace.session(
                                        System.getProperty("user.name", "reader"), version()));
        var labels =
                new LabelDesk(
                        desk.comparison(),
                        workspace,
                        io,
                        Platform::runLater,
                        InstantSource.system(),
                        notices);
        var drawing = new DrawDesk(labels, compute, Platform::runLater, notices);
        var brush = new BrushSettings();
        for (BrushTool.Use use : BrushTool.Use.values()) {
            desk.area().tools().add(new BrushTool(drawing, brush, use));
        }
        return new LabelsInWindow(workspace, labels, drawing);
    }

    private static String version() {
        String version = LabelsInWindow.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// The labels of what is shown.
    LabelDesk labels() {
        return labels;
    }

    /// What a drawing tool is made with.
    DrawDesk drawing() {
        return drawing;
    }

    /// After the last step is on the disk; blocks.
    @Override
    public void close() {
        workspace.close();
    }
}
