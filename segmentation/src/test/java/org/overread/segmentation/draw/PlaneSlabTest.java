// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class PlaneSlabTest {
    private static final int SIDE = 14;

    @ParameterizedTest
    @EnumSource
    void planeAlongTheGridHasTheVoxelsOfOneSlice(Grids grid) {
        VolumeGeometry geometry = grid.of(SIDE, SIDE + 1, SIDE + 2);
        PatientPoint through = geometry.toPatient(new VoxelPoint(5.3, 6.4, 7.2));
        var planes = Grids.alongGrid(geometry, through);
        assertHas(geometry, planes.get(0), (_, _, k) -> k == 7);
        assertHas(geometry, planes.get(1), (_, j, _) -> j == 6);
        assertHas(geometry, planes.get(2), (i, _, _) -> i == 5);
    }

    @ParameterizedTest
    @EnumSource
    void planeHalfWayBetweenSlicesHasTheHigherOneFromEitherSide(Grids grid) {
        VolumeGeometry geometry = grid.of(SIDE, SIDE, SIDE);
        for (int k = 0; k < SIDE - 1; k++) {
            int higher = k + 1;
            PatientPoint through = geometry.toPatient(new VoxelPoint(3.1, 4.7, k + 0.5));
            PlaneFrame plane = Grids.slice(geometry, through);
            assertHas(geometry, plane, (_, _, at) -> at == higher);
            assertHas(geometry, turnedOver(plane), (_, _, at) -> at == higher);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceOfAnObliquePlaneLiesInAVoxelOfIt(Grids grid) {
        VolumeGeometry geometry = grid.of(SIDE, SIDE, SIDE);
        var random = new Random(20261121);
        for (int n = 0; n < 60; n++) {
            PlaneFrame plane = Grids.turned(geometry.center(), random);
            PlaneSlab slab = PlaneSlab.of(geometry, plane);
            for (int p = 0; p < 200; p++) {
                var at = new PlanePoint(10 * random.nextGaussian(), 10 * random.nextGaussian());
                VoxelPoint voxel = geometry.toVoxel(plane.toPatient(at));
                int i = (int) Math.rint(voxel.i());
                int j = (int) Math.rint(voxel.j());
                int k = (int) Math.rint(voxel.k());
                if (geometry.size().contains(i, j, k)) {
                    assertTrue(slab.contains(i, j, k), () -> grid + " " + at + " " + voxel);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sideThatAPlaneIsSeenFromChangesNothing(Grids grid) {
        VolumeGeometry geometry = grid.of(SIDE, SIDE, SIDE);
        var random = new Random(7);
        for (int n = 0; n < 30; n++) {
            PlaneFrame plane = Grids.turned(geometry.center(), random);
            PlaneSlab other = PlaneSlab.of(geometry, turnedOver(plane));
            assertHas(geometry, plane, other::contains);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreWhatSingleVoxelsSay(Grids grid) {
        VolumeGeometry geometry = grid.of(SIDE, SIDE, SIDE);
        var random = new Random(99);
        for (int n = 0; n < 30; n++) {
            PlaneFrame plane = Grids.turned(geometry.center(), random);
            PlaneSlab slab = PlaneSlab.of(geometry, plane);
            assertHas(geometry, plane, slab::contains);
        }
    }

    @Test
    void voxelsOfAnObliquePlaneAreThoseItsCellsCornersLieOnBothSidesOf() {
        VolumeGeometry geometry = Grids.SHEARED.of(SIDE, SIDE, SIDE);
        var random = new Random(5);
        PlaneFrame plane = Grids.turned(geometry.center(), random);
        assertHas(geometry, plane, (i, j, k) -> cutsCell(geometry, plane, i, j, k));
    }

    private static boolean cutsCell(
            VolumeGeometry geometry, PlaneFrame plane, int i, int j, int k) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 8; corner++) {
            var at =
                    new VoxelPoint(
                            i - 0.5 + (corner & 1),
                            j - 0.5 + (corner >> 1 & 1),
                            k - 0.5 + (corner >> 2));
            double height = plane.heightOf(geometry.toPatient(at));
            low = Math.min(low, height);
            high = Math.max(high, height);
        }
        return low <= 0 && high > 0;
    }

    private static PlaneFrame turnedOver(PlaneFrame plane) {
        return new PlaneFrame(plane.origin(), plane.v(), plane.u());
    }

    private interface Voxel {
        boolean isIn(int i, int j, int k);
    }

    /// By rows.
    private static void assertHas(VolumeGeometry geometry, PlaneFrame plane, Voxel expected) {
        PlaneSlab slab = PlaneSlab.of(geometry, plane);
        var size = geometry.size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                RowSpan row = slab.row(slab.slice(k), j);
                for (int i = 0; i < size.i(); i++) {
                    boolean found = i >= row.low() && i <= row.high();
                    assertEquals(expected.isIn(i, j, k), found, i + " " + j + " " + k);
                }
            }
        }
    }
}
