// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trial;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// Does to a pane what a person's hand does; places are parts of its width and height. FX thread.
public final class TrialHand {
    /// What a notch of a wheel sends.
    private static final double NOTCH = 40;

    private TrialHand() {}

    public static void scroll(Region pane, int notches) {
        double x = pane.getWidth() / 2;
        double y = pane.getHeight() / 2;
        Event.fireEvent(
                pane,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        NOTCH * notches,
                        0,
                        NOTCH * notches,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    public static void press(Region pane, MouseButton button, double partX, double partY) {
        fire(pane, MouseEvent.MOUSE_PRESSED, button, partX, partY);
    }

    public static void drag(Region pane, MouseButton button, double partX, double partY) {
        fire(pane, MouseEvent.MOUSE_DRAGGED, button, partX, partY);
    }

    public static void release(Region pane, MouseButton button, double partX, double partY) {
        fire(pane, MouseEvent.MOUSE_RELEASED, button, partX, partY);
    }

    private static void fire(
            Region pane,
            EventType<MouseEvent> type,
            MouseButton button,
            double partX,
            double partY) {
        var at =
                pane.localToScene(
                        Math.rint(pane.getWidth() * partX), Math.rint(pane.getHeight() * partY));
        var event =
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        button == MouseButton.PRIMARY,
                        false,
                        button == MouseButton.SECONDARY,
                        false,
                        false,
                        false,
                        null);
        Event.fireEvent(pane, event);
    }
}
