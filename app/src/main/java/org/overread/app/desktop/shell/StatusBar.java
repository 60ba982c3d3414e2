// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.overread.app.desktop.control.FixedFigures;
import org.overread.app.desktop.control.LateTip;
import org.overread.viewer.volume.VoxelValue;

/// Value, patient position, voxel and structure under the cursor, or what the hand can do where no picture is under it; at
/// the right the work in progress.
final class StatusBar extends HBox {
    private static final String HANDS =
            "Wheel: slices     Right drag: window     Middle drag: move     Ctrl+wheel: zoom"
                    + "     Double-click: one pane large     Right click: more";

    private final Label value = new FixedFigures("−00000");
    private final Label unit = word("HU");
    private final Label stored = new FixedFigures("−00000");
    private final HBox inFile = pair("stored", stored);
    private final Label over = new FixedFigures("−00000");
    private final Label overUnit = word("");
    private final HBox above = pair("over", over, overUnit);
    private final Label x = new FixedFigures("−000.0");
    private final Label y = new FixedFigures("−000.0");
    private final Label z = new FixedFigures("−0000.0");
    private final Label i = new FixedFigures("0000");
    private final Label j = new FixedFigures("0000");
    private final Label k = new FixedFigures("0000");
    private final Label structure = new Label();
    private final HBox numbers = new HBox();

    /// `reading` says whether a series is open.
    StatusBar(
            ObservableValue<Optional<CursorReading>> cursor,
            ObservableValue<Boolean> reading,
            Node work) {
        getStyleClass().add("ov-status-bar");
        unit.setMinWidth(28);
        structure.getStyleClass().add("ov-quiet");
        var patient = group(pair("x", x), pair("y", y), pair("z", z, word("mm")));
        LateTip.say(patient, "Patient position: x to the left, y to the back, z to the head");
        LateTip.say(inFile, "The number in the file, from which the value is computed");
        LateTip.say(above, "The value of what lies over the picture; of several, of the topmost");
        above.managedProperty().bind(above.visibleProperty());
        above.getStyleClass().add("ov-over");
        inFile.managedProperty().bind(inFile.visibleProperty());
        inFile.getStyleClass().add("ov-stored");
        var voxel = group(pair("i", i), pair("j", j), pair("k", k));
        numbers.getChildren()
                .addAll(group(pair("", value, unit), inFile, above), patient, voxel, structure);
        numbers.getStyleClass().add("ov-cursor");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        numbers.setMinWidth(0);
        var hints = new Label(HANDS);
        hints.getStyleClass().addAll("ov-unit", "ov-hand-hints");
        hints.setMinWidth(0);
        var left = new StackPane(numbers, hints);
        left.setAlignment(Pos.CENTER_LEFT);
        left.minWidthProperty().bind(hints.visibleProperty().map(seen -> seen ? USE_PREF_SIZE : 0));
        getChildren().addAll(left, gap, work);
        cursor.subscribe(this::show);
        hints.visibleProperty()
                .bind(
                        numbers.visibleProperty()
                                .flatMap(shown -> reading.map(open -> open && !shown)));
    }

    private void show(Optional<CursorReading> reading) {
        numbers.setVisible(reading.isPresent());
        reading.ifPresent(
                at -> {
                    value.setText(CursorText.value(at.value()));
                    unit.setText(CursorText.unit(at.value()));
                    inFile.setVisible(at.stored().isPresent());
                    at.stored().ifPresent(n -> stored.setText(CursorText.stored(n)));
                    above.setVisible(!at.over().isEmpty());
                    at.over().reversed().stream().findFirst().ifPresent(this::showOver);
                    x.setText(CursorText.millimetres(at.patient().x()));
                    y.setText(CursorText.millimetres(at.patient().y()));
                    z.setText(CursorText.millimetres(at.patient().z()));
                    i.setText(CursorText.index(at.voxel().i()));
                    j.setText(CursorText.index(at.voxel().j()));
                    k.setText(CursorText.index(at.voxel().k()));
                    structure.setText(at.structure().orElse(""));
                });
    }

    /// Of several the topmost.
    private void showOver(VoxelValue top) {
        over.setText(CursorText.value(top));
        overUnit.setText(CursorText.unit(top));
    }

    private static Label word(String text) {
        var label = new Label(text);
        label.getStyleClass().add("ov-unit");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static HBox pair(String letter, Label number, Label... units) {
        var pair = new HBox(4, word(letter), number);
        pair.getStyleClass().add("ov-group");
        pair.getChildren().addAll(units);
        return pair;
    }

    private static HBox group(Node... parts) {
        var group = new HBox(12, parts);
        group.getStyleClass().add("ov-group");
        HBox.setMargin(group, new Insets(0, 24, 0, 0));
        return group;
    }
}
