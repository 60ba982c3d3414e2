// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.ConfidenceSteps;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.reading.CommonStructures;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Said;

/// A row of the list of findings: a kind and how many there are, or a finding with its figure, how sure the reader is,
/// its eye, and a button that deletes it; while its name is edited, a field.
final class FindingCell extends ListCell<FindingRow> {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("dimmed");

    private final FindingsModel model;
    private final Function<Finding, String> whose;

    FindingCell(FindingsModel model, Function<Finding, String> whose) {
        this.model = model;
        this.whose = whose;
        getStyleClass().add("ov-finding");
        setPrefWidth(0); // as wide as the list: long names are cut, not the row
    }

    @Override
    protected void updateItem(@Nullable FindingRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HIDDEN, false);
        LateTip.say(this, "");
        if (empty || row == null) {
            setGraphic(null);
        } else if (!isEditing()) {
            show(row);
        }
    }

    private void show(FindingRow row) {
        switch (row) {
            case FindingRow.Head(var kind, int count) -> {
                var title = new Label("%s  (%d)".formatted(MeasureWords.plural(kind), count));
                title.getStyleClass().add("ov-quiet");
                setGraphic(title);
                setAccessibleText("%s, %d".formatted(MeasureWords.plural(kind), count));
            }
            case FindingRow.Line(Finding finding) -> showLine(finding);
        }
    }

    private void showLine(Finding finding) {
        boolean shown = model.eyes().isOpen(finding.id());
        pseudoClassStateChanged(HIDDEN, !shown);
        String column = whose.apply(finding);
        var name = new VBox(new Label(finding.name()));
        if (finding.said().term().isPresent()) {
            var said = new Label(said(finding.said()));
            said.getStyleClass().add("ov-quiet");
            name.getChildren().add(said);
        }
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        var figure = new Label(MeasureWords.brief(finding));
        figure.getStyleClass().add("ov-quiet");
        figure.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(6);
        if (!column.isEmpty()) {
            var letter = new Label(column);
            letter.getStyleClass().add("ov-column-letter");
            letter.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(letter);
        }
        row.getChildren().addAll(name, figure, new ConfidenceSteps(finding.said().confidence()));
        Node eye =
                small(
                        shown ? RemixiconAL.EYE_LINE : RemixiconAL.EYE_OFF_LINE,
                        shown ? "Hide   Space" : "Show   Space",
                        () -> model.eyes().turn(List.of(finding.id())));
        eye.setVisible(finding.shape().isPresent()); // what is nowhere is not hidden
        row.getChildren().add(eye);
        row.getChildren()
                .add(
                        small(
                                RemixiconAL.DELETE_BIN_LINE,
                                "Delete “%s”".formatted(finding.name()),
                                () -> model.delete(finding.id())));
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        String words = words(finding);
        String of = model.volumeOf(finding).map(volume -> "\n" + volume.title()).orElse("");
        LateTip.say(this, words + of);
        setAccessibleText(
                (column.isEmpty() ? "" : "Column " + column + ", ") + words.replace("\n", ", "));
    }

    /// The term, and what was chosen of its attributes.
    private static String said(Said said) {
        var parts = new ArrayList<String>();
        said.term().map(CommonStructures::nameOf).ifPresent(parts::add);
        parts.addAll(new TreeMap<>(said.attributes()).values());
        return String.join(" · ", parts);
    }

    /// All that is known of a finding.
    private static String words(Finding finding) {
        var lines = new ArrayList<String>();
        lines.add(finding.name());
        String figures = MeasureWords.full(finding.figures());
        lines.add(figures.isEmpty() ? MeasureWords.brief(finding) : figures);
        finding.said().term().ifPresent(lines::add);
        new TreeMap<>(finding.said().attributes())
                .forEach((attribute, value) -> lines.add(attribute + ": " + value));
        lines.add(ConfidenceSteps.words(finding.said().confidence()));
        return String.join("\n", lines);
    }

    private static Node small(Ikon icon, String name, Runnable run) {
        var button = Buttons.icon(icon, name, run);
        button.getStyleClass().add("ov-small-icon");
        button.setFocusTraversable(false); // keys on the row do the same
        return button;
    }

    @Override
    public void startEdit() {
        Optional<Finding> finding = Optional.ofNullable(getItem()).flatMap(FindingRow::found);
        if (finding.isEmpty()) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        var field = new TextField(finding.get().name());
        field.setAccessibleText("Name of the finding");
        field.setOnAction(
                _ -> {
                    cancelEdit();
                    model.rename(finding.get().id(), field.getText());
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
        FindingRow row = getItem();
        if (row != null) {
            show(row);
        }
        if (getListView() != null) {
            getListView().requestFocus();
        }
    }
}
