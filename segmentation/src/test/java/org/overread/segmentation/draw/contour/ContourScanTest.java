// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class ContourScanTest {
    private static final PlaneFrame AXIAL =
            new PlaneFrame(new PatientPoint(0, 0, 2), PatientVector.LEFT, PatientVector.POSTERIOR);

    /// What VTK's stencil gives at tolerance 0.
    @Test
    void squareOnCentresHasVoxelsFromAfterItsLowToItsHighEdges() {
        VolumeGeometry geometry = Grids.CUBES.of(10, 10, 4);
        Mask found = ContourScan.of(geometry, contour(AXIAL, 2, 2, 6, 2, 6, 5, 2, 5));
        assertEquals(box(geometry, new VoxelBox(3, 3, 2, 6, 5, 2)), found);
    }

    /// What both VTK's stencil at tolerance 0 and scikit-image's draw.polygon count.
    @Test
    void starOf500PointsHasThePixelsThatOtherProgramsFind() {
        var points = new ArrayList<PlanePoint>();
        for (int n = 0; n < 500; n++) {
            double turn = 2 * Math.PI * n / 500;
            double r = n % 2 == 0 ? 230 : 110;
            points.add(new PlanePoint(255.3 + r * Math.cos(turn), 256.7 + r * Math.sin(turn)));
        }
        VolumeGeometry geometry = Grids.CUBES.of(512, 512, 3);
        assertEquals(79527, ContourScan.of(geometry, new Contour(AXIAL, points)).count());
    }

    @Test
    void partsThatAnOutlineRunsAroundTwiceAreOutside() {
        VolumeGeometry geometry = Grids.CUBES.of(20, 20, 4);
        Contour star = contour(AXIAL, 10, 1.3, 15.5, 18.1, 1.2, 7.6, 18.9, 7.6, 4.5, 18.1);
        Mask found = ContourScan.of(geometry, star);
        assertTrue(found.contains(10, 4, 2)); // a point of the star
        assertTrue(!found.contains(10, 10, 2)); // its middle
    }

    @Test
    void outlineWithinAnotherIsAHole() {
        VolumeGeometry geometry = Grids.CUBES.of(20, 20, 4);
        Contour outer = contour(AXIAL, 1.5, 1.5, 15.5, 1.5, 15.5, 15.5, 1.5, 15.5);
        Contour inner = contour(AXIAL, 4.5, 4.5, 4.5, 9.5, 9.5, 9.5, 9.5, 4.5);
        Mask found = ContourScan.of(geometry, List.of(outer, inner));
        assertEquals(14 * 14 - 25, found.count());
    }

    /// Corners and crossings lie on centres all the time: quarters of voxels, exact fractions, another direction of rays.
    @Test
    void everyVoxelIsWhatExactFractionsSay() {
        VolumeGeometry geometry = Grids.CUBES.of(16, 16, 4);
        var random = new Random(20261121);
        for (int n = 0; n < 300; n++) {
            int grain = n % 3 == 0 ? 1 : 4;
            List<PlanePoint> points = points(random, 3 + random.nextInt(12), 16, grain);
            Mask found = ContourScan.of(geometry, new Contour(AXIAL, points));
            for (int j = 0; j < 16; j++) {
                for (int i = 0; i < 16; i++) {
                    assertEquals(
                            isInside(points, i, j), found.contains(i, j, 2), i + " " + j + points);
                }
            }
        }
    }

    /// (low, high] is what is inside a hair before the place along u, and a hair's hair before it along v.
    private static boolean isInside(List<PlanePoint> points, int i, int j) {
        BigDecimal u = new BigDecimal(i).subtract(dec(Math.scalb(1.0, -20)));
        BigDecimal v = new BigDecimal(j).subtract(dec(Math.scalb(1.0, -44)));
        boolean inside = false;
        for (int n = 0; n < points.size(); n++) {
            PlanePoint a = points.get(n);
            PlanePoint b = points.get((n + 1) % points.size());
            PlanePoint left = a.u() < b.u() ? a : b;
            PlanePoint right = a.u() < b.u() ? b : a;
            if (dec(left.u()).compareTo(u) < 0 && u.compareTo(dec(right.u())) < 0) {
                // (v - left.v) (right.u - left.u) < (right.v - left.v) (u - left.u): the edge is
                // after v
                BigDecimal x = v.subtract(dec(left.v())).multiply(dec(right.u() - left.u()));
                BigDecimal y = dec(right.v() - left.v()).multiply(u.subtract(dec(left.u())));
                inside ^= x.compareTo(y) < 0;
            }
        }
        return inside;
    }

    private static BigDecimal dec(double value) {
        return new BigDecimal(value);
    }

    @ParameterizedTest
    @EnumSource
    void onAnyPlaneOfAnyGridVoxelsAreInsideByTheirProjectedCentres(Grids grid) {
        VolumeGeometry geometry = grid.of(24, 22, 20);
        var random = new Random(77);
        for (int n = 0; n < 24; n++) {
            List<PlaneFrame> planes = new ArrayList<>();
            planes.add(Grids.turned(geometry.center(), random));
            planes.addAll(Grids.alongGrid(geometry, geometry.center()));
            for (PlaneFrame plane : planes) {
                List<PlanePoint> points = points(random, 3 + random.nextInt(20), 24, 1 << 20);
                points.replaceAll(p -> new PlanePoint(p.u() - 12, p.v() - 12));
                assertScan(geometry, new Contour(plane, points), PlaneSlab.of(geometry, plane));
                if (n % 4 == 0) {
                    var contour = new Contour(plane, points);
                    assertScan(geometry, contour, PlaneSlab.through(geometry, plane));
                    assertScan(geometry, contour, PlaneSlab.deep(geometry, plane, 3.3));
                }
            }
        }
    }

    private static void assertScan(VolumeGeometry geometry, Contour contour, PlaneSlab slab) {
        PlaneFrame plane = contour.plane();
        MaskEdit expected = Mask.empty(geometry.size()).edit();
        var size = geometry.size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    PatientPoint centre = geometry.toPatient(new VoxelPoint(i, j, k));
                    PlanePoint at = plane.toPlane(centre);
                    if (slab.contains(i, j, k) && plainParity(contour.points(), at)) {
                        expected.set(i, j, k);
                    }
                }
            }
        }
        assertEquals(expected.mask(), ContourScan.of(geometry, List.of(contour), slab));
    }

    private static boolean plainParity(List<PlanePoint> points, PlanePoint p) {
        boolean inside = false;
        for (int n = 0; n < points.size(); n++) {
            PlanePoint a = points.get(n);
            PlanePoint b = points.get((n + 1) % points.size());
            if (a.v() < p.v() != b.v() < p.v()) {
                double u = a.u() + (p.v() - a.v()) / (b.v() - a.v()) * (b.u() - a.u());
                inside ^= u < p.u();
            }
        }
        return inside;
    }

    @Test
    void windingAndFirstPointChangeNothing() {
        VolumeGeometry geometry = Grids.CUBES.of(16, 16, 4);
        var random = new Random(5);
        for (int n = 0; n < 60; n++) {
            List<PlanePoint> points = points(random, 3 + random.nextInt(9), 16, 2);
            Mask first = ContourScan.of(geometry, new Contour(AXIAL, points));
            Collections.rotate(points, 1 + random.nextInt(3));
            assertEquals(first, ContourScan.of(geometry, new Contour(AXIAL, points)));
            Collections.reverse(points);
            assertEquals(first, ContourScan.of(geometry, new Contour(AXIAL, points)));
        }
    }

    /// Thirds of millimetres are no numbers of a computer: edges along rows of centres must not flicker.
    @ParameterizedTest
    @EnumSource
    void boxOnCentresIsABoxOfVoxelsWhereverTheGridLies(Grids grid) {
        VolumeGeometry geometry = grid.of(20, 20, 9);
        PatientPoint through = geometry.toPatient(new VoxelPoint(0, 0, 4));
        PlaneFrame plane = Grids.slice(geometry, through);
        var points = new ArrayList<PlanePoint>();
        for (int[] corner : new int[][] {{3, 4}, {11, 4}, {11, 13}, {3, 13}}) {
            points.add(plane.toPlane(geometry.toPatient(new VoxelPoint(corner[0], corner[1], 4))));
        }
        Mask found = ContourScan.of(geometry, new Contour(plane, points));
        boolean rowsRunAgainstV = plane.v().dot(geometry.jStep()) < 0;
        int low = rowsRunAgainstV ? 4 : 5;
        assertEquals(box(geometry, new VoxelBox(4, low, 4, 11, low + 8, 4)), found);
    }

    @Test
    void outlineBeyondTheVolumeIsCutByIt() {
        VolumeGeometry geometry = Grids.CUBES.of(10, 10, 4);
        Mask found =
                ContourScan.of(
                        geometry, contour(AXIAL, -500, -500, 900, -500, 900, 900, -500, 900));
        assertEquals(100, found.count());
        Contour beside = contour(AXIAL, 50, 50, 60, 50, 60, 60);
        assertTrue(ContourScan.of(geometry, beside).isEmpty());
        Contour above = beside.copiedTo(AXIAL.moved(40));
        assertTrue(ContourScan.of(geometry, above).isEmpty());
    }

    @Test
    void outlinesOfDifferentPlanesAreNotOneShape() {
        VolumeGeometry geometry = Grids.CUBES.of(10, 10, 4);
        Contour here = contour(AXIAL, 1, 1, 5, 1, 5, 5);
        List<Contour> both = List.of(here, here.copiedTo(AXIAL.moved(1)));
        assertThrows(IllegalArgumentException.class, () -> ContourScan.of(geometry, both));
    }

    private static List<PlanePoint> points(Random random, int count, int span, int grain) {
        var points = new ArrayList<PlanePoint>();
        for (int n = 0; n < count; n++) {
            points.add(
                    new PlanePoint(
                            random.nextInt(span * grain) / (double) grain,
                            random.nextInt(span * grain) / (double) grain));
        }
        return points;
    }

    static Contour contour(PlaneFrame plane, double... coordinates) {
        var points = new ArrayList<PlanePoint>();
        for (int n = 0; n < coordinates.length; n += 2) {
            points.add(new PlanePoint(coordinates[n], coordinates[n + 1]));
        }
        return new Contour(plane, points);
    }

    private static Mask box(VolumeGeometry geometry, VoxelBox box) {
        MaskEdit edit = Mask.empty(geometry.size()).edit();
        edit.fill(box);
        return edit.mask();
    }
}
