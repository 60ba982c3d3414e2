// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import java.util.function.BiConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.overread.viewer.space.SpaceView;

/// What mouse and keys do with the body: left turns it and, where it does not move, points at it; middle or right moves
/// it; the wheel brings it nearer. A, P, L, R, H and F show a side, arrows turn, V takes the next look. FX thread.
final class SpaceHands {
    /// Half a turn is as wide as a common pane.
    private static final double RADIANS_A_PIXEL = Math.PI / 450;

    private static final double STEP = Math.toRadians(15);
    private static final double NOTCH = 40;
    private static final double ZOOM = 1.15;

    private final SpaceModel model;
    private final Region pane;
    private final BiConsumer<Double, Double> pick;
    private double lastX;
    private double lastY;

    SpaceHands(SpaceModel model, Region pane, BiConsumer<Double, Double> pick) {
        this.model = model;
        this.pane = pane;
        this.pick = pick;
    }

    void listen() {
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> pane.setCursor(Cursor.OPEN_HAND));
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(
                ZoomEvent.ZOOM,
                event -> {
                    model.zoom(event.getZoomFactor());
                    event.consume();
                });
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        pane.setCursor(Cursor.CLOSED_HAND);
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void drag(MouseEvent event) {
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        lastX = event.getX();
        lastY = event.getY();
        if (event.isPrimaryButtonDown()) {
            model.turn(dx * RADIANS_A_PIXEL, dy * RADIANS_A_PIXEL);
        } else {
            model.pan(dx, dy, pane.getWidth(), pane.getHeight());
        }
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 1
                && event.isStillSincePress()) {
            pick.accept(event.getX(), event.getY());
        }
    }

    private void scroll(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        model.zoom(Math.pow(ZOOM, delta / NOTCH));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        if (takes(event.getCode())) {
            event.consume();
        }
    }

    private boolean takes(KeyCode code) {
        switch (code) {
            case A -> model.lookFrom(SpaceView.Side.ANTERIOR);
            case P -> model.lookFrom(SpaceView.Side.POSTERIOR);
            case L -> model.lookFrom(SpaceView.Side.LEFT);
            case R -> model.lookFrom(SpaceView.Side.RIGHT);
            case H -> model.lookFrom(SpaceView.Side.HEAD);
            case F -> model.lookFrom(SpaceView.Side.FEET);
            case V -> model.nextLook();
            case LEFT -> model.turn(-STEP, 0);
            case RIGHT -> model.turn(STEP, 0);
            case UP -> model.turn(0, -STEP);
            case DOWN -> model.turn(0, STEP);
            case PLUS, ADD, EQUALS -> model.zoom(ZOOM);
            case MINUS, SUBTRACT -> model.zoom(1 / ZOOM);
            default -> {
                return false;
            }
        }
        return true;
    }
}
