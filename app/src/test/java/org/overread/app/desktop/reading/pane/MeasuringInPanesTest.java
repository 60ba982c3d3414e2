// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.finding.FindingFiles;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.finding.draw.FindingMarks;
import org.overread.app.desktop.finding.draw.MeasureTool;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PlaneAlignment;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Measures the first lesion of the sample patient's liver, a ball of 28 mm whose T2 signal is 720, in the tilted MR.
@RequiresDisplay
final class MeasuringInPanesTest {
    private static final int AXIAL = 0;
    private static final int CORONAL = 2;
    private static final PatientPoint LESION = new PatientPoint(-104, 18, -34);
    private static final double RADIUS = 14;
    private static final double SIGNAL = 720;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static Volume mr;

    @TempDir private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ReadingStage stage;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private FindingsModel model;

    @BeforeAll
    static void sample() {
        try (var threads = Executors.newFixedThreadPool(2)) {
            mr =
                    SampleStudy.series()
                            .get(1)
                            .volume(threads, Progress.Listener.NONE, new CancelToken());
        }
    }

    @BeforeEach
    void open() throws TimeoutException {
        stage = new ReadingStage(1280, 720);
        stage.robot.interact(
                () -> {
                    model =
                            new FindingsModel(
                                    new FindingFiles(folder),
                                    Runnable::run,
                                    Runnable::run,
                                    Runnable::run,
                                    InstantSource.system(),
                                    _ -> {});
                    var marks =
                            new FindingMarks(
                                    model,
                                    stage.area.tools()::isAtRest,
                                    (_, _) -> OptionalDouble.of(1064));
                    stage.area.tools().marks().add(marks);
                    stage.area.tools().grippables().add(marks);
                    MeasureTool.all(model).forEach(stage.area.tools()::add);
                    model.open(mr, LengthMeaning.PATIENT);
                });
        stage.show(mr);
        stage.robot.interact(() -> stage.reading.jumpTo(LESION));
        zoomIn();
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        stage.close();
    }

    private void zoomIn() {
        stage.robot.interact(
                () -> {
                    for (int pane : new int[] {AXIAL, CORONAL}) {
                        stage.pane(pane).model().zoomAt(stage.state(pane).toPane(LESION), 3);
                    }
                    stage.reading.jumpTo(LESION);
                });
        stage.settle();
    }

    private void take(String tool) {
        stage.robot.interact(
                () ->
                        stage.area
                                .tools()
                                .choose(stage.area.tools().find("measure." + tool).orElseThrow()));
    }

    /// Where the plane of a pane meets the lesion's middle, moved within the plane.
    private PatientPoint inPlane(int pane, double right, double down) {
        var plane = stage.state(pane).plane();
        double off = plane.center().from(LESION).dot(plane.normal());
        return LESION.plus(plane.normal().times(off))
                .plus(plane.right().times(right))
                .plus(plane.down().times(down));
    }

    private void drag(int pane, PatientPoint from, PatientPoint to) {
        move(pane, from);
        stage.robot.press(MouseButton.PRIMARY);
        move(pane, Measure.between(from, to));
        move(pane, to);
        stage.robot.release(MouseButton.PRIMARY);
        stage.settle();
    }

    private void move(int pane, PatientPoint to) {
        PanePoint at = stage.state(pane).toPane(to);
        Point2D there = stage.onScreen(pane, at);
        stage.robot.moveTo(there);
    }

    private void click(int pane, PatientPoint at) {
        move(pane, at);
        stage.robot.clickOn(MouseButton.PRIMARY);
        stage.settle();
    }

