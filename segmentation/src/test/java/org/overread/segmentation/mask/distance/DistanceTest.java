// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// Against SciPy's and ITK's sums, and against the definitions, every pair of voxels compared.
final class DistanceTest {
    private static final Crew ALONE = Crew.alone();
    private static final Spacing UNEVEN = new Spacing(0.7, 1.3, 2.5);

    /// Of SciPy's exact transform, to border voxels with 26 neighbours: sums of the distances outside and inside, the
    /// largest and the least.
    @ParameterizedTest
    @CsvSource({
        "ct_abdomen_crlm1004, 744970198.1437167, -81693.34643050216, 204.9292000930596, -4.78125",
        "ct_leg_sts004, 186031950.01209718, -37846.63040991989, 165.52138895109644, -4.88281",
        "mr_breast_sag_ucsf06, 100821196.90255094, -49998.52910581191, 103.27326351240121, -7.242217015695984",
    })
    void sumsAreThoseOfScipy(
            String name, double positive, double negative, double largest, double least) {
        Volume volume =
                Reference.volume("reference/masks/" + name + ".connected_threshold_tight.nrrd");
        Mask mask = Reference.nonZero(volume);
        var map =
                DistanceMap.of(
                        mask, Spacing.of(volume.geometry()), Convention.BORDER_CENTRES, ALONE);
        double above = 0;
        double below = 0;
        double most = 0;
        double fewest = 0;
        for (int k = 0; k < mask.size().k(); k++) {
            for (float mm : map.slice(k)) {
                above += Math.max(0, mm);
                below += Math.min(0, mm);
                most = Math.max(most, mm);
                fewest = Math.min(fewest, mm);
            }
        }
        assertEquals(positive, above, 1e-7 * positive);
        assertEquals(negative, below, -1e-6 * negative);
        assertEquals(largest, most, 1e-4);
        assertEquals(least, fewest, 1e-4);
    }

    static Stream<Mask> masks() {
        return RandomMasks.all().filter(mask -> mask.size().voxels() < 15_000);
    }

    @ParameterizedTest
    @MethodSource("masks")
    void borderDistancesAreThoseToTheNearestBorderVoxel(Mask mask) {
        Mask border =
                RandomMasks.where(
                        mask.size(),
                        (i, j, k) -> mask.contains(i, j, k) && hasNeighbourOutside(mask, i, j, k));
        assertMap(mask, border, border, Convention.BORDER_CENTRES, 0);
    }

    @ParameterizedTest
    @MethodSource("masks")
    void interfaceDistancesAreThoseToTheNearestFace(Mask mask) {
        assertMap(mask, mask, mask.complement(), Convention.INTERFACE, 0.5);
    }

    private static void assertMap(
            Mask mask, Mask fromOutside, Mask fromInside, Convention convention, double less) {
        GridSize size = mask.size();
        List<int[]> outer = voxels(fromOutside);
        List<int[]> inner = voxels(fromInside);
        List<DistanceMap> maps =
                Reference.crews()
                        .map(crew -> DistanceMap.of(mask, UNEVEN, convention, crew))
                        .toList();
        int step = 1 + (int) (size.voxels() / 400);
        for (int n = 0; n < size.voxels(); n += step) {
            int i = n % size.i();
            int j = n / size.i() % size.j();
            int k = n / size.i() / size.j();
            boolean inside = mask.contains(i, j, k);
            double mm = nearest(inside ? inner : outer, i, j, k, less);
            for (DistanceMap map : maps) {
                assertEquals(inside ? -mm : mm, map.at(i, j, k), 1e-5);
            }
        }
    }

    private static List<int[]> voxels(Mask mask) {
        var list = new java.util.ArrayList<int[]>();
        GridSize size = mask.size();
        for (int n = 0; n < size.voxels(); n++) {
            int[] at = {n % size.i(), n / size.i() % size.j(), n / size.i() / size.j()};
            if (mask.contains(at[0], at[1], at[2])) {
                list.add(at);
            }
        }
        return list;
    }

