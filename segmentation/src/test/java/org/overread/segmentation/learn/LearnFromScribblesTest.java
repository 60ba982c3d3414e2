// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Calls;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// The tool as the command line calls it.
final class LearnFromScribblesTest {
    private static final String TOOL = "learn-from-scribbles";
    private static final GridSize SIZE = new GridSize(48, 48, 48);
    private static final Volume NESTED = Phantom.nested(SIZE);

    private static final List<Seed> SEEDS = strokes();

    /// Two lines through all bodies, in the slice through the middle, each voxel under its own label.
    private static List<Seed> strokes() {
        var edits = new ArrayList<MaskEdit>();
        for (int label = 0; label <= 4; label++) {
            edits.add(Mask.empty(SIZE).edit());
        }
        for (int n = 0; n < SIZE.i(); n++) {
            edits.get(truth(n, 24, 24)).set(n, 24, 24);
            edits.get(truth(20, n, 24)).set(20, n, 24);
        }
        return IntStream.rangeClosed(1, 4)
                .mapToObj(label -> (Seed) new Seed.Stroke(label, edits.get(label).mask()))
                .toList();
    }

    /// By definition of the phantom: 120, 40 and -60 in -1000, and a noise of 16 either way.
    private static int truth(int i, int j, int k) {
        double value = NESTED.voxels().numbers().image().getAt(i, j, k).getRealDouble();
        return value > 80 ? 1 : value > -10 ? 2 : value > -500 ? 3 : 4;
    }

    @Test
    void everyVoxelOfThePhantomGoesToItsBody() throws InterruptedException {
        var found = segmented(TOOL, NESTED, SEEDS, "reachMm=inf");
        int[] right = {0};
        long all = 0;
        for (Region region : found.regions()) {
            all += region.mask().count();
            new Seed.Stroke(region.label(), region.mask())
                    .forEachVoxel(
                            p -> right[0] += truth(p.i(), p.j(), p.k()) == region.label() ? 1 : 0);
        }
        assertEquals(SIZE.voxels(), all);
        assertTrue(right[0] >= 0.93 * all, right[0] + " of " + all);
        assertTrue(number(found, "scribbles of label 1 that keep it") >= 90);
        assertEquals(SEEDS.size(), found.regions().size());
        assertEquals(
                (double) ((Seed.Stroke) SEEDS.getFirst()).voxels().count(),
                number(found, "examples of label 1"));
        assertTrue(
                found.notes().stream()
                        .anyMatch(n -> n.sentence().startsWith("Label 4 was learned from ")));
        assertTrue(found.confidence().orElseThrow().at(24, 24, 24) > 0.8);
    }

    @Test
    void nothingLiesOutsideTheReachOrTheMaskToStayWithin() throws InterruptedException {
        var near = segmented(TOOL, NESTED, SEEDS, "reachMm=2");
        assertTrue(near.regions().getFirst().mask().count() > 0);
        for (Region region : near.regions()) {
            region.mask().bounds().ifPresent(b -> assertTrue(b.lowK() >= 22 && b.highK() <= 26));
        }
        MaskEdit edit = Mask.empty(SIZE).edit();
        edit.fill(new VoxelBox(10, 10, 20, 30, 30, 24));
        Mask within = edit.mask();
        var inside =
                (ToolOutcome.Segmented)
                        Calls.call(TOOL, new ToolInput(NESTED, SEEDS, Optional.of(within)));
        long all = inside.regions().stream().mapToLong(r -> r.mask().count()).sum();
        assertEquals(within.count(), all);
    }

    @Test
    void theSameSeedOfChanceMakesTheSame() throws InterruptedException {
        var one = segmented(TOOL, NESTED, SEEDS, "seed=4");
        assertEquals(one.regions(), segmented(TOOL, NESTED, SEEDS, "seed=4").regions());
        assertTrue(!one.regions().equals(segmented(TOOL, NESTED, SEEDS, "seed=5").regions()));
    }

    @Test
    void refusalsAreSentences() throws InterruptedException {
        assertEquals(
                "There are scribbles of one label only: paint some of what is not wanted too, as another label.",
                refusal(TOOL, NESTED, SEEDS.subList(0, 1)));
        assertEquals(
                "There is no scribble: paint some of what is wanted and, as another label, some of what is not.",
                refusal(TOOL, NESTED, List.of()));
        assertEquals(
                "The widest scale would be 160.0 mm; allowed is 25.0 mm: take fewer scales or a finer one to begin with.",
                refusal(TOOL, NESTED, SEEDS, "finestMm=5", "scales=6"));
        assertEquals(
                "Seed 48, 0, 0 lies outside the volume; allowed is 0…47, 0…47, 0…47.",
                refusal(
                        TOOL,
                        NESTED,
                        List.of(new Seed.Point(1, 1, 1, 1), new Seed.Point(2, 48, 0, 0))));
    }
}
