// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Grippable;
import org.overread.app.desktop.reading.tool.HandTools;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.reading.tool.ToolPoint;

/// What mouse, pen, fingers and keys do in a pane. The left button belongs to what can be gripped under it, then to the
/// active tool; with Shift to the slab. Right is the window, middle or space and left the picture, the wheel leafs, Ctrl
/// and the wheel zooms. A pen is a mouse; fingers on a screen move and pinch the picture, and a tap of one does what a
/// click of the left button does. FX thread.
final class PaneHands {
    private static final double KEY_ZOOM = 1.25;

    /// A notch of a common wheel, logical pixels.
    private static final double NOTCH = 40;

    private final ReadingModel reading;
    private final PaneModel pane;
    private final ToolBox tools;
    private final PaneView view;
    private final PaneHabits habits;
    private @Nullable Drag drag;
    private boolean space;
    private double turned;

    PaneHands(PaneView view, PaneHabits habits) {
        this.view = view;
        this.habits = habits;
        pane = view.model();
        reading = pane.reading();
        tools = habits.tools();
    }

    /// The tie is to the tools, which outlive the pane.
    Subscription listen() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(KeyEvent.KEY_RELEASED, this::keyUp);
        return tools.active().subscribe(tool -> view.setCursor(tool.face().cursor()));
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        cancelDrag(); // a second button gives up what the first began
        drag = event.isSynthesized() ? null : began(event); // a finger moves the picture
        event.consume();
    }

    private @Nullable Drag began(MouseEvent event) {
        return point(event.getX(), event.getY(), held(event), event.getClickCount())
                .flatMap(at -> begin(event, at))
                .orElse(null);
    }

    private Optional<Drag> begin(MouseEvent event, ToolPoint at) {
        return switch (event.getButton()) {
            case PRIMARY -> {
                if (space) {
                    yield Optional.of(HandTools.pan(at));
                }
                if (event.isShiftDown()) {
                    yield Optional.of(habits.shiftDrag().apply(at));
                }
                yield grip(at).or(() -> tools.active().get().press(at));
            }
            case SECONDARY -> Optional.of(HandTools.window(at));
            case MIDDLE -> Optional.of(HandTools.pan(at));
            case NONE, BACK, FORWARD -> Optional.empty();
        };
    }

    private Optional<Drag> grip(ToolPoint at) {
        return tools.grippables().stream()
                .map(grippable -> grippable.grip(at))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void drag(MouseEvent event) {
        Drag following = drag;
        if (following != null) {
            point(event).ifPresent(following::to);
        }
        tellPointer(event.getX(), event.getY());
        event.consume();
    }

    private void release(MouseEvent event) {
        Drag ending = drag;
        drag = null;
        if (ending != null) {
            point(event).ifPresentOrElse(ending::end, ending::cancel);
        }
        event.consume();
    }

    /// Gives up what the hand is doing; whether it was doing anything.
    private boolean cancelDrag() {
        Drag given = drag;
        drag = null;
        if (given != null) {
            given.cancel();
        }
        return given != null;
    }

    private void click(MouseEvent event) {
        if (event.isSynthesized() && event.isStillSincePress()) {
            drag = began(event);
            release(event);
        }
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && event.isStillSincePress()
                && tools.isAtRest()) {
            habits.enlarge().accept(pane);
        }
        if (event.getButton() == MouseButton.SECONDARY && event.isStillSincePress()) {
            habits.menu().open(view, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /// The right button asks when it is let go, since a drag of it changes the window.
    private void menu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            habits.menu().open(view, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void hover(MouseEvent event) {
        tellPointer(event.getX(), event.getY());
        point(event)
                .ifPresent(
                        at -> {
                            tools.active().get().hover(at);
                            view.setCursor(cursor(at));
                        });
    }

    private Cursor cursor(ToolPoint at) {
        for (Grippable grippable : tools.grippables()) {
            Optional<Cursor> there = grippable.cursor(at);
            if (there.isPresent()) {
                return there.get();
            }
        }
        return tools.active().get().face().cursor();
    }

    private void leave() {
        reading.pointer().leave();
        tools.active().get().leave();
    }

    private void tellPointer(double x, double y) {
        PaneState state = pane.state().get();
        if (state != null) {
            reading.pointer().moveTo(state.toPatient(new PanePoint(x, y)));
        }
    }

    private void scroll(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (event.isAltDown() && turns(event, delta / NOTCH)) {
            event.consume();
            return;
        }
        if (event.isDirect()) { // fingers on the screen itself: the picture goes with them
            pane.pan(event.getDeltaX(), event.getDeltaY());
        } else if (event.isShortcutDown()) {
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
        tellPointer(event.getX(), event.getY());
        event.consume();
    }

    private boolean turns(ScrollEvent event, double notches) {
        return point(event.getX(), event.getY(), held(event.isShortcutDown(), true), 0)
                .filter(at -> tools.active().get().wheel(at, notches))
                .isPresent();
    }

    private void pinch(ZoomEvent event) {
        pane.zoomAt(new PanePoint(event.getX(), event.getY()), event.getZoomFactor());
        event.consume();
    }

    private void key(KeyEvent event) {
        if (takes(event)) {
            event.consume();
        }
    }

    private boolean takes(KeyEvent event) {
        PaneTool tool = tools.active().get();
        Set<Held> held = held(event.isShortcutDown(), event.isAltDown());
        boolean alone = held.isEmpty() && !event.isShiftDown();
        if (alone && event.getCode() == KeyCode.ESCAPE) {
            return cancelDrag() || tool.cancel() || tools.putDown();
        }
        if (alone && event.getCode() == KeyCode.ENTER) {
            return tool.accept(); // with others held it is an action's, and no tool's
        }
        return tool.key(event.getCode(), held) || (alone && moves(event.getCode()));
    }

    private boolean moves(KeyCode code) {
        switch (code) {
            case UP, LEFT -> pane.leaf(-1);
            case DOWN, RIGHT -> pane.leaf(1);
            case PAGE_UP -> pane.page(-1);
            case PAGE_DOWN -> pane.page(1);
            case HOME -> pane.toFirst();
            case END -> pane.toLast();
            case PLUS, ADD, EQUALS -> pane.zoom(KEY_ZOOM);
            case MINUS, SUBTRACT -> pane.zoom(1 / KEY_ZOOM);
            case SPACE -> space = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void keyUp(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = false;
        }
    }

    private Optional<ToolPoint> point(MouseEvent event) {
        return point(event.getX(), event.getY(), held(event), 0);
    }

    private Optional<ToolPoint> point(double x, double y, Set<Held> held, int clicks) {
        PaneState state = pane.state().get();
        return state == null
                ? Optional.empty()
                : Optional.of(new ToolPoint(pane, state, new PanePoint(x, y), held, clicks));
    }

    private static Set<Held> held(MouseEvent event) {
        return held(event.isShortcutDown(), event.isAltDown());
    }

    private static Set<Held> held(boolean shortcut, boolean alt) {
        var held = EnumSet.noneOf(Held.class);
        if (shortcut) {
            held.add(Held.SHORTCUT);
        }
        if (alt) {
            held.add(Held.ALT);
        }
        return held;
    }
}
