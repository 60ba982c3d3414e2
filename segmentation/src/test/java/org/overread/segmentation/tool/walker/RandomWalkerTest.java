// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.walker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.tool.local.Locals;
import org.overread.segmentation.tool.local.Spread;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

final class RandomWalkerTest {
    private static final List<Seed> SCRIBBLES =
            List.of(
                    new Seed.Point(1, 10, 9, 6),
                    new Seed.Point(1, 11, 9, 6),
                    new Seed.Point(2, 15, 9, 6),
                    new Seed.Point(2, 4, 9, 6),
                    new Seed.Point(3, 1, 1, 1),
                    new Seed.Point(3, 18, 16, 10));

    private static float[] chances(
            LocalVolume local, double beta, Walk.Lengths lengths, int label) {
        double spread = Spread.ofValues(local);
        var walk = new Walk(local, beta / (10 * spread * spread), lengths, Crew.alone());
        var chances = new float[local.values().length];
        var found = walk.solve(walk.solver(), label, new float[chances.length], chances, 1e-6, 200);
        assertTrue(found.left() <= 1e-6, found.toString());
        return chances;
    }

    /// The chances are those of scikit-image 0.19.3: `random_walker(d / d.std(), m, beta=…, mode='bf',
    /// spacing=(3.125 or 1, 1, 1), return_full_prob=True)` on the same voxels as floats, axes k, j, i.
    @ParameterizedTest
    @CsvSource({
        "1,130,10,9,5,0.676023,0.323977",
        "1,130,13,9,6,0.506538,0.493462",
        "1,130,15,12,6,0.437297,0.562703",
        "1,130,2,9,6,0.323037,0.676963",
        "1,130,17,9,3,0,0",
        "1,10,10,9,5,0.598145,0.282970",
        "1,10,13,9,6,0.411231,0.445737",
        "1,10,15,12,6,0.343135,0.473521",
        "1,10,2,9,6,0.244007,0.599034",
        "1,10,17,9,3,0.219430,0.284694",
        "3.125,130,10,9,5,0.657916,0.309236",
        "3.125,130,13,9,6,0.488329,0.472354",
        "3.125,130,17,9,3,0.061053,0.070189",
        "3.125,130,10,2,6,0.059830,0.068168",
        "3.125,10,10,9,5,0.569434,0.261722",
        "3.125,10,2,9,6,0.242556,0.522786"
    })
    void chancesAreThoseOfSkimage(
            double thickness, double beta, int i, int j, int k, double first, double second) {
        Volume phantom = Locals.spaced(Phantom.nested(new GridSize(20, 18, 12)), 1, 1, thickness);
        var local = Locals.whole(phantom, SCRIBBLES);
        int n = local.box().at(i, j, k);
        assertEquals(first, chances(local, beta, Walk.Lengths.AS_SKIMAGE, 1)[n], 1e-3);
        assertEquals(second, chances(local, beta, Walk.Lengths.AS_SKIMAGE, 2)[n], 1e-3);
    }

    @Test
    void labelsAreThoseOfSkimage() throws InterruptedException {
        // the counts of its most likely labels
        Volume phantom = Phantom.nested(new GridSize(20, 18, 12));
        var found =
                segmented(
                        "random-walker",
                        phantom,
                        SCRIBBLES,
                        "scale=spread",
                        "smoothMm=0",
                        "lengths=as-skimage",
                        "tolerance=1e-6");
        assertEquals(
                List.of(242L, 949L, 3129L),
                found.regions().stream().map(r -> r.mask().count()).toList());
        // what is left over is the third label's
        assertEquals(0.676023, found.confidence().orElseThrow().at(10, 9, 5), 3e-3);
        assertEquals(1, found.confidence().orElseThrow().at(10, 9, 6));
    }

