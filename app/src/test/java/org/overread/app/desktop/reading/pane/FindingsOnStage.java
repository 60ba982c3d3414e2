// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.finding.FindingFiles;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.finding.draw.BoxTool;
import org.overread.app.desktop.finding.draw.FindingMarks;
import org.overread.app.desktop.finding.draw.MeasureTool;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The sample with the tools of findings, and a hand that goes by patient points.
abstract class FindingsOnStage {
    static final int FIRST = 0;
    static final int SECOND = 2;
    static final PatientPoint LESION = new PatientPoint(-104, 18, -34);
    static final double RADIUS = 14;

    /// How the planes lie.
    enum Planes {
        ACQUIRED,
        OBLIQUE
    }

    @SuppressWarnings("NullAway.Init") // made before the first test
    static Volume mr;

    @SuppressWarnings("NullAway.Init") // made before the first test
    static Volume ct;

    @TempDir Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    ReadingStage stage;

    @SuppressWarnings("NullAway.Init") // opened before each test
    FindingsModel model;

    final List<FindingsModel.Trouble> troubles = new ArrayList<>();

    @BeforeAll
    static void sample() {
        try (var threads = Executors.newFixedThreadPool(2)) {
            mr = volume(1, threads);
            ct = volume(0, threads);
        }
    }

    static Volume volume(int series, ExecutorService threads) {
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
                    var marks =
                            new FindingMarks(
                                    model, tools::isAtRest, (_, _) -> OptionalDouble.empty());
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

    void zoom(double by) {
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

    void lay(Planes planes) {
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

    void take(MeasureKind kind) {
        String id = "measure." + kind.name().toLowerCase(Locale.ROOT);
        stage.robot.interact(
                () -> stage.area.tools().choose(stage.area.tools().find(id).orElseThrow()));
    }

    PatientVector right(int pane) {
        return stage.state(pane).plane().right();
    }

    PatientVector down(int pane) {
        return stage.state(pane).plane().down();
    }

    /// On the plane of a pane, counted from where it comes nearest to the lesion's middle.
    PatientPoint inPlane(int pane, double right, double down) {
        var plane = stage.state(pane).plane();
        double off = plane.center().from(LESION).dot(plane.normal());
        return LESION.plus(plane.normal().times(off))
                .plus(plane.right().times(right))
                .plus(plane.down().times(down));
    }

    /// How far from the lesion's middle a plane lies: cursors stand on slices.
    double off(int pane) {
        var plane = stage.state(pane).plane();
        return Math.abs(plane.center().from(LESION).dot(plane.normal()));
    }

    double pixel(int pane) {
        return stage.state(pane).pixelMm();
    }

    void move(int pane, PatientPoint to) {
        stage.robot.moveTo(stage.onScreen(pane, stage.state(pane).toPane(to)));
    }

    void drag(int pane, PatientPoint from, PatientPoint to) {
        move(pane, from);
        stage.robot.press(MouseButton.PRIMARY);
        move(pane, Measure.between(from, to));
        move(pane, to);
        stage.robot.release(MouseButton.PRIMARY);
        stage.settle();
    }

    void click(int pane, PatientPoint at) {
        move(pane, at);
        stage.robot.clickOn(MouseButton.PRIMARY);
        stage.settle();
    }

    Finding only() {
        List<Finding> all = model.findings().get();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    <S extends Measure> S shape(Class<S> type) {
        return assertInstanceOf(type, only().shape().orElseThrow());
    }

    double value(Quantity quantity) {
        return only().figures().value(quantity).orElseThrow();
    }

    void assertAtLesion(PatientPoint point, int pane, double pixels) {
        assertEquals(0, point.distanceTo(LESION), off(pane) + pixels * pixel(pane), "mm");
    }

    List<Polyline> lines(int pane) {
        return ((Parent) stage.pane(pane).lookup(".marks"))
                .getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .filter(Polyline.class::isInstance)
                        .map(Polyline.class::cast)
                        .toList();
    }
}
