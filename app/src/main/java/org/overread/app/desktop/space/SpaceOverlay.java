// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.slice.OrientationLetters;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.space.SpaceLook;
import org.overread.viewer.volume.PatientVector;

/// What stands over the picture of the body: the look, what cuts it, the letters, the cube, the cursor. FX thread.
final class SpaceOverlay extends Pane {
    private static final double MARGIN = 8;
    private static final double RING = 5;
    private static final double BELOW_THE_CUBE = 6;
    private static final double ROOM_BETWEEN_CORNERS = 260;

    private final SpaceModel model;
    private final Label words = new Label("3D");
    private final Label state = new Label();
    private final Label caution = new Label();
    private final Label left = letter();
    private final Label right = letter();
    private final Label top = letter();
    private final Label bottom = letter();
    private final OrientationCube cube = new OrientationCube();
    private final Circle ring = new Circle(RING);
    private final HBox below = new HBox();
    private final Button look = Buttons.word("", this::offerLooks);
    private final Map<ViewPlane, ToggleButton> cuts = new EnumMap<>(ViewPlane.class);

    SpaceOverlay(SpaceModel model) {
        this.model = model;
        setPickOnBounds(false);
        setManaged(false);
        words.getStyleClass().add("space-title");
        state.getStyleClass().add("space-state");
        caution.getStyleClass().add("space-caution");
        ring.getStyleClass().add("space-cursor");
        for (var node : new Node[] {words, state, caution, left, right, top, bottom, ring, cube}) {
            node.setMouseTransparent(true);
        }
        below.getStyleClass().add("space-bar");
        below.setAlignment(Pos.CENTER_LEFT);
        below.setCursor(Cursor.DEFAULT);
        look.setFocusTraversable(false);
        look.getStyleClass().add("space-look");
        Buttons.name(look, "Choose how the body is shown (V: the next)");
        below.getChildren().add(look);
        var cutIcon = new FontIcon(RemixiconMZ.SCISSORS_CUT_LINE);
        cutIcon.getStyleClass().add("ov-small-icon");
        below.getChildren().add(cutIcon);
        for (ViewPlane plane : ViewPlane.values()) {
            below.getChildren().add(cut(plane));
        }
        getChildren().addAll(left, right, top, bottom, cube, ring, words, state, caution, below);
        model.state().subscribe(_ -> say());
    }

    private static Label letter() {
        var label = new Label();
        label.getStyleClass().add("space-letter");
        return label;
    }

    private ToggleButton cut(ViewPlane plane) {
        var button = new ToggleButton(plane.letter());
        button.getStyleClass().setAll("ov-button", "ov-toggle", "space-cut", plane.style());
        button.setFocusTraversable(false);
        Buttons.name(
                button, "Cut the body by the " + plane.title().toLowerCase(Locale.ROOT) + " plane");
        button.setOnAction(_ -> model.toggleCut(plane));
        cuts.put(plane, button);
        return button;
    }

    private void offerLooks() {
        var menu = new ContextMenu();
        for (SpaceLook offered : model.looks()) {
            var item = new MenuItem(offered.name());
            item.setOnAction(_ -> model.choose(offered));
            menu.getItems().add(item);
        }
        menu.show(look, Side.TOP, 0, 0);
    }

    void fail() {
        state.setText("This picture could not be drawn. Press A to look from the front.");
    }

    private void say() {
        boolean ready = model.state().get() instanceof SpaceModel.State.Ready;
        state.setText(
                switch (model.state().get()) {
                    case SpaceModel.State.Waiting() ->
                            "The body is shown when all slices are here.";
                    case SpaceModel.State.Preparing() -> "Looking through the slices…";
                    case SpaceModel.State.Impossible() ->
                            "This series has no values to look through.";
                    case SpaceModel.State.Ready _ -> "";
                });
        below.setVisible(ready);
        cube.setVisible(ready);
        ring.setVisible(ready);
        for (Label letter : new Label[] {left, right, top, bottom}) {
            letter.setVisible(ready);
        }
    }

    /// Follows the model in a pane of that size, logical pixels.
    void show(double width, double height) {
        resizeRelocate(0, 0, width, height);
        SlicePlane plane = model.view().plane();
        PatientVector across = plane.right();
        PatientVector along = plane.down();
        put(left, OrientationLetters.of(across.negated()), MARGIN, height / 2, 0);
        put(right, OrientationLetters.of(across), width - MARGIN, height / 2, 1);
        put(top, OrientationLetters.of(along.negated()), width / 2, 14, 0.5);
        put(bottom, OrientationLetters.of(along), width / 2, height - 14, 0.5);
        boolean room = width > ROOM_BETWEEN_CORNERS;
        top.setOpacity(room ? 1 : 0);
        bottom.setOpacity(room ? 1 : 0);
        cube.show(plane);
        cube.relocate(width - cube.side() - MARGIN, MARGIN);
        words.relocate(MARGIN + 2, MARGIN);
        caution.setText(model.lossy().map(LossySlices::brief).orElse(""));
        caution.autosize();
        caution.relocate(
                width - caution.getWidth() - MARGIN, cube.side() + MARGIN + BELOW_THE_CUBE);
        state.autosize();
        state.relocate(
                Math.rint((width - state.getWidth()) / 2),
                Math.rint((height - state.getHeight()) / 2));
        look.setText(model.look().map(SpaceLook::name).orElse(""));
        below.autosize();
        below.relocate(2, height - below.getHeight() - 4);
        cuts.forEach((cut, button) -> button.setSelected(model.isCut(cut)));
        double pixelMm = model.pixelMm(width, height);
        PatientVector cursor = model.cursor().from(plane.center());
        ring.setCenterX(width / 2 + cursor.dot(across) / pixelMm);
        ring.setCenterY(height / 2 + cursor.dot(along) / pixelMm);
    }

    /// `anchor` is what of its width lies left of x.
    private static void put(Label label, String words, double x, double y, double anchor) {
        label.setText(words);
        label.autosize();
        label.relocate(
                Math.rint(x - anchor * label.getWidth()), Math.rint(y - label.getHeight() / 2));
    }
}
