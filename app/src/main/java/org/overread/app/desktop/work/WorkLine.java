// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.FixedFigures;

/// The oldest work in progress, at the right of the status bar: name, bar, percent, remaining time, cancel. FX thread.
public final class WorkLine extends HBox {
    private static final Duration TICK = Duration.millis(100);

    private final Workshop workshop;
    private final Label name = new Label();
    private final Label others = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final FixedFigures amount = new FixedFigures("0,000 of 0,000 files, 0,000 MB");
    private final FixedFigures percent = new FixedFigures("100 %");
    private final FixedFigures remaining = new FixedFigures("99 min");
    private final Timeline clock;
    private Workshop.@Nullable Running shown;

    public WorkLine(Workshop workshop) {
        super(8);
        this.workshop = workshop;
        getStyleClass().add("ov-work");
        name.getStyleClass().add("ov-quiet");
        others.getStyleClass().add("ov-faint");
        Button cancel = Buttons.icon(RemixiconAL.CLOSE_LINE, "Cancel", this::cancel);
        cancel.getStyleClass().add("ov-small-icon");
        amount.getStyleClass().add("ov-quiet");
        getChildren().addAll(others, name, amount, bar, percent, remaining, cancel);
        amount.managedProperty().bind(amount.visibleProperty());
        setVisible(false);
        clock = new Timeline(new KeyFrame(TICK, _ -> refresh()));
        clock.setCycleCount(Animation.INDEFINITE);
        workshop.running().addListener((ListChangeListener<Workshop.Running>) _ -> watch());
        watch();
    }

    /// Shows how things stand now; the clock does this ten times a second while there is work.
    void refresh() {
        var visible =
                workshop.running().stream().filter(work -> work.look().isWorthShowing()).toList();
        setVisible(!visible.isEmpty());
        if (visible.isEmpty()) {
            shown = null;
            return;
        }
        var first = visible.getFirst();
        shown = first;
        var work = first.look();
        name.setText(work.name());
        others.setText(visible.size() > 1 ? "+" + (visible.size() - 1) : "");
        bar.setProgress(
                work.progress().isKnown()
                        ? work.progress().fraction()
                        : ProgressBar.INDETERMINATE_PROGRESS);
        amount.setText(WorkText.amount(work));
        amount.setVisible(!amount.getText().isEmpty());
        percent.setText(WorkText.percent(work));
        remaining.setText(WorkText.remaining(work.remaining()));
    }

    private void watch() {
        if (workshop.running().isEmpty()) {
            clock.stop();
            refresh();
        } else {
            clock.play();
        }
    }

    private void cancel() {
        var work = shown;
        if (work != null) {
            work.cancel();
        }
    }
}
