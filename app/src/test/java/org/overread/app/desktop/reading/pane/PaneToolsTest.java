// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Grippable;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.volume.PatientPoint;

/// What a hand does with the left button, with a ruler that knows only millimetres.
@RequiresDisplay
final class PaneToolsTest {
    private static final int AXIAL = 0;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ReadingStage stage;

    private final Ruler ruler = new Ruler();

    @BeforeEach
    void open() throws TimeoutException {
        stage = new ReadingStage(1280, 720);
        stage.show(TestVolumes.axial());
        stage.robot.interact(() -> stage.area.tools().add(ruler));
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        stage.close();
    }

    private void take(PaneTool tool) {
        stage.robot.interact(() -> stage.area.tools().choose(tool));
    }

    private void dragFrom(PanePoint from, PanePoint to) {
        press(from, MouseButton.PRIMARY);
        Point2D end = stage.onScreen(AXIAL, to);
        stage.robot.moveTo(end.add(-3, 0));
        stage.robot.moveTo(end);
        stage.robot.release(MouseButton.PRIMARY);
    }

    private void press(PanePoint at, MouseButton button) {
        stage.robot.moveTo(stage.onScreen(AXIAL, at));
        stage.robot.press(button);
    }

    @Test
    void theActiveToolGetsTheLeftButtonInMillimetres() throws IOException {
        PatientPoint cursor = stage.reading.cursor().get();
        PaneState state = stage.state(AXIAL);
        take(ruler);
        dragFrom(new PanePoint(150, 200), new PanePoint(350, 200));
        assertEquals(200 * state.pixelMm(), ruler.lengthMm(), 1.5 * state.pixelMm());
        assertEquals(cursor, stage.reading.cursor().get(), "the cursor stays");
        stage.write("tools-ruler");
        Polyline line = drawn();
        assertEquals(150, line.getPoints().getFirst(), 1.5);
        assertEquals(350, line.getPoints().get(2), 1.5);
    }

