// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;

/// A hand that counts what it does: each key, each click, each drag from press to release, and each way to another slice.
final class Hand {
    private static final int PARTS = 6;

    private final FxRobot robot;
    private int keys;
    private int clicks;
    private int drags;
    private int ways;

    Hand(FxRobot robot) {
        this.robot = robot;
    }

    /// With others held, it is one key.
    void key(KeyCode code, KeyCode... held) {
        for (KeyCode one : held) {
            robot.press(one);
        }
        robot.type(code);
        for (KeyCode one : held) {
            robot.release(one);
        }
        keys++;
    }

    void write(String letters) {
        robot.write(letters);
        keys += letters.length();
    }

    void click(Point2D at) {
        robot.clickOn(at, MouseButton.PRIMARY);
        clicks++;
    }

    void drag(Point2D from, Point2D to) {
        robot.moveTo(from);
        robot.press(MouseButton.PRIMARY);
        for (int part = 1; part <= PARTS; part++) {
            robot.moveTo(from.interpolate(to, (double) part / PARTS));
        }
        robot.release(MouseButton.PRIMARY);
        drags++;
    }

    /// The wheel led to another slice.
    void leafed() {
        ways++;
    }

    int gestures() {
        return keys + clicks + drags;
    }

    @Override
    public String toString() {
        return "%d gestures: %d keys, %d clicks, %d drags; %d ways to another slice"
                .formatted(gestures(), keys, clicks, drags, ways);
    }
}
