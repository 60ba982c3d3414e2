// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.mask;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Calls;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// Small volumes where the answer can be worked out by hand, or by a queue of voxels.
final class GrowerEdgesTest {
    private static final String TOOL = "connected-threshold";

    private static List<Seed> at(int i, int j, int k) {
        return List.of(new Seed.Point(i, j, k));
    }

    /// Rows that end within, on and beyond a word; one slice, one row, one column.
    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "64,3,2",
        "65,9,7",
        "130,5,4",
        "63,1,9",
        "1,40,33",
        "200,17,1",
        "33,40,35"
    })
    void aFloodReachesWhatAQueueOfVoxelsReaches(int ni, int nj, int nk)
            throws InterruptedException {
        var size = new GridSize(ni, nj, nk);
        var random = new SplittableRandom(ni * 31L + nj);
        for (double share : new double[] {0.35, 0.6, 0.8, 1}) {
            int[] values = new int[(int) size.voxels()];
            for (int n = 0; n < values.length; n++) {
                values[n] = random.nextDouble() < share ? 1 : 0;
            }
            int start = random.nextInt(values.length);
            values[start] = 1;
            Volume volume = Phantom.of(size, values);
            List<Seed> seeds = at(start % ni, start / ni % nj, start / ni / nj);
            for (int connectivity : new int[] {6, 26}) {
                Mask found =
                        mask(
                                TOOL,
                                volume,
                                seeds,
                                "lower=1",
                                "upper=1",
                                "connectivity=" + connectivity);
                assertEquals(
                        bits(values, size, start, connectivity == 26),
                        bits(found),
                        size + " " + share + " " + connectivity);
            }
        }
    }

    private static BitSet bits(int[] values, GridSize size, int start, boolean corners) {
        var reached = new BitSet();
        var queue = new ArrayDeque<Integer>();
        reached.set(start);
        queue.add(start);
        while (!queue.isEmpty()) {
            int n = queue.remove();
            int i = n % size.i();
            int j = n / size.i() % size.j();
            int k = n / size.i() / size.j();
            for (int d = 0; d < 27; d++) {
                int di = d % 3 - 1;
                int dj = d / 3 % 3 - 1;
                int dk = d / 9 - 1;
                boolean near = corners || Math.abs(di) + Math.abs(dj) + Math.abs(dk) == 1;
                if (near && size.contains(i + di, j + dj, k + dk)) {
                    int next = ((k + dk) * size.j() + j + dj) * size.i() + i + di;
                    if (values[next] == 1 && !reached.get(next)) {
                        reached.set(next);
                        queue.add(next);
                    }
                }
            }
        }
        return reached;
    }

    private static BitSet bits(Mask mask) {
        GridSize size = mask.size();
        var bits = new BitSet();
        for (int n = 0; n < size.voxels(); n++) {
            bits.set(
                    n,
                    mask.contains(n % size.i(), n / size.i() % size.j(), n / size.i() / size.j()));
        }
        return bits;
    }

    @Test
    void aDiagonalBridgeConductsOnlyWhereCornersJoin() throws InterruptedException {
        Volume bridge = Phantom.of(new GridSize(3, 3, 1), 1, 1, 0, 0, 0, 1, 0, 0, 1);
        assertEquals(2, mask(TOOL, bridge, at(0, 0, 0), "lower=1").count());
        assertEquals(4, mask(TOOL, bridge, at(0, 0, 0), "lower=1", "connectivity=26").count());
    }

    @Test
    void bothBoundsBelongToTheRange() throws InterruptedException {
        Volume ramp = Phantom.of(new GridSize(6, 1, 1), 1, 2, 3, 4, 5, 6);
        assertEquals(3, mask(TOOL, ramp, at(2, 0, 0), "lower=2", "upper=4").count());
        assertEquals(1, mask(TOOL, ramp, at(2, 0, 0), "lower=3", "upper=3").count());
        assertEquals(2, mask(TOOL, ramp, at(2, 0, 0), "lower=2.5", "upper=4.5").count());
    }

    @Test
    void theEndsOfTheTypeAreValuesLikeOthers() throws InterruptedException {
        Volume ends = Phantom.of(new GridSize(3, 1, 1), -32768, 0, 32767);
        assertEquals(3, mask(TOOL, ends, at(0, 0, 0), "lower=-32768", "upper=32767").count());
        assertEquals(2, mask(TOOL, ends, at(1, 0, 0), "lower=-1", "upper=1e9").count());
        assertEquals(0, mask(TOOL, ends, at(0, 0, 0), "lower=40000").count());
    }

    @Test
    void notANumberFitsNoRangeAndInfinityFitsTheOpenOne() throws InterruptedException {
        float[] values = {
            0, -0f, Float.POSITIVE_INFINITY, Float.NaN, 1, Float.NEGATIVE_INFINITY, -1, 2
        };
        Volume reals = Phantom.of(new GridSize(8, 1, 1), values);
        assertEquals(3, mask(TOOL, reals, at(0, 0, 0), "lower=0").count());
        assertEquals(2, mask(TOOL, reals, at(0, 0, 0), "lower=0", "upper=0").count());
        assertEquals(0, mask(TOOL, reals, at(3, 0, 0), "lower=0").count());
        assertEquals(3, mask(TOOL, reals, at(6, 0, 0), "upper=1").count());
    }

    @Test
    void seedsInTwoPartsGrowBoth() throws InterruptedException {
        Volume parts = Phantom.of(new GridSize(5, 1, 1), 1, 1, 0, 1, 1);
        List<Seed> both = List.of(new Seed.Point(0, 0, 0), new Seed.Point(4, 0, 0));
        assertEquals(4, mask(TOOL, parts, both, "lower=1").count());
        assertEquals(2, mask(TOOL, parts, at(0, 0, 0), "lower=1").count());
    }

    @Test
    void aSeedThatDoesNotFitAddsNothing() throws InterruptedException {
        Volume parts = Phantom.of(new GridSize(3, 1, 1), 1, 0, 1);
        assertEquals(0, mask(TOOL, parts, at(1, 0, 0), "lower=1").count());
    }

    @Test
    void refusalsNameTheValueAndWhatIsAllowed() throws InterruptedException {
        Volume v = Phantom.of(new GridSize(4, 5, 6), new int[120]);
        assertEquals(
                "Seed 4, 0, 0 lies outside the volume; allowed is 0…3, 0…4, 0…5.",
                refusal(TOOL, v, at(4, 0, 0), "lower=1"));
        assertEquals(
                "The range is empty: lower 300 is above upper 100; give lower at most as large as upper.",
                refusal(TOOL, v, at(0, 0, 0), "lower=300", "upper=100"));
        assertEquals("lower is a number, not 'NaN'.", refusal(TOOL, v, at(0, 0, 0), "lower=NaN"));
        assertTrue(refusal(TOOL, v, at(0, 0, 0)).startsWith("No range was given"));
        assertTrue(refusal(TOOL, v, List.of(), "lower=1").contains("there is none"));
        assertEquals(
                "connectivity is one of 6, 26, not '18'.",
                refusal(TOOL, v, at(0, 0, 0), "lower=1", "connectivity=18"));
        assertEquals(
                "maxDistanceMm is -1; allowed is a number of mm from 0 on.",
                refusal(TOOL, v, at(0, 0, 0), "lower=1", "maxDistanceMm=-1"));
        assertTrue(
                refusal(TOOL, v, at(0, 0, 0), "low=1")
                        .startsWith("There is no parameter 'low'; there are: connectivity, "));
        var other = new ToolInput(v, at(0, 0, 0), Optional.of(Mask.full(new GridSize(4, 5, 7))));
        assertEquals(
                new ToolOutcome.Refused(
                        new org.overread.segmentation.tool.ToolRefusal.OtherGrid(
                                "mask to stay within",
                                new GridSize(4, 5, 7),
                                new GridSize(4, 5, 6))),
                Calls.call(TOOL, other, "lower=0"));
    }

    @Test
    void growthStaysInTheMaskAndOutOfTheBarrier() throws InterruptedException {
        Volume flat = Phantom.of(new GridSize(10, 1, 1), new int[10]);
        MaskEdit edit = Mask.empty(new GridSize(10, 1, 1)).edit();
        edit.set(4, 0, 0);
        Mask wall = edit.mask();
        var input = new ToolInput(flat, at(0, 0, 0), Optional.empty()).withBarrier(wall);
        var found = (ToolOutcome.Segmented) Calls.call(TOOL, input, "lower=0", "upper=0");
        assertEquals(
                Optional.of(new VoxelBox(0, 0, 0, 3, 0, 0)),
                found.regions().getFirst().mask().bounds());
    }

    @ParameterizedTest
    @CsvSource({"slice,25", "row-plane,35", "column-plane,35", "volume,175"})
    void aPlaneHoldsTheGrowth(String extent, int voxels) throws InterruptedException {
        Volume flat = Phantom.of(new GridSize(5, 5, 7), new int[175]);
        assertEquals(
                voxels,
                mask(TOOL, flat, at(2, 3, 4), "lower=0", "upper=0", "extent=" + extent).count());
    }

    @Test
    void planesOfTwoSeedsDoNotJoin() throws InterruptedException {
        // seeds in neighbouring slices; in each slice only half a row fits
        Volume v = Phantom.of(new GridSize(4, 1, 2), 1, 1, 0, 0, 0, 1, 1, 1);
        List<Seed> seeds = List.of(new Seed.Point(0, 0, 0));
        assertEquals(2, mask(TOOL, v, seeds, "lower=1", "extent=slice").count());
        assertEquals(5, mask(TOOL, v, seeds, "lower=1").count());
    }

    @Test
    void theDistanceCapIsABall() throws InterruptedException {
        var size = new GridSize(21, 21, 21);
        Volume flat = Phantom.of(size, new int[(int) size.voxels()]);
        Mask ball = mask(TOOL, flat, at(10, 10, 10), "lower=0", "upper=0", "maxDistanceMm=5");
        long expected = 0;
        for (int n = 0; n < size.voxels(); n++) {
            int x = n % 21 - 10;
            int y = n / 21 % 21 - 10;
            int z = n / 441 - 10;
            expected += x * x + y * y + z * z <= 25 ? 1 : 0;
        }
        assertEquals(expected, ball.count());
    }

    @Test
    void theVolumeCapKeepsWholeStepsFromTheSeed() throws InterruptedException {
        var size = new GridSize(31, 31, 31);
        Volume flat = Phantom.of(size, new int[(int) size.voxels()]);
        // octahedra of radius r hold 1, 7, 25, 63, 129 … voxels of a µl each
        var found = segmented(TOOL, flat, at(15, 15, 15), "lower=0", "upper=0", "maxVolumeMl=0.1");
        assertEquals(63, found.regions().getFirst().mask().count());
        assertEquals(3, number(found, "steps from the seeds"));
        assertEquals(29.791, number(found, "volume without the limit"), 1e-9);
        assertEquals(1, found.notes().size());
    }

    @Test
    void aNeckIsFoundWhereTheRegionLeaks() throws InterruptedException {
        var size = new GridSize(40, 16, 16);
        int[] values = new int[(int) size.voxels()];
        for (int n = 0; n < values.length; n++) {
            int i = n % 40;
            int j = n / 40 % 16;
            int k = n / 640;
            boolean room = j > 1 && j < 14 && k > 1 && k < 14 && (i < 15 || i > 24);
            boolean passage = j == 7 && k == 8;
            values[n] = room || passage ? 1 : 0;
        }
        Volume v = Phantom.of(size, values);
        var found = segmented(TOOL, v, at(5, 7, 7), "lower=1", "neckMm=4");
        assertEquals(1, found.notes().size());
        var at = found.notes().getFirst().at().orElseThrow();
        assertTrue(at.i() > 13 && at.i() < 26, at.toString());
        assertEquals(7, at.j(), 0.6);
        assertEquals(8, at.k(), 0.6);
        assertEquals(
                List.of(),
                segmented(TOOL, v, at(5, 7, 7), "lower=1", "neckMm=4", "maxDistanceMm=9").notes());
    }

    @Test
    void theRangeComesFromAroundTheSeed() throws InterruptedException {
        Volume p = Phantom.nested(64);
        var found =
                segmented(
                        TOOL, p, at(32, 32, 32), "range=around-seeds", "radius=3", "multiplier=3");
        assertEquals(119.5 - 3 * 9.2, number(found, "lower"), 3);
        assertEquals(119.5 + 3 * 9.2, number(found, "upper"), 3);
        Volume flat = Phantom.of(new GridSize(1, 1, 1), 7);
        assertEquals(
                1,
                mask(TOOL, flat, at(0, 0, 0), "range=around-seeds").count(),
                "a flat neighbourhood is a range of one value");
    }
}
