// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

final class RecistAxesTest {
    private static final GridSize SIZE = new GridSize(90, 80, 5);

    private static VolumeGeometry grid(double i, double j) {
        // gantry tilt: every slice is shifted against the one before
        return new VolumeGeometry(
                SIZE,
                new PatientVector(i, 0, 0),
                new PatientVector(0, j, 0),
                new SliceStack.Even(PatientPoint.ORIGIN, new PatientVector(0, 1.3, 4)));
    }

    private interface Inside {
        boolean at(int i, int j, int k);
    }

    private static Mask mask(Inside inside) {
        MaskEdit edit = Mask.empty(SIZE).edit();
        for (int k = 0; k < SIZE.k(); k++) {
            for (int j = 0; j < SIZE.j(); j++) {
                for (int i = 0; i < SIZE.i(); i++) {
                    if (inside.at(i, j, k)) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }

    private static double longMm(Ruler.Bidirectional axes) {
        return axes.longFrom().distanceTo(axes.longTo());
    }

    private static double shortMm(Ruler.Bidirectional axes) {
        return axes.shortFrom().distanceTo(axes.shortTo());
    }

    /// The rim of 10 x 4 voxels is that box with its corners cut off half a voxel from them.
    @Test
    void theAxesOfABoxAreThoseWorkedByHand() {
        Mask box = mask((i, j, k) -> i >= 20 && i < 30 && j >= 40 && j < 44 && k == 2);
        RecistAxes found = RecistAxes.propose(box, grid(1, 1)).orElseThrow();
        assertEquals(2, found.slice());
        assertEquals(Math.sqrt(10 * 10 + 3 * 3), longMm(found.axes()), 1e-9);
        // across it, from one long side to the other: 4 mm at the angle of the axis
        assertEquals(4 / (10 / Math.sqrt(109)), shortMm(found.axes()), 1e-4);
    }

    @Test
    void anEllipsesAxesAreItsOwnWithinAVoxel() {
        double turn = 0.5;
        Mask ellipse =
                mask(
                        (i, j, k) -> {
                            double x = (i - 45) * 0.8;
                            double y = (j - 40) * 0.9;
                            double u =
                                    (x * Math.cos(turn) + y * Math.sin(turn))
                                            / (23 - Math.abs(k - 3));
                            double v = (y * Math.cos(turn) - x * Math.sin(turn)) / 13;
                            return u * u + v * v <= 1;
                        });
        RecistAxes found = RecistAxes.propose(ellipse, grid(0.8, 0.9)).orElseThrow();
        assertEquals(3, found.slice());
        assertEquals(46, longMm(found.axes()), 0.6);
        assertEquals(26, shortMm(found.axes()), 0.6);
        PatientVector axis = found.axes().longTo().from(found.axes().longFrom());
        double angle = Math.atan2(axis.y(), axis.x());
        assertEquals(turn, angle < 0 ? angle + Math.PI : angle, 0.05);
    }

    @Test
    void theAxesArePerpendicularAndInTheSlice() {
        Mask blob =
                mask(
                        (i, j, k) ->
                                k == 4
                                        && Math.hypot(i - 30, 1.4 * (j - 41)) + (i * 7 + j * 5) % 3
                                                < 17);
        VolumeGeometry geometry = grid(0.7, 1.1);
        Ruler.Bidirectional axes = RecistAxes.propose(blob, geometry).orElseThrow().axes();
        PatientVector one = axes.longTo().from(axes.longFrom());
        PatientVector other = axes.shortTo().from(axes.shortFrom());
        assertEquals(0, one.dot(other), 1e-6);
        for (PatientPoint p : axes.points()) {
            assertEquals(4, geometry.sliceIndexAt(p), 1e-9);
        }
    }

    @Test
    void theLongAxisDoesNotLeadFromOneLesionToAnother() {
        Mask two = mask((i, j, k) -> k == 1 && j >= 10 && j < 20 && (i < 8 || (i >= 70 && i < 82)));
        Ruler.Bidirectional axes = RecistAxes.propose(two, grid(1, 1)).orElseThrow().axes();
        assertEquals(Math.sqrt(12 * 12 + 9 * 9), longMm(axes), 1e-9);
    }

    /// A C of arms 6 wide around a gap 8 wide: the line across both arms would be 20 long.
    @Test
    void theShortAxisStaysWithinTheLesion() {
        Mask letter =
                mask(
                        (i, j, k) ->
                                k == 1
                                        && i >= 10
                                        && i < 70
                                        && j >= 20
                                        && j < 40
                                        && !(i >= 12 && j >= 26 && j < 34));
        Ruler.Bidirectional axes = RecistAxes.propose(letter, grid(1, 1)).orElseThrow().axes();
        double slope = Math.atan2(19, 60);
        assertEquals(Math.hypot(60, 19), longMm(axes), 1e-9);
        // an arm of 6 crossed at the angle of the axis, and at most as much again in the back of 2
        assertTrue(shortMm(axes) < 13.5, "short axis " + shortMm(axes));
        assertTrue(shortMm(axes) >= 6 / Math.cos(slope) - 0.01, "short axis " + shortMm(axes));
    }

    @Test
    void oneVoxelIsAsWideAsItIs() {
        Mask one = mask((i, j, k) -> i == 5 && j == 6 && k == 2);
        Ruler.Bidirectional axes = RecistAxes.propose(one, grid(0.8, 0.5)).orElseThrow().axes();
        assertEquals(0.8, longMm(axes), 1e-9);
        assertEquals(0.5, shortMm(axes), 1e-4);
    }

    @Test
    void theEmptyMaskHasNoAxes() {
        assertTrue(RecistAxes.propose(Mask.empty(SIZE), grid(1, 1)).isEmpty());
    }

    /// All pairs of places half way between a voxel inside and its neighbour outside.
    @Test
    void theLongAxisIsTheLongestOfAllPairs() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 20; round++) {
            double a = 3 + random.nextDouble() * 20;
            double b = 3 + random.nextDouble() * 20;
            long salt = random.nextLong();
            Mask blob =
                    mask(
                            (i, j, k) ->
                                    k == 2
                                            && Math.hypot((i - 45) / a, (j - 40) / b)
                                                    < 1
                                                            + 0.3
                                                                    * Math.sin(
                                                                            3
                                                                                            * Math
                                                                                                    .atan2(
                                                                                                            j
                                                                                                                    - 40,
                                                                                                            i
                                                                                                                    - 45)
                                                                                    + salt % 7));
            VolumeGeometry geometry = grid(0.7, 1.2);
            List<PatientPoint> rim = new ArrayList<>();
            for (int j = 1; j < SIZE.j() - 1; j++) {
                for (int i = 1; i < SIZE.i() - 1; i++) {
                    if (blob.contains(i, j, 2)) {
                        for (int[] way : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                            if (!blob.contains(i + way[0], j + way[1], 2)) {
                                rim.add(
                                        geometry.toPatient(
                                                new VoxelPoint(
                                                        i + way[0] / 2.0, j + way[1] / 2.0, 2)));
                            }
                        }
                    }
                }
            }
            double longest = 0;
            for (PatientPoint p : rim) {
                for (PatientPoint q : rim) {
                    longest = Math.max(longest, p.distanceTo(q));
                }
            }
            Ruler.Bidirectional axes = RecistAxes.propose(blob, geometry).orElseThrow().axes();
            assertEquals(longest, longMm(axes), 1e-9);
        }
    }
}
