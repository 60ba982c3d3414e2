// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.work.BackgroundWork;
import org.overread.app.desktop.work.Workshop;

/// Work in progress where it was asked for, with a way to give it up. Work whose row has left the window goes on; it stands
/// in the status bar too. FX thread.
final class WorkRow extends HBox {
    WorkRow(String words, Workshop.Running running, Runnable cancelled) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(220);
        var label = new Label(words);
        getChildren()
                .addAll(
                        label,
                        bar,
                        Buttons.word(
                                "Cancel",
                                () -> {
                                    running.cancel();
                                    cancelled.run();
                                }));
        var clock =
                new Timeline(
                        new KeyFrame(
                                Duration.millis(100),
                                _ -> {
                                    BackgroundWork now = running.look();
                                    if (now.progress().isKnown()) {
                                        bar.setProgress(now.progress().fraction());
                                    }
                                }));
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                clock.stop();
                            } else {
                                clock.play();
                            }
                        });
    }
}