    private Finding only() {
        List<Finding> all = model.findings().get();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private double value(Quantity quantity) {
        return only().figures().value(quantity).orElseThrow();
    }

    private double pixel(int pane) {
        return stage.state(pane).pixelMm();
    }

    @Test
    void aDragAcrossTheLesionMeasuresItsDiameter() throws IOException {
        take("length");
        drag(AXIAL, inPlane(AXIAL, -RADIUS, 0), inPlane(AXIAL, RADIUS, 0));
        assertEquals(2 * RADIUS, value(Quantity.LENGTH), 2 * pixel(AXIAL));
        stage.write("measure-length");
    }

    @Test
    void theDiameterIsTheSameOnAPlaneTurnedTwice() throws IOException {
        stage.robot.interact(
                () -> {
                    stage.reading.planes().turn(stage.pane(CORONAL).model(), Optional.empty(), 0.5);
                    stage.reading.planes().turn(stage.pane(1).model(), Optional.empty(), -0.35);
                });
        stage.settle();
        PatientVector normal = stage.state(AXIAL).plane().normal();
        for (PatientVector axis :
                List.of(mr.geometry().iStep(), mr.geometry().jStep(), mr.geometry().normal())) {
            assertTrue(Math.abs(normal.dot(axis.unit())) < 0.97, "the plane is oblique");
        }
        take("length");
        drag(AXIAL, inPlane(AXIAL, -8, -RADIUS), inPlane(AXIAL, -8, RADIUS));
        drag(AXIAL, inPlane(AXIAL, 0, -RADIUS), inPlane(AXIAL, 0, RADIUS));
        assertEquals(
                2 * RADIUS,
                model.findings().get().getLast().figures().value(Quantity.LENGTH).orElseThrow(),
                2 * pixel(AXIAL));
        take("ellipse");
        drag(AXIAL, inPlane(AXIAL, -8, -6), inPlane(AXIAL, 8, 6));
        var figures = model.findings().get().getLast().figures();
        assertEquals(SIGNAL, figures.value(Quantity.MEAN).orElseThrow(), 15);
        assertEquals(
                Math.PI * 8 * 6, figures.value(Quantity.AREA).orElseThrow(), 12 * pixel(AXIAL) * 4);
        stage.write("measure-oblique");
    }

    @Test
    void regionsInTheLesionHaveItsSignal() throws IOException {
        stage.robot.interact(() -> stage.reading.planes().alignment().set(PlaneAlignment.PATIENT));
        stage.settle();
        for (String region : List.of("ellipse", "rectangle")) {
            take(region);
            drag(AXIAL, inPlane(AXIAL, -8, -7), inPlane(AXIAL, 8, 7));
        }
        take("sphere");
        drag(CORONAL, inPlane(CORONAL, 0, 0), inPlane(CORONAL, 9, 0));
        List<Finding> all = model.findings().get();
        assertEquals(3, all.size());
        for (Finding finding : all) {
            assertEquals(SIGNAL, finding.figures().value(Quantity.MEAN).orElseThrow(), 15);
        }
        double ball = 4 / 3.0 * Math.PI * 9 * 9 * 9;
        assertEquals(
                ball,
                all.get(2).figures().value(Quantity.VOLUME).orElseThrow(),
                4 * Math.PI * 81 * 2 * pixel(CORONAL));
        assertEquals(2, handles(CORONAL), "the ball is the chosen one in the pane of its middle");
        stage.write("measure-regions");
    }

    @Test
    void figuresAreThereWhileTheHandMoves() {
        take("ellipse");
        move(AXIAL, inPlane(AXIAL, -8, -7));
        stage.robot.press(MouseButton.PRIMARY);
        move(AXIAL, inPlane(AXIAL, 8, 7));
        double mean =
                model.draft().get().orElseThrow().figures().value(Quantity.MEAN).orElseThrow();
        assertEquals(SIGNAL, mean, 15);
        stage.robot.type(KeyCode.ESCAPE);
        assertTrue(model.draft().get().isEmpty());
        stage.robot.release(MouseButton.PRIMARY);
        assertTrue(model.findings().get().isEmpty());
    }

    @Test
    void anAngleIsADragAndAClick() {
        take("angle");
        drag(AXIAL, inPlane(AXIAL, 30, 0), inPlane(AXIAL, 0, 0));
        assertTrue(model.findings().get().isEmpty());
        click(AXIAL, inPlane(AXIAL, 20, 20));
        assertEquals(45, value(Quantity.ANGLE), 2.5);
    }

    @Test
    void cobbsAngleIsTwoDrags() {
        take("cobb");
        drag(CORONAL, inPlane(CORONAL, -20, -10), inPlane(CORONAL, 20, -10));
        drag(CORONAL, inPlane(CORONAL, -20, 15), inPlane(CORONAL, 20, 35));
        assertEquals(Math.toDegrees(Math.atan2(20, 40)), value(Quantity.ANGLE), 2.5);
    }

    @Test
    void aPathEndsWithEnterAndBackspaceTakesAPointBack() {
        take("polyline");
        click(AXIAL, inPlane(AXIAL, 0, 0));
        click(AXIAL, inPlane(AXIAL, 30, 0));
        click(AXIAL, inPlane(AXIAL, -30, -30));
        stage.robot.type(KeyCode.BACK_SPACE);
        click(AXIAL, inPlane(AXIAL, 30, 20));
        stage.robot.type(KeyCode.ENTER);
        assertEquals(50, value(Quantity.LENGTH), 4 * pixel(AXIAL));
    }

    @Test
    void theShortAxisIsDrawnByItsHandle() {
        take("bidirectional");
        drag(AXIAL, inPlane(AXIAL, -RADIUS, 0), inPlane(AXIAL, RADIUS, 0));
        assertEquals(28, value(Quantity.LONG_AXIS), 2 * pixel(AXIAL));
        PatientPoint end = only().shape().orElseThrow().points().get(2);
        PatientVector way = end.from(inPlane(AXIAL, 0, 0)).unit();
        drag(AXIAL, end, inPlane(AXIAL, 0, 0).plus(way.times(12)));
        double other = 0.3 * 28;
        assertEquals(12 + other, value(Quantity.SHORT_AXIS), 3 * pixel(AXIAL));
        assertEquals(28, value(Quantity.LONG_AXIS), 2 * pixel(AXIAL));
    }

    @Test
    void aProbeTellsTheSignal() {
        take("probe");
        click(AXIAL, inPlane(AXIAL, 2, 1));
        assertEquals(SIGNAL, value(Quantity.VALUE), 60);
    }

    @Test
    void aHandleIsDraggedAndTheChangeUndone() {
        take("length");
        drag(AXIAL, inPlane(AXIAL, 5, 5), inPlane(AXIAL, 25, 5));
        double before = value(Quantity.LENGTH);
        drag(AXIAL, only().shape().orElseThrow().points().get(1), inPlane(AXIAL, 45, 5));
        assertEquals(40, value(Quantity.LENGTH), 3 * pixel(AXIAL));
        stage.robot.interact(model::undo);
        assertEquals(before, value(Quantity.LENGTH), 1e-12);
    }

    /// A line across slices is drawn in a pane that it crosses, and faded there; far from it, nothing is.
    @Test
    void aMeasureFadesOffItsPlane() {
        take("length");
        drag(CORONAL, inPlane(CORONAL, 5, -20), inPlane(CORONAL, 5, 20));
        assertEquals(0.6, opacity(AXIAL), 1e-6);
        assertEquals(1, opacity(CORONAL), 1e-6);
        stage.robot.interact(() -> stage.pane(CORONAL).model().leaf(1));
        stage.settle();
        assertEquals(0.6, opacity(CORONAL), 1e-6);
        stage.robot.interact(() -> stage.pane(CORONAL).model().leaf(4));
        stage.settle();
        assertTrue(lines(CORONAL).isEmpty());
        assertFalse(lines(AXIAL).isEmpty());
    }

    private long handles(int pane) {
        return ((Parent) stage.pane(pane).lookup(".marks"))
                        .getChildrenUnmodifiable().stream().filter(Circle.class::isInstance).count()
                / 2; // each with its halo
    }

    private double opacity(int pane) {
        return ((Color) lines(pane).getLast().getStroke()).getOpacity();
    }

    private List<Polyline> lines(int pane) {
        return ((Parent) stage.pane(pane).lookup(".marks"))
                .getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .filter(Polyline.class::isInstance)
                        .map(Polyline.class::cast)
                        .toList();
    }
}
