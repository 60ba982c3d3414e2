// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

final class RegionStatisticsTest {
    private static final GridSize SIZE = new GridSize(60, 60, 40);

    private static RegionStatistics of(Region region, Volume volume) {
        return RegionStatistics.of(region, volume).orElseThrow();
    }

    /// Worked by hand: 1, 2, 3, 4, 10 have the mean 4, squares of 50 about it, and 3 in their middle.
    @Test
    void fiveValuesHaveTheFiguresWorkedByHand() {
        VolumeGeometry line = Orientation.AXIAL.grid(new GridSize(5, 1, 1), 1, 1, 1);
        var values = new double[] {4, 10, 1, 3, 2};
        Volume volume = Phantoms.of(line, p -> values[(int) Math.round(p.x() + 2)]);
        var region =
                new Region.Rectangle(
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT.times(2.4),
                        PatientVector.POSTERIOR.times(0.4));
        RegionStatistics all = of(region, volume);
        assertEquals(5, all.voxels());
        assertEquals(4, all.mean(), 1e-12);
        assertEquals(Math.sqrt(50 / 4.0), all.sd(), 1e-12);
        assertEquals(3, all.median(), 1e-12);
        assertEquals(1, all.least(), 0);
        assertEquals(10, all.most(), 0);
        assertEquals(5, all.size(), 1e-12); // mm²
    }

    /// Values that rise evenly have in a region the mean that they have in its middle.
    @ParameterizedTest
    @EnumSource
    void theMeanOfARampIsItsValueInTheMiddle(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(SIZE, 0.9, 1, 1.4);
        var rise = new PatientVector(3, -2, 5);
        Volume ramp = Phantoms.ramp(geometry, 100, rise);
        PatientPoint middle = geometry.center();
        double truth = 100 + middle.from(PatientPoint.ORIGIN).dot(rise);
        PatientVector a = new PatientVector(1, 0.4, 0.7).unit();
        PatientVector b = a.cross(new PatientVector(0.1, 1, -0.4)).unit();
        var ellipse = new Region.Ellipse(middle, a.times(16), b.times(12));
        var ball = new Region.Sphere(middle, middle.plus(a.times(12)));
        assertEquals(truth, of(ellipse, ramp).mean(), 0.4);
        assertEquals(truth, of(ball, ramp).mean(), 0.4);
        // along a direction of the plane, values vary as those of an ellipse do: r / 2
        double alongA = 16 * rise.dot(a);
        double alongB = 12 * rise.dot(b);
        double spread = Math.hypot(alongA, alongB) / 2;
        assertEquals(spread, of(ellipse, ramp).sd(), 0.03 * spread + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aRegionWithinABallHasOneValue(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(SIZE, 0.9, 1, 1.4);
        PatientPoint center = geometry.toPatient(new VoxelPoint(30.3, 28.1, 20.4));
        Volume volume = Phantoms.sphere(geometry, center, 12, 57, -900);
        PatientVector a = new PatientVector(1, 0.4, 0.7).unit();
        PatientVector b = a.cross(new PatientVector(0.1, 1, -0.4)).unit();
        // half a cell's diagonal from the rim no voxel of the outside is cut
        var inside = new Region.Ellipse(center, a.times(10.5), b.times(10.5));
        assertEquals(57, of(inside, volume).least(), 0);
        assertEquals(57, of(inside, volume).mean(), 1e-9);
        var wider = new Region.Ellipse(center, a.times(14), b.times(14));
        assertEquals(-900, of(wider, volume).least(), 0);
        double share = 144.0 / 196; // of the disc within the ball
        assertEquals(57 * share - 900 * (1 - share), of(wider, volume).mean(), 20);
        assertEquals(57, of(wider, volume).median(), 0);
    }

    @Test
    void aRegionBetweenTheCentresHasNoStatistics() {
        VolumeGeometry geometry = Orientation.AXIAL.grid(SIZE, 1, 1, 1);
        Volume volume = Phantoms.ramp(geometry, 0, PatientVector.LEFT);
        PatientPoint corner = geometry.toPatient(new VoxelPoint(20.5, 20.5, 20));
        var small =
                new Region.Rectangle(
                        corner, PatientVector.LEFT.times(0.3), PatientVector.POSTERIOR.times(0.3));
        assertTrue(RegionStatistics.of(small, volume).isEmpty());
    }
}
