// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.overread.app.desktop.control.ReadWords;
import org.overread.app.desktop.label.LabelModel;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.EditableArea;
import org.overread.segmentation.label.EditableArea.Where;
import org.overread.segmentation.label.Overwrite;
import org.overread.segmentation.label.SegmentId;

/// Where tools may write, and who loses what a segment gains. FX thread.
final class MaskingCard extends VBox {
    private final ChoiceBox<Area> area = new ChoiceBox<>();
    private final ChoiceBox<Overwrite> overwrite = new ChoiceBox<>();
    private final LimitRows limits;
    private Optional<LabelModel> model = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private boolean quiet;

    /// Places by segments, as people choose them.
    private enum Area {
        EVERYWHERE("Everywhere"),
        INSIDE_CHOSEN("Inside the chosen one"),
        INSIDE_ALL("Inside segments"),
        INSIDE_SHOWN("Inside shown segments"),
        OUTSIDE_ALL("Outside segments"),
        OUTSIDE_SHOWN("Outside shown segments");

        private final String title;

        Area(String title) {
            this.title = title;
        }
    }

    MaskingCard(LimitRows limits) {
        this.limits = limits;
        getStyleClass().add("ov-masking");
        setSpacing(4);
        area.setId("masking-area");
        overwrite.setId("masking-overwrite");
        area.setItems(FXCollections.observableArrayList(Area.values()));
        area.setConverter(ReadWords.of(one -> one.title));
        overwrite.setItems(FXCollections.observableArrayList(Overwrite.values()));
        overwrite.setConverter(ReadWords.of(MaskingCard::title));
        area.setAccessibleText("Where tools may write");
        overwrite.setAccessibleText("Which segments lose what another gains");
        getChildren().add(row("Editable", area));
        getChildren().addAll(limits.nodes(MaskingCard::row));
        getChildren().add(row("Takes from", overwrite));
        area.valueProperty().subscribe(_ -> apply());
        overwrite.valueProperty().subscribe(_ -> apply());
        follow(Optional.empty());
    }

    private static String title(Overwrite one) {
        return switch (one) {
            case ALL_OTHERS -> "All other segments";
            case SHOWN_OTHERS -> "Shown segments";
            case NONE -> "None: they may overlap";
        };
    }

    private static HBox row(String name, Node choice) {
        var label = new Label(name);
        label.getStyleClass().add("ov-quiet");
        label.setMinWidth(72);
        if (choice instanceof Region wide) {
            wide.setMaxWidth(Double.MAX_VALUE);
        }
        HBox.setHgrow(choice, Priority.ALWAYS);
        var row = new HBox(8, label, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void follow(Optional<LabelModel> now) {
        following.unsubscribe();
        model = now;
        limits.follow(now);
        setDisable(now.isEmpty());
        following = now.map(m -> m.rules().subscribe(this::show)).orElse(Subscription.EMPTY);
        if (now.isEmpty()) {
            show(EditRules.USUAL);
        }
    }

    private void show(EditRules rules) {
        quiet = true;
        area.setValue(
                switch (rules.area().where()) {
                    case Where.Everywhere _ -> Area.EVERYWHERE;
                    case Where.InsideOne _ -> Area.INSIDE_CHOSEN;
                    case Where.InsideAll _ -> Area.INSIDE_ALL;
                    case Where.InsideShown _ -> Area.INSIDE_SHOWN;
                    case Where.OutsideAll _ -> Area.OUTSIDE_ALL;
                    case Where.OutsideShown _ -> Area.OUTSIDE_SHOWN;
                });
        overwrite.setValue(rules.overwrite());
        quiet = false;
    }

    private void apply() {
        Area wanted = area.getValue();
        Overwrite loses = overwrite.getValue();
        if (quiet || model.isEmpty() || wanted == null || loses == null) {
            return;
        }
        LabelModel labels = model.get();
        labels.rules(
                new EditRules(
                        new EditableArea(
                                where(wanted, labels), labels.rules().get().area().within()),
                        loses));
    }

    private static Where where(Area area, LabelModel labels) {
        Optional<SegmentId> chosen = labels.selected().get();
        return switch (area) {
            case EVERYWHERE -> new Where.Everywhere();
            case INSIDE_CHOSEN ->
                    chosen.<Where>map(Where.InsideOne::new).orElseGet(Where.Everywhere::new);
            case INSIDE_ALL -> new Where.InsideAll();
            case INSIDE_SHOWN -> new Where.InsideShown();
            case OUTSIDE_ALL -> new Where.OutsideAll();
            case OUTSIDE_SHOWN -> new Where.OutsideShown();
        };
    }
}
