// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.LateTip;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.TaskState;

/// A task's row: how urgent, what, for which project, how far. FX thread.
final class WorklistCell extends ListCell<WorklistRow> {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    @Override
    protected void updateItem(@Nullable WorklistRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            LateTip.say(this, "");
            setAccessibleText(null);
            return;
        }
        ReadTask task = row.task();
        var priority = new Label(task.priority() == 0 ? "" : "P" + task.priority());
        priority.getStyleClass().addAll("ov-worklist-priority", "ov-figures");
        priority.setMinWidth(32);
        var title = new Label(row.title());
        title.setMinWidth(0);
        var about = new Label(about(row));
        about.getStyleClass().add("ov-quiet");
        about.setMinWidth(0);
        var words = new VBox(1, title, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var state = new Label(WorklistRow.word(task.state()), new FontIcon(icon(task.state())));
        state.getStyleClass().addAll("ov-small-icon", style(task.state()));
        state.setMinWidth(112);
        var last = new Label(row.last().map(m -> DAY.format(m.local())).orElse("not begun"));
        last.getStyleClass().addAll("ov-quiet", "ov-figures");
        last.setMinWidth(116);
        last.setAlignment(Pos.CENTER_RIGHT);
        var line = new HBox(8, priority, words, state, last);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        line.prefWidthProperty().bind(widthProperty().subtract(32));
        setGraphic(line);
        LateTip.say(this, row.volume().paths().isEmpty() ? "" : row.volume().paths().getLast());
        setAccessibleText(
                "%s, %s, %s".formatted(row.title(), WorklistRow.word(task.state()), about(row)));
    }

    private static String about(WorklistRow row) {
        var parts = new ArrayList<String>();
        parts.add(row.task().project());
        if (!row.volume().modality().isEmpty()) {
            parts.add(row.volume().modality());
        }
        parts.add(row.task().reader());
        parts.add(row.task().role().toLowerCase(Locale.ROOT));
        if (row.task().blindness() == ReadTask.Blindness.BLIND) {
            parts.add("blind");
        }
        if (row.versions() > 0) {
            parts.add(row.versions() == 1 ? "1 version" : row.versions() + " versions");
        }
        return String.join(" · ", parts);
    }

    private static Ikon icon(TaskState state) {
        return switch (state) {
            case TO_DO -> RemixiconAL.CHECKBOX_BLANK_CIRCLE_LINE;
            case IN_PROGRESS -> RemixiconAL.EDIT_2_LINE;
            case SUBMITTED -> RemixiconMZ.SEND_PLANE_LINE;
            case RETURNED -> RemixiconAL.ARROW_GO_BACK_LINE;
            case ACCEPTED -> RemixiconAL.CHECKBOX_CIRCLE_LINE;
            case WITHDRAWN -> RemixiconAL.FORBID_LINE;
        };
    }

    private static String style(TaskState state) {
        return switch (state) {
            case TO_DO, IN_PROGRESS, WITHDRAWN -> "ov-quiet";
            case SUBMITTED, ACCEPTED -> "ov-good";
            case RETURNED -> "ov-caution";
        };
    }
}
