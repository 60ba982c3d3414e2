// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.finding.FindingFiles;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.finding.draw.BoxTool;
import org.overread.app.desktop.finding.draw.FindingMarks;
import org.overread.app.desktop.finding.draw.MeasureTool;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingKind;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.Figures.Remark;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Points out the first lesion of the sample patient's liver, a ball of 28 mm, in the tilted MR: on planes as they were
/// acquired, and on planes turned twice. What is kept is compared with where the phantom has the lesion.
@RequiresDisplay
final class FindingsInPanesTest {
    private static final int FIRST = 0;
    private static final int SECOND = 2;
    private static final PatientPoint LESION = new PatientPoint(-104, 18, -34);
    private static final double RADIUS = 14;

    /// How the planes lie.
    enum Planes {
        ACQUIRED,
        OBLIQUE
    }

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static Volume mr;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static Volume ct;

    @TempDir private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ReadingStage stage;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private FindingsModel model;

    private final List<FindingsModel.Trouble> troubles = new ArrayList<>();

    @BeforeAll
    static void sample() {
        try (var threads = Executors.newFixedThreadPool(2)) {
            mr = volume(1, threads);
            ct = volume(0, threads);
        }
    }

    private static Volume volume(int series, ExecutorService threads) {
        return SampleStudy.series()
                .get(series)
                .volume(threads, Progress.Listener.NONE, new CancelToken());
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
                                    troubles::add);
                    var tools = stage.area.tools();
                    var marks = new FindingMarks(model, tools::isAtRest);
                    tools.marks().add(marks);
                    tools.grippables().add(marks);
                    MeasureTool.all(model).forEach(tools::add);
                    tools.add(new BoxTool(model));
                    model.open(mr, LengthMeaning.PATIENT);
                });
        stage.show(mr);
        stage.robot.interact(() -> stage.reading.jumpTo(LESION));
        zoom(3);
    }

    private void zoom(double by) {
        stage.robot.interact(
                () -> {
                    for (int pane : new int[] {FIRST, SECOND}) {
                        stage.pane(pane).model().zoomAt(stage.state(pane).toPane(LESION), by);
                    }
                    stage.reading.jumpTo(LESION);
                });
        stage.settle();
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        stage.close();
    }

    private void lay(Planes planes) {
        if (planes == Planes.ACQUIRED) {
            return;
        }
        stage.robot.interact(
                () -> {
                    stage.reading.planes().turn(stage.pane(SECOND).model(), Optional.empty(), 0.5);
                    stage.reading.planes().turn(stage.pane(1).model(), Optional.empty(), -0.35);
                });
        stage.settle();
        PatientVector normal = stage.state(FIRST).plane().normal();
        for (PatientVector axis :
                List.of(mr.geometry().iStep(), mr.geometry().jStep(), mr.geometry().normal())) {
            assertTrue(Math.abs(normal.dot(axis.unit())) < 0.97, "the plane is oblique");
        }
    }

    private void take(MeasureKind kind) {
        String id = "measure." + kind.name().toLowerCase(Locale.ROOT);
        stage.robot.interact(
                () -> stage.area.tools().choose(stage.area.tools().find(id).orElseThrow()));
    }

    private PatientVector right(int pane) {
        return stage.state(pane).plane().right();
    }

    private PatientVector down(int pane) {
        return stage.state(pane).plane().down();
    }

    /// On the plane of a pane, counted from where it comes nearest to the lesion's middle.
    private PatientPoint inPlane(int pane, double right, double down) {
        var plane = stage.state(pane).plane();
        double off = plane.center().from(LESION).dot(plane.normal());
        return LESION.plus(plane.normal().times(off))
                .plus(plane.right().times(right))
                .plus(plane.down().times(down));
    }

    /// How far from the lesion's middle a plane lies: cursors stand on slices.
    private double off(int pane) {
        var plane = stage.state(pane).plane();
        return Math.abs(plane.center().from(LESION).dot(plane.normal()));
    }

    private double pixel(int pane) {
        return stage.state(pane).pixelMm();
    }

    private void move(int pane, PatientPoint to) {
        stage.robot.moveTo(stage.onScreen(pane, stage.state(pane).toPane(to)));
    }

    private void drag(int pane, PatientPoint from, PatientPoint to) {
        move(pane, from);
        stage.robot.press(MouseButton.PRIMARY);
        move(pane, Measure.between(from, to));
        move(pane, to);
        stage.robot.release(MouseButton.PRIMARY);
        stage.settle();
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

    private <S extends Measure> S shape(Class<S> type) {
        return assertInstanceOf(type, only().shape().orElseThrow());
    }

    private double value(Quantity quantity) {
        return only().figures().value(quantity).orElseThrow();
    }

    private void assertAtLesion(PatientPoint point, int pane, double pixels) {
        assertEquals(0, point.distanceTo(LESION), off(pane) + pixels * pixel(pane), "mm");
    }

    @ParameterizedTest
    @EnumSource
    void aLandmarkLiesWhereTheLesionIsWithTheRadiusThatWasDragged(Planes planes)
            throws IOException {
        lay(planes);
        take(MeasureKind.LANDMARK);
        drag(FIRST, inPlane(FIRST, 0, 0), inPlane(FIRST, 5, 0));
        var landmark = shape(Marking.Landmark.class);
        assertAtLesion(landmark.at(), FIRST, 1.5);
        assertEquals(5, landmark.radiusMm(), 2 * pixel(FIRST));
        assertEquals(landmark.radiusMm(), value(Quantity.RADIUS), 1e-9);
        assertEquals(FindingKind.LANDMARK, only().kind());
        assertTrue(only().said().confidence().isEmpty(), "nobody said it yet");
        // a circle where the other plane cuts the ball: r² = 5² − height²
        double height = landmark.at().from(stage.state(SECOND).plane().center()).dot(normal());
        double rim = Math.sqrt(landmark.radiusMm() * landmark.radiusMm() - height * height);
        List<Double> xs = circle(SECOND).getPoints();
        double wide = range(xs) * stage.state(SECOND).pixelMm();
        assertEquals(2 * rim, wide, 2 * pixel(SECOND));
        stage.write("finding-landmark-" + planes);
    }

    private PatientVector normal() {
        return stage.state(SECOND).plane().normal();
    }

    private static double range(List<Double> points) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < points.size(); n += 2) {
            least = Math.min(least, points.get(n));
            most = Math.max(most, points.get(n));
        }
        return most - least;
    }

    private Polyline circle(int pane) {
        return lines(pane).stream()
                .filter(l -> l.getPoints().size() > 60)
                .findFirst()
                .orElseThrow();
    }

    private List<Polyline> lines(int pane) {
        return ((Parent) stage.pane(pane).lookup(".marks"))
                .getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .filter(Polyline.class::isInstance)
                        .map(Polyline.class::cast)
                        .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aFlatBoxEnclosesTheLesionOnThePlane(Planes planes) {
        lay(planes);
        take(MeasureKind.FLAT_BOX);
        drag(FIRST, inPlane(FIRST, -RADIUS, -RADIUS), inPlane(FIRST, RADIUS, RADIUS));
        var box = shape(Marking.FlatBox.class);
        assertAtLesion(box.middle(), FIRST, 1.5);
        assertEquals(2 * RADIUS, value(Quantity.WIDTH), 2 * pixel(FIRST));
        assertEquals(2 * RADIUS, value(Quantity.HEIGHT), 2 * pixel(FIRST));
        assertEquals(1, Math.abs(box.frame().a().unit().dot(right(FIRST))), 1e-9);
        assertEquals(1, Math.abs(box.frame().b().unit().dot(down(FIRST))), 1e-9);
        // a corner is taken elsewhere, the opposite one stays
        PatientPoint stays = box.points().get(2);
        drag(FIRST, box.points().get(0), inPlane(FIRST, -20, -24));
        var larger = shape(Marking.FlatBox.class);
        assertEquals(0, larger.points().get(2).distanceTo(stays), 1e-9);
        assertEquals(34, value(Quantity.WIDTH), 3 * pixel(FIRST));
        assertEquals(38, value(Quantity.HEIGHT), 3 * pixel(FIRST));
        stage.robot.interact(model::undo);
        assertEquals(box, only().shape().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void aSolidBoxIsTwoDragsAndEnclosesTheLesion(Planes planes) throws IOException {
        lay(planes);
        take(MeasureKind.SOLID_BOX);
        drag(FIRST, inPlane(FIRST, -RADIUS, -RADIUS), inPlane(FIRST, RADIUS, RADIUS));
        assertTrue(model.findings().get().isEmpty(), "its depth is asked for first");
        PatientVector deep = stage.state(FIRST).plane().normal();
        PatientPoint middle = inPlane(SECOND, 0, 0);
        drag(SECOND, middle.plus(deep.times(-RADIUS)), middle.plus(deep.times(RADIUS)));
        var box = shape(Marking.SolidBox.class);
        assertAtLesion(box.center(), SECOND, 2);
        for (PatientVector axis : box.axes()) {
            assertEquals(RADIUS, axis.length(), 2 * Math.max(pixel(FIRST), pixel(SECOND)));
        }
        double side = 2 * RADIUS;
        assertEquals(
                side * side * side,
                value(Quantity.VOLUME),
                3 * side * side * 3 * Math.max(pixel(FIRST), pixel(SECOND)),
                "mm³");
        assertFalse(lines(1).isEmpty(), "the third pane shows its cut too");
        // the face that lies deepest is taken further in the second pane
        stage.robot.type(KeyCode.ESCAPE);
        PatientVector down = box.c().unit();
        double sign = down.dot(deep) > 0 ? 1 : -1;
        PatientPoint face = box.points().get(sign > 0 ? 13 : 12);
        drag(SECOND, face, face.plus(deep.times(6)));
        assertEquals(side + 6, value(Quantity.DEPTH), 4 * pixel(SECOND));
        assertEquals(side, value(Quantity.WIDTH), 2 * pixel(FIRST));
        stage.write("finding-solid-box-" + planes);
    }

    @Test
    void enterKeepsABoxAsDeepAsASliceAndEscGivesItUp() {
        take(MeasureKind.SOLID_BOX);
        drag(FIRST, inPlane(FIRST, -8, -6), inPlane(FIRST, 8, 6));
        stage.robot.type(KeyCode.ESCAPE);
        assertTrue(model.draft().get().isEmpty());
        assertTrue(model.findings().get().isEmpty());
        take(MeasureKind.SOLID_BOX);
        drag(FIRST, inPlane(FIRST, -8, -6), inPlane(FIRST, 8, 6));
        stage.robot.type(KeyCode.ENTER);
        double slice = mr.geometry().kStep(5).dot(mr.geometry().normal());
        assertEquals(Math.abs(slice), value(Quantity.DEPTH), 0.05);
    }

    @ParameterizedTest
    @EnumSource
    void aPolygonHasTheAreaOfItsCornersAndTheyCanBeMoved(Planes planes) throws IOException {
        lay(planes);
        take(MeasureKind.POLYGON);
        var corners = new ArrayList<PatientPoint>();
        for (int n = 0; n < 6; n++) {
            double turn = Math.PI * n / 3;
            corners.add(inPlane(FIRST, RADIUS * Math.cos(turn), RADIUS * Math.sin(turn)));
        }
        corners.forEach(corner -> click(FIRST, corner));
        stage.robot.type(KeyCode.ENTER);
        var polygon = shape(Marking.Polygon.class);
        assertEquals(6, polygon.points().size());
        for (int n = 0; n < 6; n++) {
            assertEquals(0, polygon.points().get(n).distanceTo(corners.get(n)), 1.5 * pixel(FIRST));
        }
        // a regular hexagon: 3/2 √3 r², around it 6 r
        assertEquals(
                1.5 * Math.sqrt(3) * RADIUS * RADIUS,
                value(Quantity.AREA),
                6 * RADIUS * 1.5 * pixel(FIRST));
        assertEquals(6 * RADIUS, value(Quantity.PERIMETER), 12 * pixel(FIRST));
        assertAtLesion(polygon.middle(), FIRST, 1.5);
        stage.write("finding-polygon-" + planes);
        drag(FIRST, polygon.points().get(0), inPlane(FIRST, 20, 0));
        assertEquals(
                0,
                shape(Marking.Polygon.class).points().getFirst().distanceTo(inPlane(FIRST, 20, 0)),
                2.5 * pixel(FIRST));
    }

    @Test
    void theFirstCornerClosesAnOutline() {
        take(MeasureKind.POLYGON);
        click(FIRST, inPlane(FIRST, 0, 0));
        click(FIRST, inPlane(FIRST, 20, 0));
        click(FIRST, inPlane(FIRST, 0, 20));
        click(FIRST, inPlane(FIRST, 0, 0));
        assertEquals(3, shape(Marking.Polygon.class).points().size());
        assertEquals(200, value(Quantity.AREA), 60 * pixel(FIRST));
    }

    @Test
    void anOutlineThatCrossesItselfIsToldAndMended() throws IOException {
        take(MeasureKind.POLYGON);
        click(FIRST, inPlane(FIRST, -15, -15));
        click(FIRST, inPlane(FIRST, 15, 15));
        click(FIRST, inPlane(FIRST, 15, -10));
        click(FIRST, inPlane(FIRST, -10, 15));
        stage.write("finding-crossing");
        stage.robot.type(KeyCode.ENTER);
        assertTrue(model.findings().get().isEmpty());
        assertEquals(List.of(new FindingsModel.Trouble.Crossing()), troubles);
        stage.robot.type(KeyCode.BACK_SPACE);
        stage.robot.type(KeyCode.ENTER);
        assertEquals(3, shape(Marking.Polygon.class).points().size());
    }

    @Test
    void aCornerDrawnAcrossASideGoesBack() {
        take(MeasureKind.POLYGON);
        click(FIRST, inPlane(FIRST, -15, -15));
        click(FIRST, inPlane(FIRST, 15, -15));
        click(FIRST, inPlane(FIRST, 15, 15));
        click(FIRST, inPlane(FIRST, -15, 15));
        stage.robot.type(KeyCode.ENTER);
        stage.robot.type(KeyCode.ESCAPE);
        var before = shape(Marking.Polygon.class);
        drag(FIRST, before.points().getFirst(), inPlane(FIRST, 25, 5));
        assertEquals(before, only().shape().orElseThrow());
        assertEquals(List.of(new FindingsModel.Trouble.Crossing()), troubles);
    }

    /// Ctrl on a side sets a corner, Alt on a corner takes it away.
    @Test
    void cornersAreSetAndTakenAway() {
        take(MeasureKind.POLYGON);
        click(FIRST, inPlane(FIRST, -15, -15));
        click(FIRST, inPlane(FIRST, 15, -15));
        click(FIRST, inPlane(FIRST, 15, 15));
        stage.robot.type(KeyCode.ENTER);
        stage.robot.type(KeyCode.ESCAPE);
        stage.robot.press(KeyCode.CONTROL);
        drag(FIRST, inPlane(FIRST, 0, 0), inPlane(FIRST, -15, 15));
        stage.robot.release(KeyCode.CONTROL);
        assertEquals(4, shape(Marking.Polygon.class).points().size());
        assertEquals(900, value(Quantity.AREA), 4 * 30 * pixel(FIRST));
        stage.robot.press(KeyCode.ALT);
        click(FIRST, inPlane(FIRST, 15, -15));
        stage.robot.release(KeyCode.ALT);
        assertEquals(3, shape(Marking.Polygon.class).points().size());
        assertEquals(450, value(Quantity.AREA), 4 * 30 * pixel(FIRST));
    }

    @Test
    void zeroLengthDragsKeepNothing() {
        for (MeasureKind kind :
                List.of(
                        MeasureKind.LANDMARK,
                        MeasureKind.FLAT_BOX,
                        MeasureKind.SOLID_BOX,
                        MeasureKind.POLYGON)) {
            take(kind);
            PatientPoint at = inPlane(FIRST, 0, 0);
            move(FIRST, at);
            stage.robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
            stage.robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
            stage.robot.type(KeyCode.ENTER);
            assertTrue(model.findings().get().isEmpty(), kind::toString);
            stage.robot.type(KeyCode.ESCAPE);
            assertTrue(model.draft().get().isEmpty(), kind::toString);
        }
    }

    @Test
    void aDragBetweenZeroWidthCornersIsNoBox() {
        take(MeasureKind.FLAT_BOX);
        drag(FIRST, inPlane(FIRST, 0, 0), inPlane(FIRST, 10, 0));
        assertTrue(model.findings().get().isEmpty());
    }

    @Test
    void whatLiesOutsideTheVolumeIsNotKeptAndThroughItsEndIsSaid() {
        zoom(0.2);
        PatientPoint away = outside();
        take(MeasureKind.LANDMARK);
        drag(FIRST, away, away.plus(right(FIRST).times(20)));
        assertTrue(model.findings().get().isEmpty());
        assertEquals(List.of(new FindingsModel.Trouble.Outside(MeasureKind.LANDMARK)), troubles);
        assertTrue(model.draft().get().isEmpty());
        take(MeasureKind.FLAT_BOX);
        drag(FIRST, inPlane(FIRST, 0, 0), away.plus(down(FIRST).times(20)));
        assertEquals(Set.of(Remark.BEYOND_VOLUME), only().figures().remarks());
    }

    /// Beside the picture, in the plane.
    private PatientPoint outside() {
        for (double mm = 0; mm < 1000; mm += 10) {
            PatientPoint at = inPlane(FIRST, -mm, 0);
            if (!mr.geometry().contains(at)) {
                return inPlane(FIRST, -mm - 20, 0);
            }
        }
        throw new AssertionError("the volume has no end");
    }

    @Test
    void aSeriesThatChangesInMidDragTakesTheDragWithIt() {
        take(MeasureKind.LANDMARK);
        move(FIRST, inPlane(FIRST, 0, 0));
        stage.robot.press(MouseButton.PRIMARY);
        move(FIRST, inPlane(FIRST, 5, 0));
        assertTrue(model.draft().get().isPresent());
        stage.robot.interact(
                () -> {
                    model.open(ct, LengthMeaning.PATIENT);
                    stage.reading.show(ct, List.of());
                });
        stage.robot.release(MouseButton.PRIMARY);
        stage.settle();
        assertTrue(model.findings().get().isEmpty(), "nothing on the other series");
        stage.robot.interact(() -> model.open(mr, LengthMeaning.PATIENT));
        assertTrue(model.findings().get().isEmpty(), "nothing on the first");
        assertTrue(model.draft().get().isEmpty());
    }

    @Test
    void whoseEyeIsShutIsNeitherDrawnNorGripped() {
        take(MeasureKind.FLAT_BOX);
        drag(FIRST, inPlane(FIRST, -8, -8), inPlane(FIRST, 8, 8));
        stage.robot.type(KeyCode.ESCAPE);
        Measure before = only().shape().orElseThrow();
        int drawn = lines(FIRST).size();
        stage.robot.interact(() -> model.turnEyes(List.of(only().id())));
        stage.settle();
        assertTrue(lines(FIRST).size() < drawn);
        drag(FIRST, before.points().getFirst(), inPlane(FIRST, -14, -14));
        assertEquals(before, only().shape().orElseThrow());
        stage.robot.interact(() -> model.turnEyes(List.of(only().id())));
        stage.settle();
        drag(FIRST, before.points().getFirst(), inPlane(FIRST, -14, -14));
        assertEquals(22, value(Quantity.WIDTH), 3 * pixel(FIRST));
    }
}
