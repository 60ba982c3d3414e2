// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.label.LabelDesk;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.workspace.WorkspaceModel;

/// Puts labels into the window: the working copy over every picture, its list and its history, and what drawing tools
/// are given. FX thread.
final class LabelsInWindow {
    private final LabelDesk labels;
    private final DrawDesk drawing;

    private LabelsInWindow(LabelDesk labels, DrawDesk drawing) {
        this.labels = labels;
        this.drawing = drawing;
    }

    static LabelsInWindow place(
            ReadingDesk desk,
            WorkspaceModel workspace,
            ExecutorService compute,
            ExecutorService io,
            Consumer<Notice> notices) {
        var labels =
                new LabelDesk(
                        desk.comparison(),
                        workspace::awaitOpened,
                        io,
                        Platform::runLater,
                        InstantSource.system(),
                        notices);
        var drawing = new DrawDesk(labels, compute, Platform::runLater, notices);
        return new LabelsInWindow(labels, drawing);
    }

    /// The labels of what is shown.
    LabelDesk labels() {
        return labels;
    }

    /// What a drawing tool is made with.
    DrawDesk drawing() {
        return drawing;
    }
}
