// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.mask;
import static org.overread.segmentation.tool.Calls.refusal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.tool.Calls;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.graphcut.GraphCut;
import org.overread.segmentation.tool.levelset.GeodesicContour;
import org.overread.segmentation.tool.levelset.RegionContour;
import org.overread.segmentation.tool.walker.RandomWalker;
import org.overread.segmentation.tool.watershed.Watershed;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// What every tool that works on a box does with what it should not be given.
final class LocalToolsTest {
    private static final List<Seed> ENDS =
            List.of(new Seed.Point(1, 1, 0, 0), new Seed.Point(2, 8, 0, 0));

    private static Volume step(int ni, int nj, int nk, int at) {
        int[] values = new int[ni * nj * nk];
        for (int n = 0; n < values.length; n++) {
            values[n] = n % ni < at ? 100 : 0;
        }
        return Phantom.of(new GridSize(ni, nj, nk), values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watershed",
                "random-walker",
                "graph-cut",
                "geodesic-contour",
                "region-contour"
            })
    void whatCannotBeIsRefusedInASentence(String tool) throws InterruptedException {
        Volume v = step(10, 3, 2, 5);
        assertEquals(
                "Seed 10, 0, 0 lies outside the volume; allowed is 0…9, 0…2, 0…1.",
                refusal(tool, v, List.of(new Seed.Point(1, 10, 0, 0), ENDS.get(1))));
        assertEquals(
                "reachMm is -1; allowed is a number of mm from 0 on.",
                refusal(tool, v, ENDS, "reachMm=-1"));
        var nowhere = new ToolInput(v, ENDS, Optional.of(Mask.empty(v.geometry().size())));
        assertEquals(
                "The mask to stay within has no voxel in reach of the seeds.",
                assertInstanceOf(ToolOutcome.Refused.class, Calls.call(tool, nowhere))
                        .reason()
                        .describe());
        MaskEdit edit = Mask.empty(v.geometry().size()).edit();
        edit.set(8, 0, 0);
        var elsewhere = new ToolInput(v, ENDS, Optional.of(edit.mask()));
        assertTrue(
                assertInstanceOf(ToolOutcome.Refused.class, Calls.call(tool, elsewhere))
                        .reason()
                        .describe()
                        .startsWith("No seed of label 1 lies where the tool may go"));
        float[] none = new float[60];
        Arrays.fill(none, Float.NaN);
        assertTrue(
                refusal(tool, Phantom.of(new GridSize(10, 3, 2), none), ENDS)
                        .startsWith("No seed of label 1 lies where the tool may go"));
    }

    static List<SegmentationTool> tools() {
        return List.of(
                new Watershed(),
                new RandomWalker(),
                new GraphCut(),
                new GeodesicContour(),
                new RegionContour());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void aCancelledToolEnds(SegmentationTool tool) {
        var cancel = new CancelToken();
        cancel.cancel();
        assertThrows(
                CancellationException.class,
                () ->
                        tool.apply(
                                new ToolInput(step(10, 3, 2, 5), ENDS, Optional.empty()),
                                new ToolWork(Progress.Listener.NONE, cancel)));
    }

    @ParameterizedTest
    @CsvSource({"watershed,sides=free", "random-walker,beta=130", "graph-cut,sides=free"})
    void aSideOf65536VoxelsIsASideLikeOthers(String tool, String setting)
            throws InterruptedException {
        Volume longest = step(65536, 2, 1, 40_000);
        List<Seed> seeds =
                List.of(new Seed.Point(1, 39_000, 0, 0), new Seed.Point(2, 41_000, 1, 0));
        Mask found = mask(tool, longest, seeds, "reachMm=1000", "smoothMm=0", setting);
        assertEquals(4_000.0, (double) found.count(), 4);
        assertTrue(found.contains(38_000, 1, 0) && !found.contains(40_001, 0, 0));
    }

    /// A room, what lies around it, and a door in the wall by which the room opens into the like of itself.
    @ParameterizedTest
    @CsvSource({"watershed,level=0", "graph-cut,edge=100"})
    void whatReachesTheSidesOfTheBoxIsElse(String tool, String setting)
            throws InterruptedException {
        var size = new GridSize(61, 61, 1);
        var values = new int[61 * 61];
        for (int n = 0; n < values.length; n++) {
            int i = Math.abs(n % 61 - 30);
            int j = n / 61 - 30;
            int far = Math.max(i, Math.abs(j));
            boolean isDoor = i == 0 && j > 0;
            values[n] = far >= 8 && far <= 10 && !isDoor ? 1000 : 0;
        }
        Volume room = Phantom.of(size, values);
        List<Seed> seeds = List.of(new Seed.Point(1, 30, 30, 0), new Seed.Point(2, 30, 21, 0));
        double leaked =
                mask(tool, room, seeds, "reachMm=12", "smoothMm=0", setting, "sides=free").count();
        double held = mask(tool, room, seeds, "reachMm=12", "smoothMm=0", setting).count();
        assertTrue(leaked > 600, () -> "with free sides " + leaked);
        assertTrue(held >= 220 && held < 300, () -> "held " + held);
    }

    @ParameterizedTest
    @CsvSource({"watershed", "random-walker", "graph-cut", "geodesic-contour", "region-contour"})
    void oneSliceAndOneRowAreVolumes(String tool) throws InterruptedException {
        Mask slice = mask(tool, step(10, 9, 1, 5), ENDS);
        assertTrue(slice.contains(1, 0, 0) && !slice.contains(8, 8, 0), tool);
        Mask row = mask(tool, step(10, 1, 1, 5), ENDS);
        assertTrue(row.contains(1, 0, 0) && !row.contains(8, 0, 0), tool);
    }

    @Test
    void theShellRepeatsTheVolume() {
        var local = Locals.whole(step(4, 3, 2, 2), List.of(new Seed.Point(7, 3, 2, 1)));
        LocalBox box = local.box();
        assertEquals(100, local.values()[box.at(0, 0, 0) - 1]);
        assertEquals(0, local.values()[box.at(3, 2, 1) + box.slice()]);
        assertTrue(!local.open()[box.at(0, 0, 0) - 1] && local.open()[box.at(0, 0, 0)]);
        assertEquals(7, local.seeds()[box.at(3, 2, 1)]);
        int n = box.at(3, 1, 1);
        assertEquals(List.of(3, 1, 1), List.of(box.i(n), box.j(n), box.k(n)));
    }
}
