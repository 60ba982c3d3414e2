// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.components;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.TestPhantom;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Against ITK and SciPy, and against a flood fill that takes one voxel at a time.
final class ComponentsTest {
    private static final Crew ALONE = Crew.alone();

    static final List<String> VOLUMES = Reference.VOLUMES;

    /// ITK's and SciPy's numbers of parts.
    /// The same on 134 million voxels, and the grown part of them.
    @Test
    void theLargePhantomHasThePartsThatItkCounts() {
        Voxels voxels = TestPhantom.voxels(512);
        Mask specks = TestPhantom.speckle(voxels);
        assertEquals(2_578_765, Components.of(specks, Connectivity.FACES, ALONE).count());
        assertEquals(72_602, Components.of(specks, Connectivity.CORNERS, ALONE).count());
        Mask between = MaskRows.between(voxels.numbers(), -100, 300, ALONE);
        Components parts = Components.of(between, Connectivity.FACES, ALONE);
        assertEquals(37_709_069, parts.mask(parts.at(256, 256, 256).orElseThrow(), ALONE).count());
    }

    @ParameterizedTest
    @CsvSource({"FACES, 312919", "CORNERS, 9220"})
    void theSpeckledPhantomHasThePartsThatItkCounts(Connectivity connectivity, int parts) {
        Mask specks = TestPhantom.speckle(256);
        assertEquals(parts, Components.of(specks, connectivity, ALONE).count());
        assertEquals(
                parts,
                Reference.crews()
                        .skip(2)
                        .map(crew -> Components.of(specks, connectivity, crew).count())
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"128, 589015", "192, 1988477"})
    void thePartAroundTheMiddleIsItksConnectedThreshold(int side, long voxels) {
        Mask mask = MaskRows.between(TestPhantom.voxels(side), -100, 300, ALONE);
        Components parts = Components.of(mask, Connectivity.FACES, ALONE);
        int middle = parts.at(side / 2, side / 2, side / 2).orElseThrow();
        assertEquals(voxels, parts.voxels(middle));
        assertEquals(voxels, parts.mask(middle, ALONE).count());
    }

    @ParameterizedTest
    @FieldSource("VOLUMES")
    void whatItkHoldsConnectedIsOnePart(String volume) {
        Mask six = Reference.mask(volume, "connected_threshold");
        Mask all = Reference.mask(volume, "connected_threshold_full");
        assertEquals(1, Components.of(six, Connectivity.FACES, ALONE).count());
        assertEquals(1, Components.of(all, Connectivity.CORNERS, ALONE).count());
        assertEquals(six, Components.of(all, Connectivity.FACES, ALONE).largest(ALONE));
    }

    static Stream<Mask> masks() {
        return RandomMasks.all();
    }

    @ParameterizedTest
    @MethodSource("masks")
    void labelsAreThoseOfAFloodFill(Mask mask) {
        for (Connectivity connectivity : Connectivity.values()) {
            int[][] expected = flood(mask, connectivity);
            Reference.crews()
                    .forEach(
                            crew -> {
                                Components parts = Components.of(mask, connectivity, crew);
                                assertArrayEquals(expected, labels(parts, mask.size()));
                            });
        }
    }

    private static int[][] labels(Components parts, GridSize size) {
        var labels = new int[size.k()][size.i() * size.j()];
        for (int k = 0; k < size.k(); k++) {
            parts.writeSlice(k, labels[k]);
        }
        return labels;
    }

    private static int[][] flood(Mask mask, Connectivity connectivity) {
        GridSize size = mask.size();
        var labels = new int[size.k()][size.i() * size.j()];
        int next = 0;
        var open = new ArrayDeque<int[]>();
        for (int k = 0; k < size.k(); k++) {
            for (int n = 0; n < size.i() * size.j(); n++) {
                if (mask.contains(n % size.i(), n / size.i(), k) && labels[k][n] == 0) {
                    labels[k][n] = ++next;
                    open.add(new int[] {n % size.i(), n / size.i(), k});
                    while (!open.isEmpty()) {
                        spread(open.remove(), next, mask, connectivity, labels, open);
                    }
                }
            }
        }
        return labels;
    }

