// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.ConfidenceSteps;
import org.overread.app.desktop.control.FixedFigures;
import org.overread.app.desktop.control.LateTip;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.SegmentTraits;

/// A row of the list: chip, name, millilitres, confidence, eye, lock; while its name is edited, a field. A proposal has
/// buttons to accept and to reject it in their place.
final class SegmentCell extends ListCell<Row> {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final SegmentsView view;

    SegmentCell(SegmentsView view) {
        this.view = view;
        getStyleClass().add("ov-segment");
        view.dragging().serve(this);
        setContextMenu(null);
        setOnContextMenuRequested(
                event ->
                        line().ifPresent(
                                        line -> {
                                            SegmentMenu.of(view, line.segment())
                                                    .show(
                                                            this,
                                                            event.getScreenX(),
                                                            event.getScreenY());
                                            event.consume();
                                        }));
    }

    Optional<Row.Line> line() {
        return getItem() instanceof Row.Line line && !isEmpty()
                ? Optional.of(line)
                : Optional.empty();
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HIDDEN, false);
        pseudoClassStateChanged(TARGET, false);
        if (empty || row == null) {
            setGraphic(null);
            LateTip.say(this, "");
        } else if (!isEditing()) {
            show(row);
        }
    }

    /// Shows whether tools draw on it.
    void aim() {
        pseudoClassStateChanged(
                TARGET, line().filter(line -> view.isTarget(line.segment().id())).isPresent());
    }

    private void show(Row row) {
        switch (row) {
            case Row.Head head -> setGraphic(head(head));
            case Row.Line line -> showLine(line);
        }
    }

    private Node head(Row.Head head) {
        boolean folded = head.fold() == Row.Fold.FOLDED;
        var fold =
                Buttons.icon(
                        folded ? RemixiconAL.ARROW_RIGHT_S_LINE : RemixiconAL.ARROW_DOWN_S_LINE,
                        folded ? "Unfold" : "Fold",
                        () -> view.fold(head.structure()));
        fold.getStyleClass().add("ov-small-icon");
        fold.setFocusTraversable(false);
        var title = new Label("%s  (%d)".formatted(head.title(), head.count()));
        title.getStyleClass().add("ov-quiet");
        stretch(title);
        var row = new HBox(6, fold, title, figure(head.ml()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(0, 93, 0, 0)); // under the figures of the rows
        setAccessibleText("%s, %d segments".formatted(head.title(), head.count()));
        return row;
    }

    private void showLine(Row.Line line) {
        Segment segment = line.segment();
        SegmentTraits traits = segment.traits();
        boolean proposal = traits.role() instanceof SegmentRole.Proposal;
        pseudoClassStateChanged(HIDDEN, !traits.isShown());
        pseudoClassStateChanged(TARGET, view.isTarget(segment.id()));
        var name = new Label(traits.name());
        stretch(name);
        var row = new HBox(6, chip(segment), name, figure(line.ml()));
        line.doubted().ifPresent(doubted -> row.getChildren().add(2, doubt(doubted)));
        row.setAlignment(Pos.CENTER_LEFT);
        if (line.depth() == Row.Depth.INNER) {
            row.setPadding(new Insets(0, 0, 0, 14));
        }
        if (proposal) {
            row.getChildren()
                    .addAll(
                            small(
                                    RemixiconAL.CHECK_LINE,
                                    "Accept the proposal   Enter",
                                    () -> view.deeds().accept(segment.id())),
                            small(
                                    RemixiconAL.CLOSE_LINE,
                                    "Reject the proposal   Delete",
                                    () -> view.deeds().reject(segment.id())));
        } else {
            row.getChildren()
                    .addAll(
                            new ConfidenceSteps(traits.confidence()),
                            small(
                                    traits.isShown()
                                            ? RemixiconAL.EYE_LINE
                                            : RemixiconAL.EYE_OFF_LINE,
                                    traits.isShown() ? "Hide   Space" : "Show   Space",
                                    () -> view.deeds().turnEye(view.with(segment.id()))),
                            small(
                                    traits.isLocked()
                                            ? RemixiconAL.LOCK_LINE
                                            : RemixiconAL.LOCK_UNLOCK_LINE,
                                    traits.isLocked() ? "Unlock   L" : "Lock   L",
                                    () -> view.deeds().turnLock(view.with(segment.id()))));
        }
        setGraphic(row);
        String words =
                "%s%s, %s%s%s%s"
                        .formatted(
                                proposal ? "Proposal: " : "",
                                traits.name(),
                                proposal
                                        ? "from " + origin(traits)
                                        : ConfidenceSteps.words(traits.confidence()),
                                line.doubted().map(d -> ", " + words(d)).orElse(""),
                                traits.isShown() ? "" : ", hidden",
                                traits.isLocked() ? ", locked" : "");
        LateTip.say(this, words);
        setAccessibleText(words);
    }

    /// Beside the name: that some of it is doubted, and how much.
    private static Label doubt(Row.Doubted doubted) {
        var label =
                new Label(
                        doubted.ml().map(ml -> String.format(Locale.ROOT, "%.2f", ml)).orElse("…"),
                        new FontIcon(RemixiconMZ.QUESTION_LINE));
        label.getStyleClass().add("ov-doubted");
        label.setMinWidth(USE_PREF_SIZE);
        label.setGraphicTextGap(2);
        LateTip.say(label, words(doubted));
        return label;
    }

    private static String words(Row.Doubted doubted) {
        return "doubted: %s%d %s"
                .formatted(
                        doubted.ml().map(ml -> words(ml) + ", ").orElse(""),
                        doubted.voxels(),
                        doubted.voxels() == 1 ? "voxel" : "voxels");
    }

    private static String origin(SegmentTraits traits) {
        String name = traits.provenance().name();
        return switch (traits.provenance().source()) {
            case HAND -> "a hand";
            case TOOL -> name.isEmpty() ? "a tool" : name;
            case MODEL -> "the model " + name;
            case IMPORT -> name.isEmpty() ? "a file" : name;
        };
    }

    private Node chip(Segment segment) {
        LabelColor color = segment.traits().color();
        var square = new Rectangle(12, 12, Color.rgb(color.red(), color.green(), color.blue()));
        square.setArcWidth(4);
        square.setArcHeight(4);
        if (segment.traits().role() instanceof SegmentRole.Proposal) {
            square.setStroke(square.getFill());
            square.setFill(Color.TRANSPARENT);
            square.getStrokeDashArray().setAll(3.0, 2.0);
        }
        var button = new Button("", square);
        button.getStyleClass().setAll("ov-button", "button-base", "ov-small-icon");
        Buttons.name(button, "Colour and fill of " + segment.traits().name());
        button.setFocusTraversable(false);
        button.setOnAction(_ -> view.askColor(segment, button));
        return button;
    }

    private static Node small(Ikon icon, String name, Runnable run) {
        var button = Buttons.icon(icon, name, run);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("ov-small-icon");
        button.setFocusTraversable(false); // keys on the row do the same
        return button;
    }

    private static void stretch(Label label) {
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
    }

    private static Region figure(Optional<Double> ml) {
        var figure = new FixedFigures("00000.0 ml");
        figure.getStyleClass().add("ov-quiet");
        figure.setText(ml.map(SegmentCell::words).orElse("…"));
        return figure;
    }

    static String words(double ml) {
        return String.format(Locale.ROOT, ml < 100 ? "%.2f ml" : "%.1f ml", ml);
    }

    @Override
    public void startEdit() {
        Optional<Row.Line> line = line();
        if (line.isEmpty()) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        SegmentId id = line.get().segment().id();
        var field = new TextField(line.get().segment().traits().name());
        field.setAccessibleText("Name of the segment");
        field.setOnAction(
                _ -> {
                    String name = field.getText();
                    cancelEdit();
                    view.deeds().rename(id, name);
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
        Row row = getItem();
        if (row != null) {
            show(row);
        }
        if (getListView() != null) {
            getListView().setEditable(false);
            getListView().requestFocus();
        }
    }
}
