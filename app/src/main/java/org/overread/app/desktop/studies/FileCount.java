// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.overread.app.desktop.work.Workshop;

/// How many files or slices are done, ten times a second while it is on the screen.
final class FileCount extends Label {
    private final Timeline clock;
    private final String counted;

    /// `counted` is what the work counts, such as files.
    FileCount(Supplier<Optional<Workshop.Running>> work, String counted) {
        this.counted = counted;
        getStyleClass().add("ov-empty-text");
        clock =
                new Timeline(
                        new KeyFrame(Duration.millis(100), _ -> work.get().ifPresent(this::show)));
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

    private void show(Workshop.Running running) {
        var progress = running.look().progress();
        setText(
                progress.isKnown()
                        ? "%,d of %,d %s".formatted(progress.done(), progress.total(), counted)
                        : "%,d %s".formatted(progress.done(), counted));
    }
}