    private static void spread(
            int[] at,
            int label,
            Mask mask,
            Connectivity connectivity,
            int[][] labels,
            ArrayDeque<int[]> open) {
        int most =
                switch (connectivity) {
                    case FACES -> 1;
                    case EDGES -> 2;
                    case CORNERS -> 3;
                };
        for (int n = 0; n < 27; n++) {
            int di = n % 3 - 1;
            int dj = n / 3 % 3 - 1;
            int dk = n / 9 - 1;
            if (di * di + dj * dj + dk * dk <= most
                    && mask.contains(at[0] + di, at[1] + dj, at[2] + dk)) {
                int to = (at[1] + dj) * mask.size().i() + at[0] + di;
                if (labels[at[2] + dk][to] == 0) {
                    labels[at[2] + dk][to] = label;
                    open.add(new int[] {at[0] + di, at[1] + dj, at[2] + dk});
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("masks")
    void partsTogetherAreTheMask(Mask mask) {
        Components parts = Components.of(mask, Connectivity.FACES, ALONE);
        assertEquals(mask, parts.atLeast(0, ALONE));
        long sum = 0;
        for (int part = 0; part < parts.count(); part++) {
            sum += parts.voxels(part);
        }
        assertEquals(mask.count(), sum);
        int[] order = parts.bySize();
        for (int n = 1; n < order.length; n++) {
            long before = parts.voxels(order[n - 1]);
            long here = parts.voxels(order[n]);
            assertTrue(before > here || (before == here && order[n - 1] < order[n]));
        }
    }

    @Test
    void aCornerJoinsOnlyWhereCornersCount() {
        MaskEdit edit = Mask.empty(new GridSize(4, 4, 4)).edit();
        edit.set(0, 0, 0);
        edit.set(1, 1, 1);
        edit.set(2, 2, 1);
        Mask mask = edit.mask();
        assertEquals(3, Components.of(mask, Connectivity.FACES, ALONE).count());
        assertEquals(2, Components.of(mask, Connectivity.EDGES, ALONE).count());
        assertEquals(1, Components.of(mask, Connectivity.CORNERS, ALONE).count());
    }

    @Test
    void smallPartsGoAndLargeOnesAreSplit() {
        MaskEdit edit = Mask.empty(new GridSize(40, 40, 3)).edit();
        edit.set(0, 0, 0);
        edit.fill(new VoxelBox(10, 10, 1, 12, 10, 1));
        edit.fill(new VoxelBox(30, 30, 0, 33, 30, 2));
        Components parts = Components.of(edit.mask(), Connectivity.FACES, ALONE);
        assertEquals(15, parts.atLeast(3, ALONE).count());
        assertEquals(List.of(12L, 3L), parts.split(2, ALONE).stream().map(Mask::count).toList());
        assertEquals(12, parts.largest(ALONE).count());
        assertEquals(OptionalInt.of(0), parts.at(0, 0, 0));
        assertEquals(OptionalInt.empty(), parts.at(1, 0, 0));
        assertEquals(OptionalInt.empty(), parts.at(39, 39, 2));
    }

    @Test
    void theEmptyMaskHasNoParts() {
        Components none =
                Components.of(Mask.empty(new GridSize(5, 6, 7)), Connectivity.FACES, ALONE);
        assertEquals(0, none.count());
        assertTrue(none.largest(ALONE).isEmpty());
        assertFalse(none.at(0, 0, 0).isPresent());
    }

    @Test
    void moreThan65535PartsKeepTheirNumbers() {
        Mask checks =
                RandomMasks.where(new GridSize(64, 64, 64), (i, j, k) -> (i + j + k) % 2 == 0);
        assertEquals(131_072, Components.of(checks, Connectivity.FACES, ALONE).count());
        assertEquals(1, Components.of(checks, Connectivity.EDGES, ALONE).count());
        assertEquals(1, Components.of(checks, Connectivity.CORNERS, ALONE).count());
    }

    @Test
    void rowsOf65536VoxelsAreLabelledAndLongerOnesRefused() {
        MaskEdit edit = Mask.empty(new GridSize(65536, 1, 1)).edit();
        edit.fill(new VoxelBox(40000, 0, 0, 65535, 0, 0));
        edit.set(0, 0, 0);
        Components parts = Components.of(edit.mask(), Connectivity.FACES, ALONE);
        assertEquals(25536, parts.largest(ALONE).count());
        Mask longer = Mask.full(new GridSize(65537, 1, 1));
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Components.of(longer, Connectivity.FACES, ALONE));
        assertEquals(
                "Rows of 65537 voxels; parts of a mask are found in rows of at most 65536.",
                refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource("masks")
    void holesAreWhatAFloodFromTheEdgeDoesNotReach(Mask mask) {
        for (Connectivity connectivity : Connectivity.values()) {
            GridSize size = mask.size();
            int[][] parts = flood(mask.complement(), connectivity);
            var open = new java.util.BitSet();
            open.set(0);
            for (int k = 0; k < size.k(); k++) {
                for (int n = 0; n < parts[k].length; n++) {
                    int i = n % size.i();
                    int j = n / size.i();
                    if (i == 0
                            || j == 0
                            || k == 0
                            || i == size.i() - 1
                            || j == size.j() - 1
                            || k == size.k() - 1) {
                        open.set(parts[k][n]);
                    }
                }
            }
            Mask expected =
                    mask.union(
                            RandomMasks.where(
                                    size, (i, j, k) -> !open.get(parts[k][j * size.i() + i])));
            assertEquals(expected, Holes.fill(mask, connectivity, ALONE));
        }
    }

    @Test
    void aTubeIsFilledSliceBySliceOnly() {
        Mask tube =
                RandomMasks.where(
                        new GridSize(20, 20, 5),
                        (i, j, _) -> Math.max(Math.abs(i - 10), Math.abs(j - 10)) == 4);
        assertEquals(tube, Holes.fill(tube, Connectivity.FACES, ALONE));
        assertEquals(81 * 5, Holes.fillSlices(tube, Connectivity.FACES, ALONE).count());
    }

    @Test
    void numbersOfNeighboursThatThereAreNotAreRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> Connectivity.of(8));
        assertEquals("A voxel has 6, 18 or 26 neighbours, not 8.", refused.getMessage());
        assertEquals(
                List.of(6, 18, 26),
                Arrays.stream(Connectivity.values()).map(Connectivity::neighbours).toList());
    }
}
