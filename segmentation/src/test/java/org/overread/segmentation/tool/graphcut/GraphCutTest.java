// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.graphcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.mask;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.local.LocalBox;
import org.overread.segmentation.tool.local.Locals;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;

final class GraphCutTest {

    /// The oracle: Edmonds and Karp's shortest paths in a matrix of capacities; the source is the last but one node,
    /// the sink the last.
    private static long largestFlow(int[][] capacities) {
        int nodes = capacities.length;
        long flow = 0;
        while (true) {
            var before = new int[nodes];
            Arrays.fill(before, -1);
            var queue = new ArrayDeque<Integer>();
            queue.add(nodes - 2);
            before[nodes - 2] = nodes - 2;
            while (!queue.isEmpty() && before[nodes - 1] < 0) {
                int n = queue.remove();
                for (int m = 0; m < nodes; m++) {
                    if (before[m] < 0 && capacities[n][m] > 0) {
                        before[m] = n;
                        queue.add(m);
                    }
                }
            }
            if (before[nodes - 1] < 0) {
                return flow;
            }
            int most = Integer.MAX_VALUE;
            for (int n = nodes - 1; n != nodes - 2; n = before[n]) {
                most = Math.min(most, capacities[before[n]][n]);
            }
            for (int n = nodes - 1; n != nodes - 2; n = before[n]) {
                capacities[before[n]][n] -= most;
                capacities[n][before[n]] += most;
            }
            flow += most;
        }
    }

    @ParameterizedTest
    @CsvSource({"5,4,3,10,1", "6,5,4,3,2", "7,1,1,100,3", "4,4,4,1000,4", "9,7,1,5,5", "5,5,5,2,6"})
    void theFlowIsTheLargest(int ni, int nj, int nk, int largest, int seed) {
        var random = new SplittableRandom(seed);
        var size = new GridSize(ni, nj, nk);
        var box = new LocalBox(new VoxelBox(0, 0, 0, ni - 1, nj - 1, nk - 1), size);
        for (int run = 0; run < 20; run++) {
            int nodes = ni * nj * nk + 2;
            var capacities = new int[nodes][nodes];
            var ties = new int[nodes][2];
            var graph = new GridCut((int) box.count(), box.faces());
            for (int n = 0; n < nodes - 2; n++) {
                int i = n % ni;
                int j = n / ni % nj;
                int k = n / ni / nj;
                int at = box.at(i, j, k);
                int[] last = {i == ni - 1 ? 0 : 1, j == nj - 1 ? 0 : ni, k == nk - 1 ? 0 : ni * nj};
                for (int axis = 0; axis < 3; axis++) {
                    if (last[axis] > 0) {
                        int capacity = random.nextInt(largest + 1);
                        graph.join(at, 2 * axis + 1, capacity);
                        capacities[n][n + last[axis]] = capacity;
                        capacities[n + last[axis]][n] = capacity;
                    }
                }
                ties[n][0] = random.nextInt(4) == 0 ? random.nextInt(5 * largest) : 0;
                ties[n][1] = random.nextInt(4) == 0 ? random.nextInt(5 * largest) : 0;
                graph.tie(at, ties[n][0], ties[n][1]);
                capacities[nodes - 2][n] = ties[n][0];
                capacities[n][nodes - 1] = ties[n][1];
            }
            int[][] given = Arrays.stream(capacities).map(int[]::clone).toArray(int[][]::new);
            long expected = largestFlow(capacities);
            assertEquals(expected, graph.run(new CancelToken()));
            assertEquals(expected, price(graph, box, given), "the cut costs what flows");
        }
    }

    private static long price(GridCut graph, LocalBox box, int[][] given) {
        int nodes = given.length;
        var source = new boolean[nodes];
        source[nodes - 2] = true;
        GridSize size = box.volume();
        for (int n = 0; n < nodes - 2; n++) {
            source[n] =
                    graph.isOnSourceSide(
                            box.at(n % size.i(), n / size.i() % size.j(), n / size.i() / size.j()));
        }
        long price = 0;
        for (int n = 0; n < nodes; n++) {
            for (int m = 0; m < nodes; m++) {
                price += source[n] && !source[m] ? given[n][m] : 0;
            }
        }
        return price;
    }