    private static double nearest(List<int[]> voxels, int i, int j, int k, double less) {
        double least = Double.POSITIVE_INFINITY;
        for (int[] v : voxels) {
            double x = Math.max(0, Math.abs(v[0] - i) - less) * UNEVEN.i();
            double y = Math.max(0, Math.abs(v[1] - j) - less) * UNEVEN.j();
            double z = Math.max(0, Math.abs(v[2] - k) - less) * UNEVEN.k();
            least = Math.min(least, x * x + y * y + z * z);
        }
        return Math.sqrt(least);
    }

    private static boolean hasNeighbourOutside(Mask mask, int i, int j, int k) {
        for (int n = 0; n < 27; n++) {
            int x = i + n % 3 - 1;
            int y = j + n / 3 % 3 - 1;
            int z = k + n / 9 - 1;
            if (mask.size().contains(x, y, z) && !mask.contains(x, y, z)) {
                return true;
            }
        }
        return false;
    }

    /// 5 mm are within a kernel, 30 mm are not.
    @ParameterizedTest
    @ValueSource(doubles = {0, 1.3, 5, 12, 30})
    void marginsAreThresholdsOfTheDistance(double mm) {
        masks().forEach(
                        mask -> {
                            List<int[]> of = voxels(mask);
                            List<int[]> rest = voxels(mask.complement());
                            GridSize size = mask.size();
                            if (size.voxels() > 3_000) {
                                return;
                            }
                            assertEquals(
                                    RandomMasks.where(
                                            size,
                                            (i, j, k) -> nearest(of, i, j, k, 0) <= mm + 1e-9),
                                    Margin.grow(mask, mm, UNEVEN, ALONE));
                            assertEquals(
                                    RandomMasks.where(
                                            size,
                                            (i, j, k) -> nearest(rest, i, j, k, 0) > mm + 1e-9),
                                    Margin.shrink(mask, mm, UNEVEN, ALONE));
                        });
    }

    @Test
    void shellsHaveTheirThicknessOnTheirSideOfTheSurface() {
        Mask half = RandomMasks.where(new GridSize(80, 40, 40), (i, _, _) -> i <= 40);
        Mask around = Margin.hollow(half, 4, Margin.Shell.AROUND, Spacing.ONE, ALONE);
        Mask on = Margin.hollow(half, 4, Margin.Shell.ON, Spacing.ONE, ALONE);
        Mask within = Margin.hollow(half, 4, Margin.Shell.WITHIN, Spacing.ONE, ALONE);
        assertExtent(around, 41, 44);
        assertExtent(on, 39, 42);
        assertExtent(within, 37, 40);
    }

    private static void assertExtent(Mask shell, int from, int to) {
        assertEquals(RandomMasks.where(shell.size(), (i, _, _) -> i >= from && i <= to), shell);
    }

    @Test
    void aMaskWithoutBorderIsInfinitelyFar() {
        var size = new GridSize(5, 4, 3);
        for (Convention convention : Convention.values()) {
            assertEquals(
                    Float.POSITIVE_INFINITY,
                    DistanceMap.of(Mask.empty(size), Spacing.ONE, convention, ALONE).at(1, 1, 1));
            assertEquals(
                    Float.NEGATIVE_INFINITY,
                    DistanceMap.of(Mask.full(size), Spacing.ONE, convention, ALONE).at(1, 1, 1));
        }
    }

    @Test
    void aRowOf65536VoxelsIsMeasuredToItsEnd() {
        MaskEdit edit = Mask.empty(new GridSize(65536, 1, 1)).edit();
        edit.set(0, 0, 0);
        var map = DistanceMap.of(edit.mask(), Spacing.ONE, Convention.BORDER_CENTRES, ALONE);
        assertEquals(65535, map.at(65535, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 501, Double.NaN, Double.POSITIVE_INFINITY})
    void marginsOutOfRangeAreRefusedByTheirValue(double mm) {
        Mask mask = Mask.full(new GridSize(3, 3, 3));
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Margin.grow(mask, mm, Spacing.ONE, ALONE));
        assertEquals("A margin of " + mm + " mm; it must be 0 to 500 mm.", refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> Margin.hollow(mask, mm, Margin.Shell.ON, Spacing.ONE, ALONE));
    }
}
