// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.concurrent.ExecutorService;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.work.Pools;
import org.overread.app.desktop.work.Workshop;

/// Starts and ends the desktop program: makes its threads, its workstation and its window.
public final class OverreadApplication extends Application {
    private final ExecutorService compute = Pools.compute();
    private final ExecutorService io = Pools.io();

    @Override
    public void start(Stage stage) {
        var workshop = new Workshop(Platform::runLater, compute, io, System::nanoTime);
        new Workstation(stage, (_, _, _) -> StudyList.EMPTY, workshop).show();
    }

    @Override
    public void stop() {
        compute.shutdownNow();
        io.shutdownNow();
    }
}
