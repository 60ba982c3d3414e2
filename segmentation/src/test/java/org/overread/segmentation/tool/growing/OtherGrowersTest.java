// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.mask;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

final class OtherGrowersTest {
    private static List<Seed> at(int i, int j, int k) {
        return List.of(new Seed.Point(i, j, k));
    }

    /// A row of 7 with one voxel out of range in the middle.
    private static final Volume ROW = Phantom.of(new GridSize(7, 1, 1), 1, 1, 1, 0, 1, 1, 1);

    @Test
    void aSeedOnTheRimIsKeptAsItkDoesAndConducts() throws InterruptedException {
        String tool = "neighborhood-connected";
        // neighbourhoods of voxels 0, 1, 5, 6 fit: beyond the edge the last value goes on
        assertEquals(2, mask(tool, ROW, at(0, 0, 0), "lower=1").count());
        assertEquals(1, mask(tool, ROW, at(3, 0, 0), "lower=1").count());
        assertEquals(3, mask(tool, ROW, at(2, 0, 0), "lower=1").count());
        assertEquals(0, mask(tool, ROW, at(3, 0, 0), "lower=1", "unfitSeeds=leave-out").count());
        assertEquals(0, mask(tool, ROW, at(2, 0, 0), "lower=1", "unfitSeeds=leave-out").count());
    }

    @Test
    void radiusZeroIsConnectedThreshold() throws InterruptedException {
        Volume p = Phantom.nested(64);
        assertEquals(
                mask("connected-threshold", p, at(32, 32, 32), "lower=100", "upper=140"),
                mask(
                        "neighborhood-connected",
                        p,
                        at(32, 32, 32),
                        "lower=100",
                        "upper=140",
                        "radius=0"));
    }

    @Test
    void theRangeIsNarrowedUntilTheSeedsAreApart() throws InterruptedException {
        Volume ramp = Phantom.of(new GridSize(6, 1, 1), 10, 12, 14, 16, 18, 20);
        List<Seed> seeds = List.of(new Seed.Point(1, 0, 0, 0), new Seed.Point(2, 5, 0, 0));
        var found = segmented("isolated-connected", ramp, seeds, "lower=0", "upper=100");
        // halves of 0…100: 50, 25 reach it; 12, 18 do not; 21 does; 19 is too near to 18 to be
        // tried
        assertEquals(18, number(found, "upper"));
        assertEquals(5, found.regions().getFirst().mask().count());
        assertEquals(1, number(found, "apart"));
    }

    /// Bounds and counts of ITK 5.2.1 on the nested phantom of 64³.
    @ParameterizedTest
    @CsvSource({
        "32,50,-200,upper,133,0",
        "32,50,-200,lower,44,10880",
        "50,32,-100,upper,131,72948",
        "50,32,-100,lower,43,6"
    })
    void isolationIsThatOfItk(
            int wanted, int other, int lower, String bound, int value, long voxels)
            throws InterruptedException {
        List<Seed> seeds =
                List.of(new Seed.Point(1, wanted, 32, 32), new Seed.Point(2, other, 32, 32));
        var found =
                segmented(
                        "isolated-connected",
                        Phantom.nested(64),
                        seeds,
                        "lower=" + lower,
                        "upper=300",
                        "bound=" + bound);
        assertEquals(value, number(found, bound));
        assertEquals(voxels, found.regions().getFirst().mask().count());
    }

    @Test
    void whatCannotBeKeptApartIsSaid() throws InterruptedException {
        Volume flat = Phantom.of(new GridSize(3, 1, 1), 5, 5, 5);
        List<Seed> seeds = List.of(new Seed.Point(1, 0, 0, 0), new Seed.Point(2, 2, 0, 0));
        var found = segmented("isolated-connected", flat, seeds, "lower=0", "upper=100");
        assertEquals(0, number(found, "apart"));
        assertEquals(1, found.notes().size());
    }

    @Test
    void isolationNeedsASecondSeed() throws InterruptedException {
        assertTrue(refusal("isolated-connected", ROW, at(0, 0, 0)).contains("label 2"));
    }

    @Test
    void oneVoxelSaysNoSpread() throws InterruptedException {
        assertTrue(
                refusal("confidence-connected", ROW, at(0, 0, 0), "radius=0")
                        .contains("give lower and upper"));
        assertTrue(
                refusal("confidence-connected", ROW, at(0, 0, 0), "multiplier=0")
                        .startsWith("multiplier is 0; allowed is a number from 0.01"));
    }
}
