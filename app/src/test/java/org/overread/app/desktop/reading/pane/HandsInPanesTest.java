// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;

/// What a hand does in the panes: mouse, wheel, keys, fingers.
@RequiresDisplay
final class HandsInPanesTest {
    private static final int AXIAL = 0;
    private static final int CORONAL = 2;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ReadingStage stage;

    @BeforeEach
    void open() throws TimeoutException {
        stage = new ReadingStage(1280, 720);
        stage.show(TestVolumes.axial());
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        stage.close();
    }

    private void click(int pane, PanePoint point, MouseButton button) {
        stage.robot.moveTo(stage.onScreen(pane, point));
        stage.robot.clickOn(button);
        stage.settle();
    }

    @Test
    void theWheelMovesOneSlice() {
        stage.robot.moveTo(stage.pane(AXIAL));
        double before = stage.reading.cursor().get().z();
        stage.robot.scroll(1, VerticalDirection.DOWN);
        stage.settle();
        assertEquals(2, Math.abs(stage.reading.cursor().get().z() - before), 1e-9);
    }

    @Test
    void keysLeafThroughThePaneThatWasClicked() {
        click(CORONAL, new PanePoint(100, 100), MouseButton.PRIMARY);
        stage.robot.type(KeyCode.HOME);
        assertEquals(-14.5, stage.reading.cursor().get().y(), 1e-9);
        stage.robot.type(KeyCode.PAGE_DOWN);
        stage.robot.type(KeyCode.DOWN);
        assertEquals(-12.5, stage.reading.cursor().get().y(), 1e-9);
        stage.robot.type(KeyCode.END);
        assertEquals(14.5, stage.reading.cursor().get().y(), 1e-9);
    }

    @Test
    void draggingWithTheRightButtonChangesTheWindow() {
        Window before = stage.reading.tones().window();
        var start = stage.onScreen(AXIAL, new PanePoint(200, 200));
        stage.robot.moveTo(start);
        stage.robot.press(MouseButton.SECONDARY);
        stage.robot.moveTo(start.add(60, 0));
        stage.robot.release(MouseButton.SECONDARY);
        Window wider = stage.reading.tones().window();
        assertEquals(before.center(), wider.center(), 1e-9);
        assertEquals(before.width() * Math.exp(0.2), wider.width(), 1);
        stage.robot.press(MouseButton.SECONDARY);
        stage.robot.moveTo(start.add(60, 30));
        stage.robot.release(MouseButton.SECONDARY);
        assertEquals(wider.width(), stage.reading.tones().window().width(), 1e-9);
        assertEquals(
                wider.center() + wider.width() / 10, stage.reading.tones().window().center(), 1);
    }

    @Test
    void theMiddleButtonAndSpaceMoveThePicture() {
        PatientPoint held = stage.state(AXIAL).toPatient(new PanePoint(200, 200));
        var start = stage.onScreen(AXIAL, new PanePoint(200, 200));
        stage.robot.moveTo(start);
        stage.robot.press(MouseButton.MIDDLE);
        stage.robot.moveTo(start.add(50, 20));
        stage.robot.release(MouseButton.MIDDLE);
        PanePoint now = stage.state(AXIAL).toPane(held);
        assertEquals(250, now.x(), 1e-6);
        assertEquals(220, now.y(), 1e-6);
        PatientPoint cursor = stage.reading.cursor().get();
        stage.robot.press(KeyCode.SPACE);
        stage.robot.press(MouseButton.PRIMARY);
        stage.robot.moveTo(start);
        stage.robot.release(MouseButton.PRIMARY);
        stage.robot.release(KeyCode.SPACE);
        assertEquals(200, stage.state(AXIAL).toPane(held).x(), 1e-6);
        assertEquals(cursor, stage.reading.cursor().get());
    }

    @Test
    void controlAndTheWheelZoomAtThePointer() {
        var point = new PanePoint(150, 120);
        PatientPoint under = stage.state(AXIAL).toPatient(point);
        double before = stage.state(AXIAL).pixelMm();
        stage.robot.moveTo(stage.onScreen(AXIAL, point));
        stage.robot.press(KeyCode.CONTROL);
        stage.robot.scroll(2, VerticalDirection.UP);
        stage.robot.release(KeyCode.CONTROL);
        PanePoint after = stage.state(AXIAL).toPane(under);
        assertFalse(before == stage.state(AXIAL).pixelMm());
        assertEquals(point.x(), after.x(), 0.6); // the pointer stands on whole pixels of the screen
        assertEquals(point.y(), after.y(), 0.6);
    }

    @Test
    void fingersOnATouchScreenMoveAndPinchThePicture() {
        PatientPoint held = stage.state(AXIAL).toPatient(new PanePoint(200, 150));
        PatientPoint cursor = stage.reading.cursor().get();
        stage.robot.interact(() -> touch(stage.pane(AXIAL), 200, 150, 24, -16));
        assertEquals(224, stage.state(AXIAL).toPane(held).x(), 1e-6);
        assertEquals(134, stage.state(AXIAL).toPane(held).y(), 1e-6);
        assertEquals(cursor, stage.reading.cursor().get(), "a finger turns no pages");
        double before = stage.state(AXIAL).pixelMm();
        stage.robot.interact(() -> pinch(stage.pane(AXIAL), 224, 134, 2));
        assertEquals(before / 2, stage.state(AXIAL).pixelMm(), 1e-9, "mm");
        assertEquals(224, stage.state(AXIAL).toPane(held).x(), 1e-6);
    }

    private static void touch(PaneView pane, double x, double y, double dx, double dy) {
        Point2D at = pane.localToScene(x, y);
        Event.fireEvent(
                pane,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        dx,
                        dy,
                        dx,
                        dy,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        1,
                        null));
    }

    private static void pinch(PaneView pane, double x, double y, double factor) {
        Point2D at = pane.localToScene(x, y);
        Event.fireEvent(
                pane,
                new ZoomEvent(
                        ZoomEvent.ZOOM,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        factor,
                        factor,
                        null));
    }
}
