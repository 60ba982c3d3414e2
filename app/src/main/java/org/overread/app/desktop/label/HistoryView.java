// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.control.FixedFigures;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.reading.HistoryStep;

/// Every step of the series that has the keyboard, the newest on top, the undone ones dimmed. A click goes there and back;
/// so does Enter. FX thread.
public final class HistoryView extends BorderPane {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("target");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private final ListView<Integer> list = new ListView<>(rows);
    private final Region empty =
            new EmptyState(
                    RemixiconAL.HISTORY_LINE,
                    "Nothing done yet",
                    "Every change stands here in words, and a click goes back to it.");
    private Optional<LabelModel> model = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    public HistoryView() {
        getStyleClass().addAll("ov-segments", "ov-history");
        list.setId("history");
        list.getStyleClass().add("ov-list");
        list.setAccessibleText("History");
        list.setCellFactory(_ -> new StepCell());
        list.setOnMouseClicked(_ -> go());
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        go();
                        event.consume();
                    }
                });
        setCenter(empty);
    }

    /// Shows another model from now on.
    public void follow(Optional<LabelModel> now) {
        following.unsubscribe();
        model = now;
        following = now.map(m -> m.steps().subscribe(this::show)).orElse(Subscription.EMPTY);
        if (now.isEmpty()) {
            show(Steps.NONE);
        }
    }

    /// A row is how many steps are done there: the last step's number, down to 0 for the beginning.
    private void show(Steps steps) {
        List<Integer> now = new ArrayList<>();
        for (int n = steps.all().size(); n >= 0; n--) {
            now.add(n);
        }
        rows.setAll(steps.all().isEmpty() ? List.of() : now);
        setCenter(rows.isEmpty() ? empty : list);
        list.refresh();
    }

    private void go() {
        Integer done = list.getSelectionModel().getSelectedItem();
        if (done != null) {
            model.ifPresent(m -> m.goTo(done));
        }
    }

    private final class StepCell extends ListCell<Integer> {
        StepCell() {
            getStyleClass().add("ov-segment");
            setPrefWidth(0); // as wide as the list: long names end in dots, figures stay in sight
        }

        @Override
        protected void updateItem(@Nullable Integer done, boolean none) {
            super.updateItem(done, none);
            Steps steps = model.map(m -> m.steps().get()).orElse(Steps.NONE);
            if (none || done == null || done > steps.all().size()) {
                pseudoClassStateChanged(UNDONE, false);
                pseudoClassStateChanged(NOW, false);
                setGraphic(null);
                LateTip.say(this, "");
                return;
            }
            pseudoClassStateChanged(UNDONE, done > steps.done());
            pseudoClassStateChanged(NOW, done == steps.done());
            if (done == 0) {
                setGraphic(new Label("As it was opened first"));
                return;
            }
            HistoryStep step = steps.all().get(done - 1);
            var name = new Label(step.origin().name());
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            var change = new FixedFigures("+0,000,000");
            change.getStyleClass().add("ov-quiet");
            change.setText(words(step));
            var time = new FixedFigures("00:00:00");
            time.getStyleClass().add("ov-faint");
            time.setText(TIME.format(step.at().atZone(ZoneId.systemDefault())));
            var row = new HBox(6, name, change, time);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            LateTip.say(
                    this,
                    "%s\n%,d voxels in, %,d out"
                            .formatted(step.origin().name(), step.added(), step.removed()));
            setAccessibleText(step.origin().name());
        }
    }

    /// Voxels, in and out.
    private static String words(HistoryStep step) {
        if (step.added() == 0 && step.removed() == 0) {
            return "";
        }
        return step.removed() == 0
                ? String.format(Locale.ROOT, "+%,d", step.added())
                : step.added() == 0
                        ? String.format(Locale.ROOT, "−%,d", step.removed())
                        : String.format(Locale.ROOT, "%+,d", step.added() - step.removed());
    }
}
