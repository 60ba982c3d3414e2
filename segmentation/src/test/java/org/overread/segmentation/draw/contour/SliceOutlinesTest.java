// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.draw.Ink;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class SliceOutlinesTest {

    /// Noise: holes, single voxels, corners that touch, voxels at the volume's edge.
    @ParameterizedTest
    @EnumSource
    void sliceOfNoiseBecomesOutlinesAndTheSameSliceAgain(Grids grid) {
        VolumeGeometry geometry = grid.of(18, 21, 15);
        var random = new Random(6);
        for (int n = 0; n < 12; n++) {
            Mask mask = noise(geometry, random, 0.15 + 0.07 * n);
            for (PlaneFrame plane : Grids.alongGrid(geometry, geometry.center())) {
                Mask slice = SliceOutlines.onPlane(geometry, plane, mask);
                assertEquals(slice, slabOf(geometry, plane, mask));
                List<Contour> outlines = SliceOutlines.of(geometry, plane, mask);
                assertEquals(slice, ContourScan.of(geometry, outlines));
            }
        }
    }

    @Test
    void outlineOfADiscHasFewPointsAndGivesItBack() {
        VolumeGeometry geometry = Grids.THICK.of(90, 90, 5);
        PlaneFrame plane = Grids.slice(geometry, geometry.center());
        Mask disc = body(geometry, 25);
        List<Contour> outlines = SliceOutlines.of(geometry, plane, disc);
        assertEquals(1, outlines.size());
        assertTrue(outlines.getFirst().points().size() < 120);
        assertEquals(
                SliceOutlines.onPlane(geometry, plane, disc), ContourScan.of(geometry, outlines));
        assertEquals(1, Math.abs(outlines.getFirst().signedArea()) / (Math.PI * 625), 0.01);
    }

    @Test
    void maskWithAHoleHasAnOutlineForEach() {
        VolumeGeometry geometry = Grids.CUBES.of(60, 60, 3);
        Mask ring = body(geometry, 25).minus(body(geometry, 10));
        PlaneFrame plane = Grids.slice(geometry, geometry.center());
        List<Contour> outlines = SliceOutlines.of(geometry, plane, ring);
        assertEquals(2, outlines.size());
        assertTrue(outlines.get(0).signedArea() * outlines.get(1).signedArea() < 0);
        assertTrue(SliceOutlines.of(geometry, plane, Mask.empty(geometry.size())).isEmpty());
    }

    /// A ball cut by a plane through its middle is a disc of its radius, however the plane lies.
    @ParameterizedTest
    @EnumSource
    void outlineOnAnObliquePlaneIsWhatThePlaneShows(Grids grid) {
        VolumeGeometry geometry = grid.of(60, 60, 40);
        var random = new Random(12);
        for (int n = 0; n < 4; n++) {
            PlaneFrame plane = Grids.turned(geometry.center(), random);
            Mask ball = body(geometry, 14);
            List<Contour> outlines = SliceOutlines.of(geometry, plane, ball);
            double area = outlines.stream().mapToDouble(Contour::signedArea).sum();
            assertEquals(1, Math.abs(area) / (Math.PI * 196), 0.06);
            Mask back = ContourScan.of(geometry, outlines);
            Mask slab = SliceOutlines.onPlane(geometry, plane, ball);
            double dice = 2.0 * back.intersection(slab).count() / (back.count() + slab.count());
            assertTrue(dice > 0.93, "Dice " + dice);
        }
    }

    @Test
    void contourAddsToAndCutsFromASliceOnly() {
        VolumeGeometry geometry = Grids.CUBES.of(30, 30, 5);
        PlaneFrame plane = Grids.slice(geometry, geometry.toPatient(new VoxelPoint(0, 0, 2)));
        Mask drawn =
                ContourScan.of(
                        geometry,
                        ContourScanTest.contour(plane, -0.5, -0.5, 9.5, -0.5, 9.5, 9.5, -0.5, 9.5));
        assertEquals(100, drawn.count());
        Mask full = Mask.full(geometry.size());
        assertEquals(full.count() - 100, Ink.ERASE.on(full, drawn).count());
        assertEquals(full, Ink.ADD.on(full, drawn));
    }

    private static Mask slabOf(VolumeGeometry geometry, PlaneFrame plane, Mask mask) {
        PlaneSlab slab = PlaneSlab.of(geometry, plane);
        MaskEdit edit = Mask.empty(geometry.size()).edit();
        forEach(
                geometry,
                (i, j, k) -> {
                    if (mask.contains(i, j, k) && slab.contains(i, j, k)) {
                        edit.set(i, j, k);
                    }
                });
        return edit.mask();
    }

    private static Mask noise(VolumeGeometry geometry, Random random, double share) {
        MaskEdit edit = Mask.empty(geometry.size()).edit();
        forEach(
                geometry,
                (i, j, k) -> {
                    if (random.nextDouble() < share) {
                        edit.set(i, j, k);
                    }
                });
        return edit.mask();
    }

    private static Mask body(VolumeGeometry geometry, double radius) {
        MaskEdit edit = Mask.empty(geometry.size()).edit();
        forEach(
                geometry,
                (i, j, k) -> {
                    if (geometry.toPatient(new VoxelPoint(i, j, k)).distanceTo(geometry.center())
                            <= radius) {
                        edit.set(i, j, k);
                    }
                });
        return edit.mask();
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
}