    /// A ball of 100 in 0, radius 8 mm, voxels of 1 mm or 1 mm by 1 mm by 2 mm, noise of -16…15.
    private static Volume ball(double thickness) {
        var size = new GridSize(31, 31, (int) (31 / thickness));
        int[] values = new int[(int) size.voxels()];
        int state = 12345;
        for (int n = 0; n < values.length; n++) {
            state = state * 1664525 + 1013904223;
            values[n] = (inBall(n, size, thickness) ? 100 : 0) + ((state >>> 24) & 31) - 16;
        }
        return Locals.spaced(Phantom.of(size, values), 1, 1, thickness);
    }

    private static boolean inBall(int n, GridSize size, double thickness) {
        int x = n % 31 - 15;
        int y = n / 31 % 31 - 15;
        double z = (n / 961 - size.k() / 2) * thickness;
        return x * x + y * y + z * z <= 64;
    }

    @ParameterizedTest
    @CsvSource({"1,0.1", "2,0.1", "1,0", "2,0"})
    void aBallIsCutOutToTheVoxel(double thickness, double weight) throws InterruptedException {
        Volume ball = ball(thickness);
        GridSize size = ball.geometry().size();
        var seeds = new ArrayList<Seed>();
        for (int d = -4; d <= 4; d++) {
            seeds.add(new Seed.Point(1, 15 + d, 15, size.k() / 2));
            seeds.add(new Seed.Point(2, 15 + d, 1, size.k() / 2));
            seeds.add(new Seed.Point(2, 15 + d, 29, size.k() / 2));
        }
        var found = segmented("graph-cut", ball, seeds, "valueWeight=" + weight, "smoothMm=0");
        var mask = found.regions().getFirst().mask();
        long wrong = 0;
        for (int n = 0; n < size.voxels(); n++) {
            wrong +=
                    mask.contains(n % 31, n / 31 % 31, n / 961) != inBall(n, size, thickness)
                            ? 1
                            : 0;
        }
        assertEquals(0, wrong);
    }

    @Test
    void withoutEdgesTheCutIsTheSmallestSurface() throws InterruptedException {
        // an hourglass of one value: rooms of 9 by 9, joined by a passage of 3 by 3; voxels of 1 by
        // 1 by 2 mm
        var size = new GridSize(9, 9, 21);
        int[] values = new int[(int) size.voxels()];
        for (int n = 0; n < values.length; n++) {
            int i = n % 9;
            int j = n / 9 % 9;
            int k = n / 81;
            boolean passage = i > 2 && i < 6 && j > 2 && j < 6;
            values[n] = k < 8 || k > 12 || passage ? 0 : 1000;
        }
        Volume hourglass = Locals.spaced(Phantom.of(size, values), 1, 1, 2);
        List<Seed> seeds = List.of(new Seed.Point(1, 4, 4, 2), new Seed.Point(2, 4, 4, 18));
        var found =
                segmented("graph-cut", hourglass, seeds, "valueWeight=0", "edge=1", "smoothMm=0");
        assertEquals(9, number(found, "price of the cut"), 0.01);
    }

    @Test
    void refusalsNameWhatIsMissing() throws InterruptedException {
        Volume v = Phantom.of(new GridSize(3, 3, 3), new int[27]);
        assertTrue(
                refusal("graph-cut", v, List.of(new Seed.Point(1, 0, 0, 0)))
                        .contains("there is no other"));
        assertTrue(
                refusal("graph-cut", v, List.of(new Seed.Point(2, 0, 0, 0)))
                        .contains("there is none"));
        assertEquals(
                "valueWeight is -1; allowed is a number of 1/mm from 0 to 1000.",
                refusal("graph-cut", v, List.of(), "valueWeight=-1"));
        List<Seed> both = List.of(new Seed.Point(1, 0, 0, 0), new Seed.Point(2, 2, 2, 2));
        assertTrue(mask("graph-cut", v, both).count() >= 1, "one value parts somewhere");
    }

    @Test
    void oneSliceIsEnough() throws InterruptedException {
        int[] values = new int[100];
        for (int n = 0; n < 100; n++) {
            values[n] = n % 10 < 4 ? 50 : 0;
        }
        Volume slice = Phantom.of(new GridSize(10, 10, 1), values);
        List<Seed> seeds = List.of(new Seed.Point(1, 1, 5, 0), new Seed.Point(2, 8, 5, 0));
        assertEquals(40, mask("graph-cut", slice, seeds, "smoothMm=0").count());
    }
}
