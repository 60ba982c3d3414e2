// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.draw.Pictures;
import org.overread.segmentation.draw.PlaneImage;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.VolumeGeometry;

class LevelTraceTest {
    private static final int SIDE = 24;

    /// What is at least as bright and hangs together over corners, with whatever it encloses.
    @Test
    void tracedFromOutsideItEnclosesAllThatIsAsBrightAndItsHoles() {
        var random = new Random(31);
        int outer = 0;
        for (int n = 0; n < 60; n++) {
            var values = new int[SIDE * SIDE];
            for (int at = 0; at < values.length; at++) {
                values[at] = random.nextInt(10);
            }
            PlaneImage image = Pictures.of(SIDE, SIDE, (x, y) -> values[y * SIDE + x]);
            int x = random.nextInt(SIDE);
            int y = random.nextInt(SIDE);
            boolean[] region = region(values, x, y);
            boolean[] outside = outside(region);
            var traced = LevelTrace.at(image, new PlanePoint(x, y));
            if (!(traced instanceof LevelTrace.Outcome.Traced(Contour contour, float level))) {
                continue;
            }
            assertEquals(values[y * SIDE + x], level);
            VolumeGeometry geometry = Grids.CUBES.of(SIDE, SIDE, 1);
            Mask filled = ContourScan.of(geometry, contour);
            if (!filled.contains(x, y, 0)) {
                continue; // traced along a hole that is nearer than the outside
            }
            outer++;
            for (int at = 0; at < values.length; at++) {
                assertEquals(!outside[at], filled.contains(at % SIDE, at / SIDE, 0));
            }
        }
        assertTrue(outer > 20, outer + " from outside");
    }

    private static boolean[] region(int[] values, int x, int y) {
        return spread(at -> values[at] >= values[y * SIDE + x], y * SIDE + x, true);
    }

    /// What the frame of the image leads to over edges without entering the region.
    private static boolean[] outside(boolean[] region) {
        var outside = new boolean[region.length];
        for (int at = 0; at < region.length; at++) {
            boolean frame =
                    at % SIDE == 0 || at % SIDE == SIDE - 1 || at < SIDE || at >= SIDE * (SIDE - 1);
            if (frame && !region[at] && !outside[at]) {
                boolean[] part = spread(n -> !region[n], at, false);
                for (int n = 0; n < part.length; n++) {
                    outside[n] |= part[n];
                }
            }
        }
        return outside;
    }

    private interface Fits {
        boolean at(int place);
    }

    private static boolean[] spread(Fits fits, int start, boolean corners) {
        var reached = new boolean[SIDE * SIDE];
        var queue = new ArrayDeque<Integer>();
        queue.add(start);
        reached[start] = true;
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int n = 0; n < 9; n++) {
                int dx = n % 3 - 1;
                int dy = n / 3 - 1;
                int x = at % SIDE + dx;
                int y = at / SIDE + dy;
                boolean inside = x >= 0 && y >= 0 && x < SIDE && y < SIDE;
                if (inside && (corners || dx * dy == 0)) {
                    int next = y * SIDE + x;
                    if (!reached[next] && fits.at(next)) {
                        reached[next] = true;
                        queue.add(next);
                    }
                }
            }
        }
        return reached;
    }

    @Test
    void outlineOfABlobIsACircleThroughThePointer() {
        PlaneImage image = Pictures.of(80, 80, (x, y) -> 1000 - Math.hypot(x - 40, y - 40));
        var traced =
                assertInstanceOf(
                        LevelTrace.Outcome.Traced.class,
                        LevelTrace.at(image, new PlanePoint(60, 40)));
        for (PlanePoint point : traced.contour().points()) {
            assertEquals(20, Math.hypot(point.u() - 40, point.v() - 40), 0.15);
        }
    }

    @Test
    void holeIsTracedWhereItsEdgeIsNearer() {
        PlaneImage image =
                Pictures.of(80, 80, (x, y) -> ringed(Math.hypot(x - 40, y - 40)) ? 100 : 0);
        var inner =
                assertInstanceOf(
                        LevelTrace.Outcome.Traced.class,
                        LevelTrace.at(image, new PlanePoint(52, 40)));
        assertEquals(1, Math.abs(inner.contour().signedArea()) / (Math.PI * 100), 0.1);
    }

    private static boolean ringed(double r) {
        return r > 10 && r < 30;
    }

    @Test
    void placeWithNoLevelIsRefused() {
        PlaneImage flat = Pictures.of(10, 10, (_, _) -> 5);
        assertEquals(
                new LevelTrace.Outcome.Refused(new DrawRefusal.NoEdge()),
                LevelTrace.at(flat, new PlanePoint(4, 4)));
        assertEquals(
                new LevelTrace.Outcome.Refused(new DrawRefusal.OutsideVolume()),
                LevelTrace.at(flat, new PlanePoint(40, 4)));
    }
}
