// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.TestReporter;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VoxelPoint;

/// A plane that lies oblique to the grid in two directions, and what of the grid lies on it. The truth is worked out here:
/// voxels whose cells the plane passes, and of them those whose feet on the plane lie in a shape.
record ObliqueTable(ContourBench desk, SlicePlane plane) {

    /// The organ's middle on the screen; strips of tools are not of one height.
    Point2D middle() {
        return desk.screen(desk.middle);
    }

    double pixelMm() {
        return desk.open.onFx(() -> desk.pane.model().state().get().pixelMm());
    }

    static ObliqueTable turned(ContourBench desk) {
        desk.open.robot.interact(
                () -> {
                    var reading = desk.open.program.desk().reading();
                    reading.planes().turn(desk.open.panes().get(1).model(), Optional.empty(), 0.3);
                    reading.planes().turn(desk.open.panes().get(2).model(), Optional.empty(), 0.4);
                });
        desk.show(desk.middle);
        var state = desk.open.onFx(() -> desk.pane.model().state().get());
        var normal = state.plane().normal();
        assertTrue(Math.abs(normal.z()) < 0.97 && Math.abs(normal.x()) > 0.1, "oblique");
        double off = desk.middle.from(state.plane().center()).dot(normal);
        assertEquals(0, off, 1, "mm from the middle of the organ to the plane");
        return new ObliqueTable(desk, state.plane());
    }

    /// Half of what a voxel's cell measures along the normal.
    double half() {
        var g = desk.geometry;
        PatientVector n = plane.normal();
        return (Math.abs(n.dot(g.iStep()))
                        + Math.abs(n.dot(g.jStep()))
                        + Math.abs(n.dot(g.kStep(0))))
                / 2;
    }

    /// Where a voxel's foot on the plane lies from the middle of the drawing, right and down, in millimetres.
    double[] foot(PatientPoint at) {
        PatientVector from = at.from(desk.middle);
        double height = at.from(plane.center()).dot(plane.normal());
        return new double[] {from.dot(plane.right()), from.dot(plane.down()), height};
    }

    /// Where the hand was on the plane while it did something, as the window heard of it: it lies on whole pixels.
    List<PatientPoint> hand(Runnable deed) {
        var way = new ArrayList<PatientPoint>();
        EventHandler<MouseEvent> heard =
                event -> {
                    Point2D at = desk.pane.sceneToLocal(event.getSceneX(), event.getSceneY());
                    way.add(
                            desk.pane
                                    .model()
                                    .state()
                                    .get()
                                    .toPatient(new PanePoint(at.getX(), at.getY())));
                };
        desk.open.robot.interact(
                () -> {
                    desk.pane.addEventFilter(MouseEvent.MOUSE_PRESSED, heard);
                    desk.pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, heard);
                });
        deed.run();
        return desk.open.onFx(
                () -> {
                    desk.pane.removeEventFilter(MouseEvent.MOUSE_PRESSED, heard);
                    desk.pane.removeEventFilter(MouseEvent.MOUSE_DRAGGED, heard);
                    return List.copyOf(way);
                });
    }

    /// The voxels whose centres lie within so many millimetres of a way: counted one by one.
    Mask around(List<PatientPoint> way, double mm) {
        return within(way, mm, mm, f -> 0);
    }

    /// Of the voxels whose cells the plane passes, those whose feet lie within so many millimetres of a way on it.
    Mask along(List<PatientPoint> way, double mm) {
        return within(way, mm, half(), f -> f);
    }

    /// `free` is how much of the height over the plane is not counted as distance.
    private Mask within(
            List<PatientPoint> way, double mm, double height, DoubleUnaryOperator free) {
        MaskEdit edit = Mask.empty(desk.geometry.size()).edit();
        var size = desk.geometry.size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    PatientPoint at = desk.geometry.toPatient(new VoxelPoint(i, j, k));
                    double above = at.from(plane.center()).dot(plane.normal());
                    if (Math.abs(above) <= height
                            && isNear(
                                    at.plus(plane.normal().times(-free.applyAsDouble(above))),
                                    way,
                                    mm)) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }

    private static boolean isNear(PatientPoint at, List<PatientPoint> way, double mm) {
        for (int n = 0; n < way.size(); n++) {
            PatientPoint from = way.get(n);
            PatientVector step = way.get(Math.min(n + 1, way.size() - 1)).from(from);
            double square = step.dot(step);
            double share = square == 0 ? 0 : Math.clamp(at.from(from).dot(step) / square, 0.0, 1.0);
            if (at.from(from.plus(step.times(share))).length() <= mm) {
                return true;
            }
        }
        return false;
    }

    /// The voxels whose feet, right, down and height, are wanted.
    Mask where(Predicate<double[]> wanted) {
        MaskEdit edit = Mask.empty(desk.geometry.size()).edit();
        var size = desk.geometry.size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    if (wanted.test(foot(desk.geometry.toPatient(new VoxelPoint(i, j, k))))) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }

    /// On the plane only.
    Mask on(Predicate<double[]> wanted) {
        double half = half();
        return where(f -> Math.abs(f[2]) <= half && wanted.test(f));
    }

    List<Point2D> circle(double radius, int points) {
        var way = new ArrayList<Point2D>();
        Point2D from = middle();
        for (int n = 0; n < points; n++) {
            double turn = 2 * Math.PI * n / points;
            way.add(from.add(radius * Math.cos(turn), radius * Math.sin(turn)));
        }
        return way;
    }

    /// Places on the organ's edge on the plane, around, on the screen.
    List<Point2D> rim(int rays) {
        var rim = new ArrayList<Point2D>();
        Point2D middle = middle();
        double pixelMm = pixelMm();
        for (int n = 0; n < rays; n++) {
            double turn = 2 * Math.PI * n / rays;
            double r = 0;
            while (isIn(turn, r + 0.2)) {
                r += 0.2;
            }
            double pixels = r / pixelMm;
            rim.add(middle.add(pixels * Math.cos(turn), pixels * Math.sin(turn)));
        }
        return rim;
    }

    private boolean isIn(double turn, double r) {
        PatientPoint at =
                desk.middle
                        .plus(plane.right().times(r * Math.cos(turn)))
                        .plus(plane.down().times(r * Math.sin(turn)));
        VoxelPoint voxel = desk.geometry.toVoxel(at);
        return desk.organ.contains(
                (int) Math.rint(voxel.i()), (int) Math.rint(voxel.j()), (int) Math.rint(voxel.k()));
    }

    void assertNear(TestReporter report, String how, Mask truth, Mask drawn, double least) {
        var volumes = new VoxelVolumes(desk.geometry);
        double dice = PhantomCase.dice(truth, drawn);
        report.publishEntry(
                how,
                String.format(
                        Locale.ROOT,
                        "Dice %.3f, %.2f ml of %.2f ml",
                        dice,
                        volumes.millilitres(drawn),
                        volumes.millilitres(truth)));
        assertTrue(dice >= least, how + ": Dice " + dice);
    }

    static void begin(ContourBench desk, String name) {
        desk.addSegment(name);
        // what was drawn before must not be in the way of what is drawn now
        desk.open.robot.interact(
                () -> {
                    var id = desk.labels.selected().get().orElseThrow();
                    desk.open.program.labels().deeds().showOnly(id);
                });
    }
}
