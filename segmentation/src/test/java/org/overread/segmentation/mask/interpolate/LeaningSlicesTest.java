// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.interpolate.ShapeInterpolation.Alignment;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Bodies that are known in the patient, drawn on grids whose slices lean on one another or are uneven, of which slices
/// are taken away.
final class LeaningSlicesTest {
    private static final GridSize SIZE = new GridSize(90, 110, 25);

    /// Pixels of 0.8 mm; slices 2 mm apart that lean by 24 degrees along the columns and 9 along the rows.
    private static final VolumeGeometry LEANING =
            new VolumeGeometry(
                    SIZE,
                    new PatientVector(0.8, 0, 0),
                    new PatientVector(0, 0.8, 0),
                    new SliceStack.Even(
                            new PatientPoint(-36, -60, -24), new PatientVector(0.32, 0.89, 2)));

    private interface Body {
        boolean contains(double x, double y, double z);
    }

    private static Mask drawn(VolumeGeometry grid, Body body) {
        return RandomMasks.where(
                grid.size(),
                (i, j, k) -> {
                    PatientPoint at = grid.toPatient(new VoxelPoint(i, j, k));
                    return body.contains(at.x(), at.y(), at.z());
                });
    }

    private static Mask everySixth(Mask mask, Axis axis) {
        return mask.intersection(
                RandomMasks.where(
                        mask.size(),
                        (i, j, k) ->
                                switch (axis) {
                                                    case I -> i;
                                                    case J -> j;
                                                    case K -> k;
                                                }
                                                % 6
                                        == 0));
    }

    private static double dice(Mask one, Mask other) {
        return 2.0 * one.intersection(other).count() / (one.count() + other.count());
    }

    private static Mask between(Mask mask, int low, int high) {
        return mask.intersection(
                RandomMasks.where(mask.size(), (_, _, k) -> k >= low && k <= high));
    }

    /// A rod stands upright in the patient and so wanders through the slices: straight across means in the patient.
    @ParameterizedTest
    @EnumSource(Alignment.class)
    void anUprightRodIsFilledUpright(Alignment alignment) {
        Body rod = (x, y, _) -> Math.hypot(x, y + 14) <= 4;
        Mask truth = drawn(LEANING, rod);
        Mask filled =
                ShapeInterpolation.fill(
                        everySixth(truth, Axis.K),
                        Stacking.of(Axis.K, LEANING).orElseThrow(),
                        alignment,
                        Crew.alone());
        assertTrue(dice(filled, truth) >= 0.96, () -> "Dice " + dice(filled, truth));
        Mask asIfStraight =
                ShapeInterpolation.fill(
                        everySixth(truth, Axis.K),
                        Axis.K,
                        Alignment.NONE,
                        Spacing.ONE,
                        Crew.alone());
        assertTrue(dice(asIfStraight, truth) < 0.9, () -> "Dice " + dice(asIfStraight, truth));
    }

    @ParameterizedTest
    @EnumSource(Axis.class)
    void aBallIsFilledAlongEveryAxis(Axis axis) {
        Body ball = (x, y, z) -> x * x + (y + 14) * (y + 14) + z * z <= 19 * 19;
        Mask truth = drawn(LEANING, ball);
        Mask some = everySixth(truth, axis);
        Mask filled =
                ShapeInterpolation.fill(
                        some,
                        Stacking.of(axis, LEANING).orElseThrow(),
                        Alignment.CENTROIDS,
                        Crew.alone());
        Mask inner = inner(truth, some, axis);
        // along k 12 mm lie between what was drawn, in which a ball bulges from the straight line
        double least = axis == Axis.K ? 0.95 : 0.97;
        assertTrue(dice(filled, inner) >= least, () -> axis + " Dice " + dice(filled, inner));
    }

    /// As far as slices were drawn.
    private static Mask inner(Mask truth, Mask some, Axis axis) {
        var box = some.bounds().orElseThrow();
        return truth.intersection(
                RandomMasks.where(
                        truth.size(),
                        (i, j, k) ->
                                switch (axis) {
                                    case I -> i >= box.lowI() && i <= box.highI();
                                    case J -> j >= box.lowJ() && j <= box.highJ();
                                    case K -> k >= box.lowK() && k <= box.highK();
                                }));
    }

    /// Slices 1 mm apart, then 4: a cone's radius goes with the millimetres, not with the slices.
    @Test
    void aConeGrowsByMillimetresAcrossUnevenSlices() {
        var origins = new ArrayList<PatientPoint>();
        for (int k = 0; k < 13; k++) {
            origins.add(new PatientPoint(-40, -40, k <= 6 ? k : 6 + 4 * (k - 6)));
        }
        var grid =
                new VolumeGeometry(
                        new GridSize(100, 100, 13),
                        new PatientVector(0.8, 0, 0),
                        new PatientVector(0, 0.8, 0),
                        new SliceStack.Table(origins));
        Mask truth = drawn(grid, (x, y, z) -> Math.hypot(x, y) <= 8 + 0.8 * z);
        Mask ends =
                truth.intersection(RandomMasks.where(truth.size(), (_, _, k) -> k == 0 || k == 12));
        Mask filled =
                ShapeInterpolation.fill(
                        ends,
                        Stacking.of(Axis.K, grid).orElseThrow(),
                        Alignment.CENTROIDS,
                        Crew.alone());
        for (int k = 0; k < 13; k++) {
            double radius = (8 + 0.8 * origins.get(k).z()) / 0.8;
            assertEquals(
                    Math.PI * radius * radius,
                    (double) between(filled, k, k).count(),
                    2 * Math.PI * radius * 0.5,
                    "slice " + k);
        }
        assertEquals(Optional.empty(), Stacking.of(Axis.I, grid));
    }
}
