// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.draw.Ink;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class StrokeTest {

    /// The counts of scikit-image's ball(r), and of ITK's ball of radius r, whose rule is r + 0.5.
    @ParameterizedTest
    @CsvSource({"1, 7", "2, 33", "3, 123", "4, 257", "1.5, 19", "2.5, 81", "3.5, 179", "4.5, 389"})
    void ballHasTheVoxelsWhoseCentresAreWithinItsRadius(double radiusMm, int voxels) {
        VolumeGeometry geometry = Grids.CUBES.of(12, 12, 12);
        assertEquals(
                voxels, touch(geometry, ball(radiusMm), geometry.toPatient(v(5, 6, 5))).count());
    }

    @ParameterizedTest
    @EnumSource
    void ballsVolumeTendsToThatOfABall(Grids grid) {
        VolumeGeometry geometry = grid.of(110, 110, 60);
        double radius = 28;
        double voxel = voxelVolume(geometry);
        double found = touch(geometry, ball(radius), geometry.center()).count() * voxel;
        double slack = grid == Grids.UNEVEN ? 0.03 : 0.003; // uneven: a mean voxel stands for all
        double truth = 4.0 / 3 * Math.PI * Math.pow(radius, 3);
        assertEquals(1, found / truth, slack);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void discsAreaOnAnObliquePlaneIsThatOfADisc(long seed) {
        VolumeGeometry geometry = Grids.SHEARED.of(110, 100, 50);
        PlaneFrame plane = Grids.turned(geometry.center(), new Random(seed));
        Mask disc = touch(geometry, new Brush(30, Brush.Shape.DISC), plane, geometry.center());
        PatientVector n = plane.normal();
        double thickness =
                Math.abs(n.dot(geometry.iStep()))
                        + Math.abs(n.dot(geometry.jStep()))
                        + Math.abs(n.dot(geometry.kStep(0)));
        double area = disc.count() * voxelVolume(geometry) / thickness;
        assertEquals(1, area / (Math.PI * 900), 0.01);
    }

    @ParameterizedTest
    @EnumSource
    void discInASliceHasVoxelsOfThatSliceOnly(Grids grid) {
        VolumeGeometry geometry = grid.of(40, 40, 12);
        PatientPoint at = geometry.toPatient(v(20.2, 19.7, 6.3));
        PlaneFrame plane = Grids.slice(geometry, at);
        Mask disc = touch(geometry, new Brush(6, Brush.Shape.DISC), plane, at);
        MaskEdit expected = Mask.empty(geometry.size()).edit();
        for (int j = 0; j < 40; j++) {
            for (int i = 0; i < 40; i++) {
                PatientVector off = geometry.toPatient(v(i, j, 6)).from(at);
                if (Math.hypot(off.dot(plane.u()), off.dot(plane.v())) <= 6) {
                    expected.set(i, j, 6);
                }
            }
        }
        assertEquals(expected.mask(), disc);
    }

    @ParameterizedTest
    @EnumSource
    void sweepHasExactlyTheVoxelsNearItsWay(Grids grid) {
        VolumeGeometry geometry = grid.of(36, 34, 20);
        var random = new Random(42);
        for (int n = 0; n < 8; n++) {
            PatientPoint a = place(geometry, random);
            PatientPoint b = place(geometry, random);
            double ra = random.nextDouble();
            double rb = random.nextDouble();
            var brush = new Brush(4 + 5 * random.nextDouble(), Brush.Shape.BALL);
            var stroke = new Stroke(geometry, brush, slice(geometry), new BrushLimit.None());
            stroke.to(new StrokeSample(a, ra));
            stroke.to(new StrokeSample(b, rb));
            assertNear(geometry, stroke.drawn(), a, b, brush.radiusMm(ra), brush.radiusMm(rb));
        }
    }

    /// Looks at every voxel, and at many places of the way instead of the nearest one.
    private static void assertNear(
            VolumeGeometry geometry,
            Mask found,
            PatientPoint a,
            PatientPoint b,
            double ra,
            double rb) {
        var size = geometry.size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    PatientPoint p = geometry.toPatient(v(i, j, k));
                    double nearest = Double.POSITIVE_INFINITY;
                    for (int s = 0; s <= 150; s++) {
                        double t = s / 150.0;
                        double gap = p.distanceTo(a.plus(b.from(a).times(t))) - ra - t * (rb - ra);
                        nearest = Math.min(nearest, gap);
                    }
                    String where = i + " " + j + " " + k + " misses by " + nearest;
                    if (nearest <= 0) {
                        assertTrue(found.contains(i, j, k), where);
                    } else if (nearest > 0.1 && Math.min(ra, rb) > 3) {
                        assertTrue(!found.contains(i, j, k), where);
                    } else if (nearest > 2.5) { // thin brushes have the voxels of the way too
                        assertTrue(!found.contains(i, j, k), where);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void discSweepIsTheFlatSweepOfThePlanesVoxels(Grids grid) {
        VolumeGeometry geometry = grid.of(36, 34, 20);
        var random = new Random(43);
        for (int n = 0; n < 20; n++) {
            PlaneFrame plane = Grids.turned(geometry.center(), random);
            PatientPoint a = plane.toPatient(plane.toPlane(place(geometry, random)));
            PatientPoint b = plane.toPatient(plane.toPlane(place(geometry, random)));
            var stroke =
                    new Stroke(
                            geometry, new Brush(5, Brush.Shape.DISC), plane, new BrushLimit.None());
            stroke.to(StrokeSample.at(a));
            stroke.to(StrokeSample.at(b));
            PlaneSlab slab = PlaneSlab.of(geometry, plane);
            MaskEdit expected = Mask.empty(geometry.size()).edit();
            forEach(
                    geometry,
                    (i, j, k) -> {
                        var p = plane.toPatient(plane.toPlane(geometry.toPatient(v(i, j, k))));
                        if (slab.contains(i, j, k) && distance(p, a, b) <= 5) {
                            expected.set(i, j, k);
                        }
                    });
            assertEquals(expected.mask(), stroke.drawn());
        }
    }

    @ParameterizedTest
    @EnumSource
    void discOnAnObliquePlaneHasNoHoles(Grids grid) {
        VolumeGeometry geometry = grid.of(60, 60, 40);
        var random = new Random(8);
        for (int n = 0; n < 10; n++) {
            PlaneFrame plane = Grids.turned(geometry.center(), random);
            Mask disc = touch(geometry, new Brush(12, Brush.Shape.DISC), plane, geometry.center());
            for (int p = 0; p < 500; p++) {
                double r = 10 * Math.sqrt(random.nextDouble()); // a cell less than the rim
                double angle = 2 * Math.PI * random.nextDouble();
                PatientPoint at =
                        geometry.center()
                                .plus(plane.u().times(r * Math.cos(angle)))
                                .plus(plane.v().times(r * Math.sin(angle)));
                VoxelPoint voxel = geometry.toVoxel(at);
                int i = (int) Math.rint(voxel.i());
                int j = (int) Math.rint(voxel.j());
                int k = (int) Math.rint(voxel.k());
                if (geometry.size().contains(i, j, k)) {
                    assertTrue(disc.contains(i, j, k), grid + " " + voxel);
                }
            }
            assertEquals(1, Components.of(disc, Connectivity.FACES, Crew.alone()).count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void thinBrushDrawsAnUnbrokenLineHoweverFastItIsMoved(Grids grid) {
        VolumeGeometry geometry = grid.of(50, 50, 30);
        var random = new Random(9);
        for (Brush.Shape shape : Brush.Shape.values()) {
            for (int n = 0; n < 20; n++) {
                PlaneFrame plane = Grids.turned(geometry.center(), random);
                var stroke =
                        new Stroke(geometry, new Brush(0.01, shape), plane, new BrushLimit.None());
                for (int s = 0; s < 3; s++) {
                    PatientPoint at = plane.toPatient(plane.toPlane(inner(geometry, random)));
                    stroke.to(StrokeSample.at(at));
                }
                var parts = Components.of(stroke.drawn(), Connectivity.CORNERS, Crew.alone());
                assertEquals(1, parts.count());
            }
        }
    }

    @Test
    void eachSampleGivesOnlyWhatIsNewAndAllTogetherTheStroke() {
        VolumeGeometry geometry = Grids.THICK.of(80, 80, 30);
        var random = new Random(3);
        var stroke = new Stroke(geometry, ball(6), slice(geometry), new BrushLimit.None());
        Mask all = Mask.empty(geometry.size());
        for (int n = 0; n < 30; n++) {
            if (stroke.to(StrokeSample.at(place(geometry, random)))
                    instanceof StrokeStep.Drawn(Mask fresh)) {
                assertTrue(all.intersection(fresh).isEmpty());
                all = all.union(fresh);
            }
        }
        assertEquals(all, stroke.drawn());
    }

    @Test
    void dragOfNoLengthIsOneTouchAndDrawsNothingNew() {
        VolumeGeometry geometry = Grids.THICK.of(40, 40, 20);
        var stroke = new Stroke(geometry, ball(5), slice(geometry), new BrushLimit.None());
        assertInstanceOf(StrokeStep.Drawn.class, stroke.to(StrokeSample.at(geometry.center())));
        Mask touch = stroke.drawn();
        assertInstanceOf(
                StrokeStep.NothingNew.class, stroke.to(StrokeSample.at(geometry.center())));
        assertEquals(touch, stroke.drawn());
    }

    @Test
    void strokeThatLeavesTheVolumeComesBackOnItsWay() {
        VolumeGeometry geometry = Grids.CUBES.of(20, 20, 20);
        var stroke = new Stroke(geometry, ball(2), slice(geometry), new BrushLimit.None());
        stroke.to(StrokeSample.at(new PatientPoint(5, 10, 10)));
        stroke.to(StrokeSample.at(new PatientPoint(-40, 10, 10)));
        assertTrue(stroke.drawn().contains(0, 10, 10));
        assertInstanceOf(
                StrokeStep.Outside.class,
                stroke.to(StrokeSample.at(new PatientPoint(-40, 1000, 10))));
        stroke.to(StrokeSample.at(new PatientPoint(40, 15, 10))); // crosses all of the volume
        assertTrue(stroke.drawn().count() > 20);
    }

    @Test
    void sampleThatIsNowhereIsRefusedAndForgotten() {
        VolumeGeometry geometry = Grids.CUBES.of(20, 20, 20);
        var stroke = new Stroke(geometry, ball(2), slice(geometry), new BrushLimit.None());
        stroke.to(StrokeSample.at(new PatientPoint(5, 10, 10)));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e7}) {
            var step = stroke.to(StrokeSample.at(new PatientPoint(5, bad, 10)));
            assertEquals(new StrokeStep.Refused(new DrawRefusal.NoPlace()), step);
        }
        assertEquals(new PatientPoint(5, 10, 10), stroke.last().orElseThrow().at());
        assertEquals(33, stroke.drawn().count());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 500.1})
    void radiusThatNoBrushHasIsRefusedInWords(double radiusMm) {
        assertTrue(Brush.refusal(radiusMm).orElseThrow().describe().contains("at most 500 mm"));
        assertThrows(IllegalArgumentException.class, () -> ball(radiusMm));
    }

    @Test
    void largestBrushCoversTheVolume() {
        VolumeGeometry geometry = Grids.UNEVEN.of(64, 64, 40);
        Mask all = touch(geometry, ball(Brush.LARGEST_MM), geometry.center());
        assertEquals(Mask.full(geometry.size()), all);
    }

    @Test
    void pressureMakesTheBrushWiderAndWhatIsNoPressureIsFull() {
        var brush = ball(8);
        assertEquals(2, brush.radiusMm(0));
        assertEquals(5, brush.radiusMm(0.5));
        assertEquals(8, brush.radiusMm(1));
        assertEquals(8, brush.radiusMm(7));
        assertEquals(8, brush.radiusMm(Double.NaN));
    }

    @Test
    void eraserTakesAwayWhatTheBrushWouldAdd() {
        VolumeGeometry geometry = Grids.CUBES.of(20, 20, 20);
        Mask full = Mask.full(geometry.size());
        Mask dab = touch(geometry, ball(3), geometry.toPatient(v(10, 10, 10)));
        assertEquals(full.count() - 123, Ink.ERASE.on(full, dab).count());
        assertEquals(dab, Ink.ADD.on(Mask.empty(geometry.size()), dab));
    }

    private static Mask touch(VolumeGeometry geometry, Brush brush, PatientPoint at) {
        return touch(geometry, brush, slice(geometry), at);
    }

    private static Mask touch(
            VolumeGeometry geometry, Brush brush, PlaneFrame plane, PatientPoint at) {
        var stroke = new Stroke(geometry, brush, plane, new BrushLimit.None());
        stroke.to(StrokeSample.at(at));
        return stroke.drawn();
    }

    private static double distance(PatientPoint p, PatientPoint a, PatientPoint b) {
        PatientVector way = b.from(a);
        double t = Math.clamp(p.from(a).dot(way) / way.dot(way), 0, 1);
        return p.distanceTo(a.plus(way.times(t)));
    }

    private interface Visitor {
        void voxel(int i, int j, int k);
    }

    private static void forEach(VolumeGeometry geometry, Visitor visitor) {
        var size = geometry.size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    visitor.voxel(i, j, k);
                }
            }
        }
    }

    private static PatientPoint place(VolumeGeometry geometry, Random random) {
        var size = geometry.size();
        return geometry.toPatient(
                v(
                        random.nextDouble() * size.i(),
                        random.nextDouble() * size.j(),
                        random.nextDouble() * size.k()));
    }

    private static PatientPoint inner(VolumeGeometry geometry, Random random) {
        PatientVector off = place(geometry, random).from(geometry.center());
        return geometry.center().plus(off.times(0.4));
    }

    private static PlaneFrame slice(VolumeGeometry geometry) {
        return Grids.slice(geometry, geometry.center());
    }

    private static double voxelVolume(VolumeGeometry geometry) {
        return geometry.iStep().cross(geometry.jStep()).length() * geometry.spacingK();
    }

    private static Brush ball(double radiusMm) {
        return new Brush(radiusMm, Brush.Shape.BALL);
    }

    private static VoxelPoint v(double i, double j, double k) {
        return new VoxelPoint(i, j, k);
    }
}
