// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.watershed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.mask;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.local.Filters;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.tool.local.Locals;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;

/// The hashes are of ITK 5.2.1, run on the same voxels: FNV-1a over the labels as 32-bit numbers, i fastest, of
/// MorphologicalWatershedFromMarkersImageFilter and MorphologicalWatershedImageFilter with an unsigned int output, on
/// the short image or on what GradientMagnitudeImageFilter makes of it as float.
final class WatershedTest {
    private static final GridSize SIZE = new GridSize(40, 33, 21);

    private static Volume phantom(boolean thick) {
        Volume phantom = Phantom.nested(SIZE);
        return thick ? Locals.spaced(phantom, 0.8, 0.8, 2.5) : phantom;
    }

    private static List<Seed> markers() {
        var seeds = new ArrayList<Seed>();
        seeds.add(new Seed.Point(1, 20, 16, 10));
        seeds.add(new Seed.Point(2, 31, 16, 10));
        seeds.add(new Seed.Point(2, 11, 16, 10));
        seeds.add(new Seed.Point(3, 1, 1, 1));
        seeds.add(new Seed.Point(3, 38, 31, 19));
        seeds.add(new Seed.Point(4, 36, 16, 10));
        for (int i = 18; i < 23; i++) {
            seeds.add(new Seed.Point(1, i, 17, 10));
        }
        return seeds;
    }

    private static Basins.Flow flow(int connectivity, boolean dry) {
        return new Basins.Flow(connectivity == 26, dry ? Flooding.Line.DRY : Flooding.Line.NONE);
    }

    private static int hash(LocalVolume local, Basins basins) {
        int hash = 0x811c9dc5;
        for (int k = 0; k < SIZE.k(); k++) {
            for (int j = 0; j < SIZE.j(); j++) {
                for (int i = 0; i < SIZE.i(); i++) {
                    hash = (hash ^ basins.at(local.box().at(i, j, k))) * 16777619;
                }
            }
        }
        return hash;
    }

    @ParameterizedTest
    @CsvSource({
        "6,false,1445996505",
        "6,true,-985336216",
        "26,false,1035644018",
        "26,true,2004145956"
    })
    void basinsOfValuesAreThoseOfItk(int connectivity, boolean dry, int expected) {
        var local = Locals.whole(phantom(false), markers());
        var basins =
                Basins.fromSeeds(local, local.values(), flow(connectivity, dry), new CancelToken());
        assertEquals(expected, hash(local, basins));
    }

    @ParameterizedTest
    @CsvSource({
        "false,6,false,49902424",
        "false,6,true,1751044506",
        "false,26,false,1571012223",
        "false,26,true,-1103023814",
        "true,6,false,-2068314879",
        "true,6,true,-705241209",
        "true,26,false,816429313",
        "true,26,true,-1997679368"
    })
    void basinsOfTheGradientAreThoseOfItk(
            boolean thick, int connectivity, boolean dry, int expected) {
        var local = Locals.whole(phantom(thick), markers());
        float[] heights = Filters.gradient(local, local.values(), Crew.alone());
        var basins = Basins.fromSeeds(local, heights, flow(connectivity, dry), new CancelToken());
        assertEquals(expected, hash(local, basins));
    }

    @ParameterizedTest
    @CsvSource({
        "false,6,false,0,3775,-664470395",
        "false,6,false,30,4,1570136388",
        "false,6,false,200,2,1931099320",
        "false,6,true,0,3775,613991242",
        "false,6,true,30,4,231549261",
        "false,26,false,0,1043,-920866469",
        "false,26,true,0,1043,1138072011",
        "true,6,false,0,3690,-829338068",
        "true,6,false,30,2,1619345450",
        "true,6,true,30,2,-635599300",
        "true,6,false,200,1,-551022675",
        "true,26,true,0,1071,-20767406"
    })
    void basinsOfMinimaAreThoseOfItk(
            boolean thick, int connectivity, boolean dry, float level, int count, int expected) {
        var local = Locals.whole(phantom(thick), List.of());
        float[] heights = Filters.gradient(local, local.values(), Crew.alone());
        var basins =
                Basins.fromMinima(
                        local, heights, level, flow(connectivity, dry), new CancelToken());
        assertEquals(count, basins.count());
        assertEquals(expected, hash(local, basins));
    }

    @Test
    void waterMeetsOnTheRidge() throws InterruptedException {
        Volume ridge = Phantom.of(new GridSize(7, 1, 1), 1, 2, 3, 9, 4, 3, 2);
        List<Seed> ends = List.of(new Seed.Point(1, 0, 0, 0), new Seed.Point(2, 6, 0, 0));
        var found = segmented("watershed", ridge, ends, "height=values");
        assertEquals(List.of(4L, 3L), found.regions().stream().map(r -> r.mask().count()).toList());
        var dry = segmented("watershed", ridge, ends, "height=values", "line=dry");
        assertEquals(List.of(3L, 3L), dry.regions().stream().map(r -> r.mask().count()).toList());
    }

    @Test
    void reachHoldsTheBasins() throws InterruptedException {
        Volume flat = Phantom.of(new GridSize(41, 1, 1), new int[41]);
        List<Seed> seeds = List.of(new Seed.Point(1, 20, 0, 0), new Seed.Point(2, 21, 0, 0));
        assertEquals(6, mask("watershed", flat, seeds, "reachMm=5", "sides=free").count());
        assertEquals(21, mask("watershed", flat, seeds, "reachMm=inf").count());
    }

    @Test
    void withoutSeedsTheLargestBasinsAreAnswered() throws InterruptedException {
        Volume three = Phantom.of(new GridSize(9, 1, 1), 1, 5, 2, 1, 2, 2, 7, 0, 0);
        var found = segmented("watershed", three, List.of(), "markers=minima", "height=values");
        assertEquals(
                List.of(4L, 3L, 2L),
                found.regions().stream()
                        .map(r -> r.mask().count())
                        .sorted((a, b) -> Long.compare(b, a))
                        .toList());
        var joined =
                segmented(
                        "watershed",
                        three,
                        List.of(new Seed.Point(1, 0, 0, 0)),
                        "markers=minima",
                        "height=values",
                        "level=4");
        assertEquals(6, joined.regions().getFirst().mask().count(), "the first two are joined");
        assertTrue(
                refusal("watershed", three, List.of(new Seed.Point(0, 0, 0)))
                        .contains("two or more labels, and was given 1"));
    }

    @Test
    void whatIsNoNumberStaysDry() throws InterruptedException {
        float nan = Float.NaN;
        Volume holes = Phantom.of(new GridSize(5, 1, 1), 1f, 1f, nan, 1f, 1f);
        List<Seed> seeds = List.of(new Seed.Point(1, 0, 0, 0), new Seed.Point(2, 4, 0, 0));
        assertEquals(2, mask("watershed", holes, seeds).count());
        assertTrue(
                refusal(
                                "watershed",
                                holes,
                                List.of(new Seed.Point(1, 2, 0, 0), new Seed.Point(2, 4, 0, 0)))
                        .startsWith("No seed of label 1 lies where the tool may go"));
    }
}
