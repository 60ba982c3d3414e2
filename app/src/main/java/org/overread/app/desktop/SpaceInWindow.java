// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.space.SpaceModel;
import org.overread.app.desktop.space.SpacePane;
import org.overread.viewer.space.SpaceRenderer;

/// Gives the body in three dimensions its place among the panes. FX thread.
final class SpaceInWindow {
    private SpaceInWindow() {}

    static SpacePane place(ReadingDesk desk, Executor compute) {
        var model = new SpaceModel(desk.reading(), compute, Platform::runLater);
        var renderer = new SpaceRenderer(compute, Runtime.getRuntime().availableProcessors());
        var pane = new SpacePane(model, renderer, compute, Platform::runLater);
        desk.reading()
                .content()
                .subscribe(
                        content ->
                                model.open(
                                        content instanceof Content.Ready(var volume)
                                                ? Optional.of(volume)
                                                : Optional.empty()));
        desk.area().room().fill(pane);
        return pane;
    }
}
