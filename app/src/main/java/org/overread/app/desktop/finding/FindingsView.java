// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.ConfidenceKeys;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.control.Unfolding;
import org.overread.app.finding.FindingFields;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.label.Confidence;

/// The findings of the open volumes in the right panel, grouped by kind: a row each, with its figure. A click or Enter leads
/// to it, F2 or a double click renames, Delete deletes, Space shuts its eye, 1 to 5 and 0 say how sure one is. FX thread.
public final class FindingsView extends BorderPane {
    private static final double ROW = 28;
    private static final int ROWS = 32; // of a panel in a large window

    private final FindingsModel model;
    private final Consumer<Finding> jump;
    private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
    private final ListView<FindingRow> list = new ListView<>(rows);
    private final Unfolding unfolding =
            new Unfolding(ROW, list::setMaxHeight, () -> list.setMaxHeight(Double.MAX_VALUE));
    private final Region empty =
            new EmptyState(
                    RemixiconMZ.MAP_PIN_LINE,
                    "No findings",
                    "What you measure, point out or classify stands here. Take a tool from the rail, such as"
                            + " Length (D) or Landmark (Alt+A), and drag on a picture.");
    private final FrameByFrame arriving = FrameByFrame.catchingUp(1);
    private boolean arrived;
    private boolean filled;
    private boolean following;

    /// `jump` leads the reading to a finding; `whose` is the letter of the column that it belongs to, where there are
    /// several; `actions` stand below the list.
    public FindingsView(
            FindingsModel model,
            Consumer<Finding> jump,
            Function<Finding, String> whose,
            List<Action> actions) {
        this.model = model;
        this.jump = jump;
        getStyleClass().add("ov-findings");
        list.setCellFactory(_ -> new FindingCell(model, whose));
        list.getStyleClass().add("ov-list");
        list.setAccessibleText("Findings");
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(event -> choose(event.getClickCount()));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (!following && row != null) {
                                row.found().ifPresent(f -> model.choose(Optional.of(f.id())));
                            }
                        });
        var below = new HBox();
        below.getStyleClass().add("ov-findings-actions");
        actions.forEach(action -> below.getChildren().add(Buttons.of(action)));
        setBottom(below);
        setAlignment(list, Pos.TOP_CENTER);
        unfolding.rows(ROWS);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null && !arrived) {
                                arrived = true;
                                arrive(below);
                            }
                        });
        model.findings().subscribe(_ -> show());
        model.openings().addListener((_, _, _) -> list.refresh()); // columns' letters come and go
        model.chosen().subscribe(_ -> follow());
        model.eyes().shut().subscribe(_ -> list.refresh());
    }

    /// Bit by bit, for all of it at once would hold up the window while a hand draws.
    private void arrive(Pane below) {
        arriving.add(() -> setCenter(model.findings().get().isEmpty() ? empty : list));
        arriving.add(
                () -> {
                    filled = true;
                    show();
                    unfolding.start();
                });
        OneByOne.come(below);
    }

    /// The keyboard goes to the list.
    public void takeKeyboard() {
        if (!filled) {
            arriving.add(this::takeKeyboard);
            return;
        }
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            rows.stream()
                    .flatMap(row -> row.found().stream())
                    .findFirst()
                    .ifPresent(first -> model.choose(Optional.of(first.id())));
        }
    }

    private void show() {
        if (!filled) {
            return;
        }
        following = true;
        List<FindingRow> now = FindingRow.of(model.findings().get());
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        following = false;
        Region shown = rows.isEmpty() ? empty : list;
        if (!shown.equals(getCenter())) {
            setCenter(shown);
        }
        follow();
    }

    private void follow() {
        following = true;
        list.getSelectionModel().clearSelection();
        for (FindingRow row : rows) {
            if (row.found().map(Finding::id).equals(model.chosen().get())
                    && row.found().isPresent()) {
                list.getSelectionModel().select(row);
            }
        }
        following = false;
    }

    private Optional<Finding> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .flatMap(FindingRow::found);
    }

    private void choose(int clicks) {
        if (clicks == 1) {
            selected().ifPresent(jump);
        } else if (clicks == 2 && selected().isPresent()) {
            rename();
        }
    }

    /// An editable list would rename on the click that leads to the row that is chosen already.
    private void rename() {
        list.setEditable(true);
        list.edit(list.getSelectionModel().getSelectedIndex());
        list.setEditable(false);
    }

    private void key(KeyEvent event) {
        Optional<Finding> chosen = selected();
        if (chosen.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Finding finding = chosen.get();
        Optional<Confidence> level =
                ConfidenceKeys.level(event.getCode()).map(FindingFields::confidence);
        if (level.isPresent()) {
            model.rate(finding.id(), level.get());
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case ENTER -> jump.accept(finding);
            case DELETE, BACK_SPACE -> model.delete(finding.id());
            case F2 -> rename();
            case SPACE -> model.eyes().turn(List.of(finding.id()));
            default -> {
                return;
            }
        }
        event.consume();
    }
}
