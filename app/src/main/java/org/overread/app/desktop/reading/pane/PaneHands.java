// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;

/// What mouse and keys do in a pane when no tool has them: left moves the cursor, right the window, middle or space
/// and left the picture, the wheel leafs, Ctrl and the wheel zooms. FX thread.
final class PaneHands {
    private static final double KEY_ZOOM = 1.25;

    /// A notch of a common wheel, logical pixels.
    private static final double NOTCH = 40;

    /// Dragging this far changes the window's width by the factor e, or its centre by its width.
    private static final double WINDOW_DRAG = 300;

    private final ReadingModel reading;
    private final PaneModel pane;
    private Grip grip = Grip.NONE;
    private PanePoint last = new PanePoint(0, 0);
    private boolean space;
    private double turned;

    private enum Grip {
        NONE,
        CURSOR,
        WINDOW,
        PICTURE
    }

    PaneHands(ReadingModel reading, PaneModel pane) {
        this.reading = reading;
        this.pane = pane;
    }

    void listenTo(PaneView view) {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> press(view, event));
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> grip = Grip.NONE);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> reading.pointerGone());
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
    }

    private void press(PaneView view, MouseEvent event) {
        view.requestFocus();
        last = at(event);
        grip =
                switch (event.getButton()) {
                    case PRIMARY -> space ? Grip.PICTURE : Grip.CURSOR;
                    case SECONDARY -> Grip.WINDOW;
                    case MIDDLE -> Grip.PICTURE;
                    case NONE, BACK, FORWARD -> Grip.NONE;
                };
        if (grip == Grip.CURSOR) {
            pane.pointAt(last);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        PanePoint now = at(event);
        double dx = now.x() - last.x();
        double dy = now.y() - last.y();
        last = now;
        switch (grip) {
            case NONE -> {}
            case CURSOR -> pane.pointAt(now);
            case WINDOW -> reading.tones().drag(dx / WINDOW_DRAG, -dy / WINDOW_DRAG);
            case PICTURE -> pane.pan(dx, dy);
        }
        hover(event);
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && event.isStillSincePress()) {
            reading.enlarge(pane);
        }
        event.consume();
    }

    private void hover(MouseEvent event) {
        PaneState state = pane.state().get();
        if (state != null) {
            reading.pointerAt(state.toPatient(at(event)));
        }
    }

    private void scroll(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (event.isShortcutDown()) {
            pane.zoomAt(
                    new PanePoint(event.getX(), event.getY()),
                    Math.pow(KEY_ZOOM, delta / NOTCH / 2));
        } else {
            turned -= delta / NOTCH;
            int slices = (int) turned; // towards zero: a touch pad has to travel a whole slice
            turned -= slices;
            if (slices != 0) {
                pane.leaf(slices);
            }
        }
        PaneState state = pane.state().get();
        if (state != null) {
            reading.pointerAt(state.toPatient(new PanePoint(event.getX(), event.getY())));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean mine = true;
        switch (event.getCode()) {
            case PAGE_UP, UP, LEFT -> pane.leaf(-1);
            case PAGE_DOWN, DOWN, RIGHT -> pane.leaf(1);
            case HOME -> pane.toFirst();
            case END -> pane.toLast();
            case PLUS, ADD, EQUALS -> pane.zoom(KEY_ZOOM);
            case MINUS, SUBTRACT -> pane.zoom(1 / KEY_ZOOM);
            case SPACE -> space = true;
            default -> mine = false;
        }
        if (mine) {
            event.consume();
        }
    }

    private void release(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = false;
        }
    }

    private static PanePoint at(MouseEvent event) {
        return new PanePoint(event.getX(), event.getY());
    }
}
