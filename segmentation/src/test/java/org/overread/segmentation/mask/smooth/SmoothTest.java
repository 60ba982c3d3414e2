// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.smooth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

final class SmoothTest {
    private static final Crew ALONE = Crew.alone();

    static Stream<Mask> masks() {
        return RandomMasks.all().filter(mask -> mask.size().voxels() < 30_000);
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aMedianIsWhatMostOfTheBoxIs(Mask mask) {
        assertEquals(median(mask, 1, 1, 1), Median.ofVoxels(1, 1, 1).of(mask, ALONE));
        assertEquals(median(mask, 3, 0, 2), Median.ofVoxels(3, 0, 2).of(mask, ALONE));
        assertEquals(median(mask, 0, 4, 1), Median.ofVoxels(0, 4, 1).of(mask, ALONE));
    }

    private static Mask median(Mask mask, int ri, int rj, int rk) {
        GridSize size = mask.size();
        int all = (2 * ri + 1) * (2 * rj + 1) * (2 * rk + 1);
        return RandomMasks.where(
                size,
                (i, j, k) -> {
                    int count = 0;
                    for (int dk = -rk; dk <= rk; dk++) {
                        for (int dj = -rj; dj <= rj; dj++) {
                            for (int di = -ri; di <= ri; di++) {
                                count +=
                                        mask.contains(
                                                        Math.clamp(i + di, 0, size.i() - 1),
                                                        Math.clamp(j + dj, 0, size.j() - 1),
                                                        Math.clamp(k + dk, 0, size.k() - 1))
                                                ? 1
                                                : 0;
                            }
                        }
                    }
                    return 2 * count > all;
                });
    }

    /// By Slicer's rule: 2 round((mm / spacing + 1) / 2) - 1 voxels a side.
    @Test
    void millimetresBecomeOddNumbersOfVoxels() {
        Mask mask = RandomMasks.of(new GridSize(33, 20, 20), 1);
        assertEquals(
                Median.ofVoxels(2, 1, 0).of(mask, ALONE),
                Median.ofMillimetres(3, new Spacing(0.6, 1, 2.5)).of(mask, ALONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8})
    void aMedianOutOfRangeIsRefusedByItsValue(int radius) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> Median.ofVoxels(1, radius, 1));
        assertEquals(
                "A median over " + radius + " voxels to either side; it must be 0 to 7.",
                refused.getMessage());
    }

    @Test
    void aGaussianKeepsAHalfSpaceAndRemovesASpeck() {
        var size = new GridSize(60, 40, 33);
        Mask half = RandomMasks.where(size, (i, _, _) -> i < 30);
        Mask speck = RandomMasks.where(size, (i, j, k) -> i == 50 && j == 20 && k == 10);
        var spacing = new Spacing(0.8, 0.8, 2);
        assertEquals(half, Gaussian.of(half.union(speck), 2, spacing, ALONE));
        assertEquals(half.union(speck), Gaussian.of(half.union(speck), 0, spacing, ALONE));
    }

    /// In one dimension the blur of a slab of 5 samples, worked out from the definition.
    @Test
    void aGaussianIsTheSumOfItsWeights() {
        var size = new GridSize(41, 1, 1);
        Mask slab = RandomMasks.where(size, (i, _, _) -> i >= 18 && i <= 22);
        double sigma = 2.5;
        double all = 0;
        for (int d = -10; d <= 10; d++) {
            all += Math.exp(-d * d / (2 * sigma * sigma));
        }
        double sum = all;
        Mask expected =
                RandomMasks.where(
                        size,
                        (i, _, _) -> {
                            double part = 0;
                            for (int n = 18; n <= 22; n++) {
                                if (Math.abs(n - i) <= 10) {
                                    part += Math.exp(-(n - i) * (n - i) / (2 * sigma * sigma));
                                }
                            }
                            return part / sum >= 127.0 / 255;
                        });
        assertTrue(expected.count() > 1);
        assertEquals(expected, Gaussian.of(slab, sigma, Spacing.ONE, ALONE));
    }

    @Test
    void theEdgeOfTheVolumeDoesNotWearAMaskAway() {
        Mask full = Mask.full(new GridSize(20, 20, 20));
        assertEquals(full, Gaussian.of(full, 3, Spacing.ONE, ALONE));
        assertEquals(full, Median.ofVoxels(3, 3, 3).of(full, ALONE));
    }

    @Test
    void neighboursSmoothedTogetherNeitherPartNorOverlap() {
        var size = new GridSize(60, 60, 20);
        Mask wavy =
                RandomMasks.where(
                        size,
                        (i, j, k) -> i >= 10 && i < 30 + (j / 3 + k) % 4 && j >= 10 && j < 50);
        Mask beside =
                RandomMasks.where(size, (i, j, k) -> i >= 10 && i < 50 && j >= 10 && j < 50)
                        .minus(wavy);
        List<Mask> smooth = Gaussian.jointly(List.of(wavy, beside), 2, Spacing.ONE, ALONE);
        Mask a = smooth.getFirst();
        Mask b = smooth.getLast();
        assertTrue(a.intersection(b).isEmpty());
        // away from the outline every voxel is still in one of the two, and the wave is gone
        Mask middle = RandomMasks.where(size, (i, j, _) -> i >= 15 && i < 45 && j >= 15 && j < 45);
        assertEquals(middle, a.union(b).intersection(middle));
        Mask flat = RandomMasks.where(size, (i, _, _) -> i < 29).intersection(middle);
        assertEquals(flat, flat.intersection(a));
        assertTrue(
                Reference.crews()
                                .map(
                                        crew ->
                                                Gaussian.jointly(
                                                        List.of(wavy, beside),
                                                        2,
                                                        Spacing.ONE,
                                                        crew))
                                .distinct()
                                .count()
                        == 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 51, Double.NaN})
    void deviationsOutOfRangeAreRefusedByTheirValue(double sigma) {
        Mask mask = Mask.full(new GridSize(3, 3, 3));
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Gaussian.of(mask, sigma, Spacing.ONE, ALONE));
        assertEquals(
                "A standard deviation of " + sigma + " mm; it must be 0 to 50 mm.",
                refused.getMessage());
    }
}
