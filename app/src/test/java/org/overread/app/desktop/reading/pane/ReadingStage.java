// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.app.desktop.theme.Theme;
import org.overread.viewer.slice.CpuSliceRenderer;

/// A window with nothing but the panes of a reading in it.
record ReadingStage(Stage stage, ReadingModel reading, ReadingArea area, PictureQueue queue) {

    /// FX thread.
    static ReadingStage open(Stage stage, double width, double height) {
        var reading = new ReadingModel(Runnable::run, Runnable::run);
        var queue = new PictureQueue(new CpuSliceRenderer(Runnable::run, 1), Platform::runLater);
        var area = new ReadingArea(reading, queue);
        var scene = new Scene(area, width, height);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return new ReadingStage(stage, reading, area, queue);
    }
}
