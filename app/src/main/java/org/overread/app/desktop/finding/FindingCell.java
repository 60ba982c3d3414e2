// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.segmentation.finding.Finding;

/// A finding's row: its name, its figure, and a button that deletes it; while its name is edited, a field.
final class FindingCell extends ListCell<Finding> {
    private final FindingsModel model;
    private final Function<Finding, String> whose;
    private final Label name = new Label();
    private final Label figure = new Label();
    private final Tooltip tip = new Tooltip();
    private final Button delete = Buttons.icon(RemixiconAL.DELETE_BIN_LINE, "", this::delete);
    private final Label letter = new Label();
    private final HBox row = new HBox(6, letter, name, figure, delete);

    FindingCell(FindingsModel model, Function<Finding, String> whose) {
        this.model = model;
        this.whose = whose;
        getStyleClass().add("ov-finding");
        letter.getStyleClass().add("ov-column-letter");
        letter.setMinWidth(USE_PREF_SIZE);
        letter.managedProperty().bind(letter.visibleProperty());
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        figure.getStyleClass().add("ov-quiet");
        figure.setMinWidth(USE_PREF_SIZE);
        delete.getStyleClass().add("ov-small-icon");
        delete.setFocusTraversable(false); // Delete on the row does the same
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (empty || finding == null) {
            setGraphic(null);
            setTooltip(null);
        } else if (!isEditing()) {
            showRow(finding);
        }
    }

    private void showRow(Finding finding) {
        String column = whose.apply(finding);
        letter.setText(column);
        letter.setVisible(!column.isEmpty());
        name.setText(finding.name());
        figure.setText(MeasureWords.brief(finding.figures()));
        Buttons.name(delete, "Delete “%s”".formatted(finding.name()));
        setGraphic(row);
        String of = model.volumeOf(finding).map(volume -> "\n" + volume.title()).orElse("");
        tip.setText(finding.name() + "\n" + MeasureWords.full(finding.figures()) + of);
        setTooltip(tip);
        setAccessibleText(
                (column.isEmpty() ? "" : "Column " + column + ", ")
                        + finding.name()
                        + ", "
                        + MeasureWords.brief(finding.figures()));
    }

    private void delete() {
        Finding finding = getItem();
        if (finding != null) {
            model.delete(finding.id());
        }
    }

    @Override
    public void startEdit() {
        super.startEdit();
        Finding finding = getItem();
        if (finding == null || !isEditing()) {
            return;
        }
        var field = new TextField(finding.name());
        field.setAccessibleText("Name of the finding");
        field.setOnAction(
                _ -> {
                    cancelEdit();
                    model.rename(finding.id(), field.getText());
                });
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        cancelEdit();
                        event.consume();
                    }
                });
        setGraphic(field);
        field.selectAll();
        field.requestFocus();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        Finding finding = getItem();
        if (finding != null) {
            showRow(finding);
        }
        if (getListView() != null) {
            getListView().requestFocus();
        }
    }
}