    @Test
    void onALineTheChanceIsTheShareOfTheWay() {
        // gambler's ruin: from voxel n of 0…10 the walk ends at 10 with chance n / 10
        for (int axis = 0; axis < 3; axis++) {
            var size = new GridSize(axis == 0 ? 11 : 1, axis == 1 ? 11 : 1, axis == 2 ? 11 : 1);
            Volume flat = Phantom.of(size, new int[11]);
            List<Seed> ends =
                    List.of(
                            new Seed.Point(2, 0, 0, 0),
                            new Seed.Point(1, size.i() - 1, size.j() - 1, size.k() - 1));
            var local = Locals.whole(flat, ends);
            var walk = new Walk(local, 1, Walk.Lengths.MILLIMETRES, Crew.alone());
            var chances = new float[local.values().length];
            walk.solve(walk.solver(), 1, new float[chances.length], chances, 1e-6, 100);
            for (int n = 0; n <= 10; n++) {
                int at = local.box().at(axis == 0 ? n : 0, axis == 1 ? n : 0, axis == 2 ? n : 0);
                assertEquals(n / 10.0, chances[at], 1e-4);
            }
        }
    }

    @Test
    void lengthsInMillimetresAreThoseOfTheTissue() {
        // in a flat plane the field of a laplacian does not care how finely it is sampled: a
        // rectangle of 32 mm by 36 mm, one side
        // at 1, the others at 0; here sampled 1 mm by 3 mm
        var size = new GridSize(33, 13, 1);
        Volume flat = Locals.spaced(Phantom.of(size, new int[33 * 13]), 1, 3, 5);
        var seeds = new ArrayList<Seed>();
        for (int i = 0; i < 33; i++) {
            seeds.add(new Seed.Point(1, i, 0, 0));
            seeds.add(new Seed.Point(2, i, 12, 0));
        }
        for (int j = 1; j < 12; j++) {
            seeds.add(new Seed.Point(2, 0, j, 0));
            seeds.add(new Seed.Point(2, 32, j, 0));
        }
        var local = Locals.whole(flat, seeds);
        var walk = new Walk(local, 1, Walk.Lengths.MILLIMETRES, Crew.alone());
        var chances = new float[local.values().length];
        walk.solve(walk.solver(), 1, new float[chances.length], chances, 1e-6, 100);
        assertEquals(middle(32, 36), chances[local.box().at(16, 6, 0)], 4e-3);
    }

    /// The middle of a rectangle whose side at y = 0 is 1 and whose others are 0.
    private static double middle(double width, double height) {
        double sum = 0;
        for (int n = 1; n < 60; n += 2) {
            double rate = n * Math.PI / width;
            sum +=
                    4
                            / (n * Math.PI)
                            * Math.sin(rate * width / 2)
                            * Math.sinh(rate * height / 2)
                            / Math.sinh(rate * height);
        }
        return sum;
    }

    @Test
    void theNumberOfHandsChangesNothing() {
        Volume phantom = Phantom.nested(new GridSize(20, 18, 12));
        var alone = Locals.whole(phantom, SCRIBBLES);
        float[] expected = chances(alone, 130, Walk.Lengths.MILLIMETRES, 1);
        var local = Locals.whole(phantom, SCRIBBLES);
        double spread = Spread.ofValues(local);
        var crew =
                new Crew(ForkJoinPool.commonPool(), 3, new CancelToken(), Progress.Listener.NONE);
        var walk = new Walk(local, 13 / (spread * spread), Walk.Lengths.MILLIMETRES, crew);
        var chances = new float[local.values().length];
        walk.solve(walk.solver(), 1, new float[chances.length], chances, 1e-6, 200);
        assertArrayEquals(expected, chances);
    }

    @Test
    void voxelsThatNoSeedReachesGetNoLabel() throws InterruptedException {
        float nan = Float.NaN;
        Volume parts = Phantom.of(new GridSize(7, 1, 1), 1f, 1f, 1f, 5f, 5f, nan, 5f);
        var found =
                segmented(
                        "random-walker",
                        parts,
                        List.of(new Seed.Point(1, 0, 0, 0), new Seed.Point(2, 4, 0, 0)));
        assertEquals(3, found.regions().get(0).mask().count());
        assertEquals(2, found.regions().get(1).mask().count());
        assertEquals(0, found.confidence().orElseThrow().at(6, 0, 0));
        assertTrue(number(found, "unsure voxels") <= 1);
        assertTrue(
                refusal("random-walker", parts, List.of(new Seed.Point(0, 0, 0)))
                        .contains("two or more labels, and was given 1"));
        assertEquals(
                "beta is -1; allowed is a number from 0 to 1000000.",
                refusal("random-walker", parts, SCRIBBLES, "beta=-1"));
    }
}
