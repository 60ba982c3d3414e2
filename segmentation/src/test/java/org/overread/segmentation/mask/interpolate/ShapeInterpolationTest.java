// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.TestPhantom;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.interpolate.ShapeInterpolation.Alignment;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// Against shapes whose slices are known: cones, moved discs, forks; and against a phantom of which slices were kept.
final class ShapeInterpolationTest {
    private static final Crew ALONE = Crew.alone();

    private static boolean disc(double u, double v, double centreU, double centreV, double radius) {
        return Math.hypot(u - centreU, v - centreV) <= radius;
    }

    private static Mask fill(Mask mask, Axis axis) {
        return ShapeInterpolation.fill(mask, axis, Alignment.CENTROIDS, Spacing.ONE, ALONE);
    }

    private static long areaOf(Mask mask, int k) {
        return mask.intersection(RandomMasks.where(mask.size(), (_, _, slice) -> slice == k))
                .count();
    }

    /// Discs of 15 and 70 voxels with seven slices between: the case in which 8-bit distances overflow.
    @Test
    void betweenTwoDiscsTheRadiusGrowsEvenly() {
        var size = new GridSize(160, 160, 9);
        Mask discs =
                RandomMasks.where(
                        size,
                        (i, j, k) ->
                                (k == 0 && disc(i, j, 80, 80, 15.5))
                                        || (k == 8 && disc(i, j, 80, 80, 70.5)));
        Mask filled = fill(discs, Axis.K);
        for (int k = 0; k < 9; k++) {
            double radius = 15.5 + k * 55 / 8.0;
            assertEquals(
                    Math.PI * radius * radius,
                    (double) areaOf(filled, k),
                    2 * Math.PI * radius * 0.4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void discsThatDoNotOverlapFollowTheLineBetweenThem(Axis axis) {
        GridSize size =
                switch (axis) {
                    case I -> new GridSize(9, 100, 40);
                    case J -> new GridSize(100, 9, 40);
                    case K -> new GridSize(100, 40, 9);
                };
        Mask discs =
                RandomMasks.where(
                        size, (i, j, k) -> moved(axis, i, j, k, 0) || moved(axis, i, j, k, 8));
        Mask expected =
                RandomMasks.where(
                        size,
                        (i, j, k) -> {
                            for (int slice = 0; slice < 9; slice++) {
                                if (moved(axis, i, j, k, slice)) {
                                    return true;
                                }
                            }
                            return false;
                        });
        assertEquals(Optional.of(axis), Axis.ofGaps(discs));
        assertEquals(expected, fill(discs, axis));
    }

    /// A disc that moves 8 voxels a slice.
    private static boolean moved(Axis axis, int i, int j, int k, int slice) {
        int u = axis == Axis.I ? j : i;
        int v = axis == Axis.K ? j : k;
        int s = axis == Axis.I ? i : axis == Axis.J ? j : k;
        return s == slice && disc(u, v, 15 + 8 * slice, 20, 9);
    }

    @Test
    void withoutAlignmentTheyVanishBetween() {
        Mask discs =
                RandomMasks.where(
                        new GridSize(100, 40, 9),
                        (i, j, k) -> moved(Axis.K, i, j, k, 0) || moved(Axis.K, i, j, k, 8));
        Mask plain = ShapeInterpolation.fill(discs, Axis.K, Alignment.NONE, Spacing.ONE, ALONE);
        assertEquals(0, areaOf(plain, 4));
    }

    @Test
    void aForkStaysOnePieceAndEndsInItsBranches() {
        Mask fork =
                RandomMasks.where(
                        new GridSize(90, 50, 11),
                        (i, j, k) ->
                                (k == 0 && Math.abs(i - 45) <= 30 && Math.abs(j - 25) <= 8)
                                        || (k == 10
                                                && (disc(i, j, 22, 25, 8)
                                                        || disc(i, j, 68, 25, 8))));
        Mask filled = fill(fork, Axis.K);
        assertEquals(1, Components.of(filled, Connectivity.FACES, ALONE).count());
        assertEquals(2, branches(filled, 9));
        assertEquals(1, branches(filled, 1));
    }

    private static int branches(Mask mask, int k) {
        Mask slice = mask.intersection(RandomMasks.where(mask.size(), (_, _, at) -> at == k));
        return Components.of(slice, Connectivity.FACES, ALONE).count();
    }

    @Test
    void whatHasNoPartnerEndsInAPoint() {
        Mask one =
                RandomMasks.where(
                        new GridSize(120, 60, 9),
                        (i, j, k) ->
                                (k == 0 && (disc(i, j, 25, 30, 10) || disc(i, j, 90, 30, 16)))
                                        || (k == 8 && disc(i, j, 90, 30, 16)));
        Mask filled = fill(one, Axis.K);
        Mask left = filled.intersection(RandomMasks.where(one.size(), (i, _, _) -> i < 60));
        for (int k = 1; k < 8; k++) {
            assertTrue(areaOf(left, k) < areaOf(left, k - 1), "slice " + k);
            assertTrue(left.contains(25, 30, k), "slice " + k);
        }
        assertEquals(0, areaOf(left, 8));
    }

    @Test
    void slicesThatWereDrawnStayAsTheyAre() {
        Mask whole = MaskRows.between(TestPhantom.voxels(96), 24, 56, ALONE);
        Mask drawn = whole.intersection(RandomMasks.where(whole.size(), (_, _, k) -> k % 8 == 0));
        Mask filled = fill(drawn, Axis.K);
        for (int k = 0; k < 96; k += 8) {
            assertEquals(areaOf(drawn, k), areaOf(filled, k));
        }
        assertEquals(
                1,
                Reference.crews()
                        .map(
                                crew ->
                                        ShapeInterpolation.fill(
                                                drawn,
                                                Axis.K,
                                                Alignment.CENTROIDS,
                                                Spacing.ONE,
                                                crew))
                        .distinct()
                        .count());
    }

    /// Of every eighth slice of the phantom's middle shell, ITK's contour interpolation made Dice 0.963.
    @Test
    void thePhantomIsMetBetterThanByItksContourInterpolation() {
        Mask whole = MaskRows.between(TestPhantom.voxels(192), 24, 55, ALONE);
        Mask drawn = whole.intersection(RandomMasks.where(whole.size(), (_, _, k) -> k % 8 == 0));
        Mask filled = fill(drawn, Axis.K);
        int last = 184;
        Mask between = whole.intersection(RandomMasks.where(whole.size(), (_, _, k) -> k <= last));
        double dice =
                2.0 * filled.intersection(between).count() / (filled.count() + between.count());
        assertTrue(dice >= 0.966, "Dice " + dice);
    }

    @Test
    void anEmptyMaskAndASingleSliceStayAsTheyAre() {
        Mask none = Mask.empty(new GridSize(5, 5, 5));
        assertEquals(none, fill(none, Axis.K));
        Mask one = RandomMasks.where(new GridSize(5, 5, 5), (_, _, k) -> k == 2);
        assertEquals(one, fill(one, Axis.K));
        assertEquals(Optional.empty(), Axis.ofGaps(one));
    }
}
