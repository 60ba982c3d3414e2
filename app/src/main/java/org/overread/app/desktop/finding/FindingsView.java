// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.EmptyState;
import org.overread.segmentation.finding.Finding;

/// The findings of the open volumes in the right panel: a row each, with its figure. A click or Enter leads to it, F2 or a
/// double click renames, Delete deletes. FX thread.
public final class FindingsView extends BorderPane {
    private final FindingsModel model;
    private final Consumer<Finding> jump;
    private final ObservableList<Finding> rows = FXCollections.observableArrayList();
    private final ListView<Finding> list = new ListView<>(rows);
    private final Region empty =
            new EmptyState(
                    RemixiconMZ.MAP_PIN_LINE,
                    "No findings",
                    "What you measure stands here with its figures. Take a tool from the rail, such as"
                            + " Length (D), and drag on a picture.");
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
                        finding -> {
                            if (!following && finding != null) {
                                model.choose(Optional.of(finding.id()));
                            }
                        });
        var below = new HBox();
        below.getStyleClass().add("ov-findings-actions");
        actions.forEach(action -> below.getChildren().add(Buttons.of(action)));
        setBottom(below);
        model.findings().subscribe(_ -> show());
        model.openings().addListener((_, _, _) -> list.refresh()); // columns' letters come and go
        model.chosen().subscribe(_ -> follow());
    }

    private void show() {
        following = true;
        if (!rows.equals(model.findings().get())) {
            rows.setAll(model.findings().get());
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
        for (Finding row : rows) {
            if (model.chosen().get().filter(row.id()::equals).isPresent()) {
                list.getSelectionModel().select(row);
            }
        }
        following = false;
    }

    private void choose(int clicks) {
        Finding finding = list.getSelectionModel().getSelectedItem();
        if (finding != null && clicks == 1) {
            jump.accept(finding);
        } else if (finding != null && clicks == 2) {
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
        Finding finding = list.getSelectionModel().getSelectedItem();
        if (finding == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> jump.accept(finding);
            case DELETE, BACK_SPACE -> model.delete(finding.id());
            case F2 -> rename();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