    /// As the window system tells of it.
    private void tell(EventType<MouseEvent> type, double x, double y, Hand hand) {
        PaneView pane = stage.pane(AXIAL);
        Point2D at = pane.localToScene(x, y);
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_CLICKED;
        Event.fireEvent(
                pane,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        hand == Hand.FINGER,
                        false,
                        type != MouseEvent.MOUSE_DRAGGED && hand != Hand.PEN,
                        null));
    }

    private enum Hand {
        PEN,
        FINGER
    }

    @Test
    void everySampleOfAPenReachesTheToolBetweenTwoFrames() {
        var moved = new ArrayList<PatientPoint>();
        PaneState state = stage.state(AXIAL);
        stage.robot.interact(
                () -> {
                    stage.area
                            .tools()
                            .grippables()
                            .add(new HandleAt(new PanePoint(200, 200), moved));
                    tell(MouseEvent.MOUSE_PRESSED, 200, 200, Hand.PEN);
                    for (int n = 1; n <= 60; n++) { // far more than frames in that time
                        tell(MouseEvent.MOUSE_DRAGGED, 200 + n * 0.25, 200, Hand.PEN);
                    }
                    tell(MouseEvent.MOUSE_RELEASED, 215, 200, Hand.PEN);
                });
        assertEquals(60, moved.size());
        assertEquals(
                0.25 * state.pixelMm(),
                moved.get(1).distanceTo(moved.get(0)),
                1e-9,
                "quarters of a pixel are kept");
    }

    @Test
    void aFingerLeavesTheToolAloneAndItsTapPointsTheCursor() {
        PatientPoint cursor = stage.reading.cursor().get();
        take(ruler);
        stage.robot.interact(
                () -> {
                    tell(MouseEvent.MOUSE_PRESSED, 200, 200, Hand.FINGER);
                    tell(MouseEvent.MOUSE_DRAGGED, 260, 220, Hand.FINGER);
                    tell(MouseEvent.MOUSE_RELEASED, 260, 220, Hand.FINGER);
                });
        assertTrue(ruler.points.isEmpty(), "the picture goes with the finger");
        stage.robot.interact(() -> stage.area.tools().putDown());
        stage.robot.interact(
                () -> {
                    tell(MouseEvent.MOUSE_PRESSED, 240, 210, Hand.FINGER);
                    tell(MouseEvent.MOUSE_RELEASED, 240, 210, Hand.FINGER);
                    tell(MouseEvent.MOUSE_CLICKED, 240, 210, Hand.FINGER);
                });
        PanePoint at = stage.state(AXIAL).toPane(stage.reading.cursor().get());
        assertNotEquals(cursor, stage.reading.cursor().get());
        assertEquals(240, at.x(), 1e-6);
        assertEquals(210, at.y(), 1e-6);
    }

    private Polyline drawn() {
        return (Polyline)
                ((Parent) stage.pane(AXIAL).lookup(".marks"))
                        .getChildrenUnmodifiable().stream()
                                .filter(Polyline.class::isInstance)
                                .findFirst()
                                .orElseThrow();
    }

    @Test
    void marksStayOnThePatientWhenThePictureMoves() {
        take(ruler);
        dragFrom(new PanePoint(150, 200), new PanePoint(350, 200));
        double length = ruler.lengthMm();
        stage.robot.interact(() -> stage.pane(AXIAL).model().zoomAt(new PanePoint(150, 200), 2));
        stage.settle();
        assertEquals(150, drawn().getPoints().getFirst(), 1.5);
        assertEquals(550, drawn().getPoints().get(2), 3);
        assertEquals(length, ruler.lengthMm(), 1e-9);
    }

    @Test
    void escGivesUpTheDragThenWhatWasBegunThenTheTool() {
        take(ruler);
        press(new PanePoint(150, 200), MouseButton.PRIMARY);
        stage.robot.moveTo(stage.onScreen(AXIAL, new PanePoint(250, 200)));
        stage.robot.type(KeyCode.ESCAPE);
        assertTrue(ruler.points.isEmpty());
        stage.robot.release(MouseButton.PRIMARY);
        dragFrom(new PanePoint(150, 200), new PanePoint(350, 200));
        stage.robot.type(KeyCode.ESCAPE);
        assertTrue(ruler.points.isEmpty());
        assertEquals(ruler, stage.area.tools().active().get());
        stage.robot.type(KeyCode.ESCAPE);
        assertTrue(stage.area.tools().isAtRest());
    }

    @Test
    void enterFinishesWhatTheToolBegan() {
        take(ruler);
        dragFrom(new PanePoint(150, 200), new PanePoint(350, 200));
        stage.robot.type(KeyCode.ENTER);
        assertEquals(1, ruler.finished);
    }

    @Test
    void whatCanBeGrippedComesBeforeTheTool() {
        var moved = new ArrayList<PatientPoint>();
        stage.robot.interact(
                () ->
                        stage.area
                                .tools()
                                .grippables()
                                .add(new HandleAt(new PanePoint(300, 300), moved)));
        take(ruler);
        dragFrom(new PanePoint(301, 299), new PanePoint(340, 300));
        assertTrue(ruler.points.isEmpty());
        assertFalse(moved.isEmpty());
        dragFrom(new PanePoint(150, 200), new PanePoint(350, 200));
        assertEquals(2, ruler.points.size());
    }

    @Test
    void shiftAndDragMakeThePictureThicker() throws IOException {
        take(ruler);
        stage.robot.press(KeyCode.SHIFT);
        dragFrom(new PanePoint(200, 250), new PanePoint(200, 210));
        stage.robot.release(KeyCode.SHIFT);
        Slab slab = stage.pane(AXIAL).model().slab();
        assertEquals(10, slab.thicknessMm(), 0.5);
        assertEquals(Slab.Mode.MAX, slab.mode());
        assertTrue(ruler.points.isEmpty());
        stage.write("tools-slab");
    }

    /// Something to take, ten pixels wide, that notes where it was dragged.
    private record HandleAt(PanePoint where, List<PatientPoint> moved) implements Grippable {
        @Override
        public Optional<Drag> grip(ToolPoint at) {
            double away = Math.hypot(at.pixel().x() - where.x(), at.pixel().y() - where.y());
            return away > 5 ? Optional.empty() : Optional.of(noting());
        }

        private Drag noting() {
            return new Drag() {
                @Override
                public void to(ToolPoint at) {
                    moved.add(at.at());
                }

                @Override
                public void cancel() {
                    moved.clear();
                }
            };
        }

        @Override
        public Optional<Cursor> cursor(ToolPoint at) {
            return Optional.empty();
        }
    }

    /// The least that a tool can be.
    private static final class Ruler implements PaneTool {
        private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
        private List<PatientPoint> points = List.of();
        private int finished;

        double lengthMm() {
            return points.getLast().from(points.getFirst()).length();
        }

        private void draw(List<PatientPoint> now) {
            points = now;
            changes.set(changes.get() + 1);
        }

        @Override
        public ToolFace face() {
            return ToolFace.of("ruler", "Ruler", "Drag", RemixiconMZ.RULER_LINE);
        }

        @Override
        public Optional<Drag> press(ToolPoint start) {
            return Optional.of(
                    new Drag() {
                        @Override
                        public void to(ToolPoint at) {
                            draw(List.of(start.at(), at.at()));
                        }

                        @Override
                        public void cancel() {
                            draw(List.of());
                        }
                    });
        }

        @Override
        public boolean accept() {
            finished++;
            return true;
        }

        @Override
        public boolean cancel() {
            boolean any = !points.isEmpty();
            draw(List.of());
            return any;
        }

        @Override
        public List<Mark> marks(PaneState shown) {
            var look = MarkLook.of(0xE6C44A);
            return points.isEmpty()
                    ? List.of()
                    : List.of(
                            new Mark.Line(points, look),
                            new Mark.Handle(points.getFirst(), look),
                            new Mark.Handle(points.getLast(), look),
                            new Mark.Words(
                                    points.getLast(), "%.1f mm".formatted(lengthMm()), look));
        }

        @Override
        public ObservableValue<?> changed() {
            return changes;
        }
    }
}
