// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.tool.local.Locals;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

final class LevelSetTest {

    /// A box of one value, so many mm wide, a seed in its middle.
    private static LocalVolume box(double widthMm, double i, double j, double k) {
        var size = new GridSize(odd(widthMm / i), odd(widthMm / j), odd(widthMm / k));
        Volume flat = Phantom.of(size, new int[(int) size.voxels()]);
        return Locals.whole(
                Locals.spaced(flat, i, j, k),
                List.of(new Seed.Point(1, size.i() / 2, size.j() / 2, size.k() / 2)));
    }

    private static int odd(double n) {
        return 2 * (int) (n / 2) + 1;
    }

    private static LevelSet ball(LocalVolume local, double radiusMm, Drive drive, Motion motion) {
        float[] start = StartShapes.bubbles(local, 1, radiusMm);
        return new LevelSet(local, start, local.values(), drive, motion, Crew.alone());
    }

    /// Of the ball that has as many millilitres.
    private static double radius(LocalVolume local, LevelSet front) {
        double mm3 = front.voxels() * local.stepI() * local.stepJ() * local.geometry().spacingK();
        return Math.cbrt(mm3 * 3 / (4 * Math.PI));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "0.8,0.8,2", "0.5,1,1.5"})
    void aBallShrinksAsItsCurvatureSays(double i, double j, double k) {
        // two curvatures of 1/r: r' = -2/r, so r² = r0² - 4t
        var local = box(32, i, j, k);
        var front = ball(local, 12, new Drive.Everywhere(), new Motion(0, 1, 0));
        for (double until : new double[] {10, 24}) {
            while (front.time() < until) {
                front.step();
            }
            double expected = Math.sqrt(144 - 4 * front.time());
            assertEquals(expected, radius(local, front), 0.05 * expected, "at " + front.time());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "0.8,0.8,2.4", "0.5,1,1.5"})
    void aBallGrowsByAMillimetreAUnitOfTime(double i, double j, double k) {
        var local = box(44, i, j, k);
        var front = ball(local, 5, new Drive.Everywhere(), new Motion(1, 0, 0));
        while (front.time() < 14) {
            front.step();
        }
        assertEquals(5 + front.time(), radius(local, front), 0.25);
    }

    @Test
    void bendingAndPushingBalanceWhereTheirSpeedsAreEqual() {
        // 2 c / r = p: a smaller ball vanishes, a larger one grows
        var local = box(40, 1, 1, 1);
        var small = ball(local, 7, new Drive.Everywhere(), new Motion(0.25, 1, 0));
        var large = ball(local, 9, new Drive.Everywhere(), new Motion(0.25, 1, 0));
        for (int n = 0; n < 300; n++) {
            small.step();
            large.step();
        }
        assertTrue(radius(local, small) < 6.4, "it shrinks");
        assertTrue(radius(local, large) > 9.4, "it grows");
    }

    /// A ball of 100 in 0 with noise of -16…15, radius 9 mm.
    private static Volume noisyBall(double i, double j, double k) {
        var size = new GridSize(odd(40 / i), odd(40 / j), odd(40 / k));
        int[] values = new int[(int) size.voxels()];
        int state = 12345;
        for (int n = 0; n < values.length; n++) {
            double x = (n % size.i() - size.i() / 2) * i;
            double y = (n / size.i() % size.j() - size.j() / 2) * j;
            double z = (n / size.i() / size.j() - size.k() / 2) * k;
            state = state * 1664525 + 1013904223;
            boolean inside = x * x + y * y + z * z <= 81;
            values[n] = (inside ? 100 : 0) + ((state >>> 24) & 31) - 16;
        }
        return Locals.spaced(Phantom.of(size, values), i, j, k);
    }

    @ParameterizedTest
    @CsvSource({
        "geodesic-contour,1,1,1,bubbleMm=4 edge=5",
        "geodesic-contour,0.8,0.8,1.6,bubbleMm=4 edge=5",
        "region-contour,1,1,1,bubbleMm=4",
        "region-contour,0.8,0.8,2,bubbleMm=4"
    })
    void theFrontStopsAtTheEdge(String tool, double i, double j, double k, String settings)
            throws InterruptedException {
        Volume volume = noisyBall(i, j, k);
        GridSize size = volume.geometry().size();
        List<Seed> seeds = List.of(new Seed.Point(1, size.i() / 2, size.j() / 2, size.k() / 2));
        var found = segmented(tool, volume, seeds, settings.split(" ", -1));
        var mask = found.regions().getFirst().mask();
        long both = 0;
        long truth = 0;
        for (int n = 0; n < size.voxels(); n++) {
            int a = n % size.i();
            int b = n / size.i() % size.j();
            int c = n / size.i() / size.j();
            double x = (a - size.i() / 2) * i;
            double y = (b - size.j() / 2) * j;
            double z = (c - size.k() / 2) * k;
            boolean inside = x * x + y * y + z * z <= 81;
            truth += inside ? 1 : 0;
            both += inside && mask.contains(a, b, c) ? 1 : 0;
        }
        double dice = 2.0 * both / (truth + mask.count());
        assertTrue(dice > 0.9, "Dice " + dice);
        assertEquals(List.of(), found.notes(), "it has arrived");
    }

    @Test
    void aRangeHoldsTheFront() throws InterruptedException {
        Volume volume = noisyBall(1, 1, 1);
        List<Seed> seeds = List.of(new Seed.Point(1, 20, 20, 20));
        var found =
                segmented(
                        "region-contour",
                        volume,
                        seeds,
                        "drive=range",
                        "lower=50",
                        "bubbleMm=4",
                        "smoothMm=0");
        long expected = 0; // voxels of the ball
        for (int n = 0; n < 41 * 41 * 41; n++) {
            int x = n % 41 - 20;
            int y = n / 41 % 41 - 20;
            int z = n / 1681 - 20;
            expected += x * x + y * y + z * z <= 81 ? 1 : 0;
        }
        assertEquals(1, found.regions().getFirst().mask().count() / (double) expected, 0.03);
        assertEquals(
                "The range is empty: lower 9 is above upper 1; give lower at most as large as upper.",
                refusal("region-contour", volume, seeds, "drive=range", "lower=9", "upper=1"));
        assertTrue(
                refusal("region-contour", volume, seeds, "drive=range")
                        .startsWith("No range was given"));
        assertTrue(refusal("geodesic-contour", volume, List.of()).contains("there is none"));
    }

    @Test
    void inOneSliceTheFrontIsARing() throws InterruptedException {
        // one curvature of 1/r: r² = r0² - 2t
        var size = new GridSize(51, 51, 1);
        var local =
                Locals.whole(
                        Phantom.of(size, new int[51 * 51]), List.of(new Seed.Point(1, 25, 25, 0)));
        var front = ball(local, 20, new Drive.Everywhere(), new Motion(0, 1, 0));
        while (front.time() < 100) {
            front.step();
        }
        double radius = Math.sqrt(front.voxels() / Math.PI);
        assertEquals(Math.sqrt(400 - 2 * front.time()), radius, 0.4);
    }

    @Test
    void whatIsClosedIsNotEntered() throws InterruptedException {
        float[] values = new float[21 * 21 * 21];
        for (int n = 0; n < values.length; n++) {
            values[n] = n % 21 == 14 ? Float.NaN : 5;
        }
        Volume wall = Phantom.of(new GridSize(21, 21, 21), values);
        var found =
                segmented(
                        "geodesic-contour",
                        wall,
                        List.of(new Seed.Point(1, 7, 10, 10)),
                        "curvature=0",
                        "iterations=200");
        var bounds = found.regions().getFirst().mask().bounds().orElseThrow();
        assertEquals(13, bounds.highI(), "the wall is not entered");
        assertEquals(0, bounds.lowI());
        assertEquals(20, bounds.highK());
    }

    @Test
    void aRunningFrontIsSteppedPausedAndSteeredOtherwise() {
        var local = box(40, 1, 1, 1);
        var front = ball(local, 6, new Drive.Everywhere(), new Motion(1, 0, 0));
        List<Runnable> tasks = new ArrayList<>();
        var seen = new ArrayList<RunningFront.Preview>();
        var running = new RunningFront(front, 0.001, tasks::add, seen::add);
        long start = running.preview().mask().count();
        long grown = running.step(5).mask().count();
        assertTrue(grown > start);
        running.use(new Motion(-1, 0, 0));
        long shrunk = running.step(3).mask().count();
        assertTrue(shrunk < grown && shrunk > start, start + " " + grown + " " + shrunk);
        assertEquals(8, running.preview().steps());
        running.start();
        running.start();
        assertEquals(1, tasks.size(), "one loop at a time");
        assertTrue(running.isRunning());
        tasks.removeFirst().run();
        assertTrue(seen.getLast().isAtRest(), "it ran until nothing was left to move");
        assertEquals(0, seen.getLast().mask().count());
        assertTrue(!running.isRunning());
        running.start();
        running.pause();
        tasks.removeFirst().run();
        assertEquals(seen.getLast().steps(), running.preview().steps(), "paused before it began");
    }

    @Test
    void aMaskStartsAFrontToo() {
        var local = box(20, 1, 1, 1);
        var mask = ball(local, 6, new Drive.Everywhere(), new Motion(1, 0, 0)).mask();
        var front =
                new LevelSet(
                        local,
                        StartShapes.of(local, mask),
                        local.values(),
                        new Drive.Everywhere(),
                        new Motion(1, 0, 0),
                        Crew.alone());
        assertEquals(mask, front.mask());
        front.step();
        assertTrue(mask.minus(front.mask()).isEmpty() && front.voxels() > mask.count());
    }
}
