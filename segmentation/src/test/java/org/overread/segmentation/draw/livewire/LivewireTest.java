// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.draw.Pictures;
import org.overread.segmentation.draw.PlaneImage;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

class LivewireTest {

    /// Looks at all links over and over until nothing gets cheaper.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void linesCostWhatTheCheapestOfAllLinesCosts(long seed) {
        var random = new Random(seed);
        int width = 14;
        int height = 11;
        var values = new double[width * height];
        Arrays.setAll(values, _ -> random.nextInt(60));
        values[40] = Double.NaN;
        var wire = Livewire.on(Pictures.of(width, height, (x, y) -> values[y * width + x]));
        if (seed % 2 == 0) {
            wire = wire.train(List.of(new PlanePoint(3, 3), new PlanePoint(4, 4)));
        }
        int start = random.nextInt(width * height - 50) + 45;
        long[] cheapest = relaxed(wire, start, width, height);
        LivePaths paths = wire.from(wire.pointOf(start));
        for (int place = 0; place < cheapest.length; place++) {
            long expected = cheapest[place] == Long.MAX_VALUE ? -1 : cheapest[place];
            assertEquals(expected, paths.costTo(place), "place " + place);
            if (expected >= 0) {
                assertEquals(expected, costOf(wire, paths.pathTo(wire.pointOf(place))));
            }
        }
    }

    private static long[] relaxed(Livewire wire, int start, int width, int height) {
        var cost = new long[width * height];
        Arrays.fill(cost, Long.MAX_VALUE);
        cost[start] = 0;
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int from = 0; from < cost.length; from++) {
                for (int step = 0; step < 8 && cost[from] < Long.MAX_VALUE; step++) {
                    int x = from % width + Livewire.STEP_X[step];
                    int y = from / width + Livewire.STEP_Y[step];
                    if (x < 0 || y < 0 || x >= width || y >= height) {
                        continue;
                    }
                    int to = y * width + x;
                    if (wire.isKnown(to) && cost[from] + wire.cost(from, to, step) < cost[to]) {
                        cost[to] = cost[from] + wire.cost(from, to, step);
                        changed = true;
                    }
                }
            }
        }
        return cost;
    }

    private static long costOf(Livewire wire, List<PlanePoint> line) {
        long sum = 0;
        for (int n = 1; n < line.size(); n++) {
            int from = wire.placeOf(line.get(n - 1));
            int to = wire.placeOf(line.get(n));
            int dx = to % wire.width() - from % wire.width();
            int dy = to / wire.width() - from / wire.width();
            int step = 0;
            while (Livewire.STEP_X[step] != dx || Livewire.STEP_Y[step] != dy) {
                step++;
            }
            sum += wire.cost(from, to, step);
        }
        return sum;
    }

    /// Far enough for both ends to be worth while, around an island of places without values, and on the rim.
    @Test
    void linesFoundFromBothEndsCostWhatTheCheapestCosts() {
        var random = new Random(11);
        int side = 260;
        var values = new double[side * side];
        Arrays.setAll(values, _ -> random.nextInt(60));
        for (int n = 0; n < 120; n++) {
            values[(130 + n % 7) * side + 60 + n] = Double.NaN;
        }
        Livewire wire = Livewire.on(Pictures.of(side, side, (x, y) -> values[y * side + x]));
        for (int[] ends :
                new int[][] {{0, side * side - 1}, {side - 1, 130 * side}, {300, 66666}}) {
            int far = wire.from(wire.pointOf(ends[0])).costTo(ends[1]);
            LivePaths paths = wire.from(wire.pointOf(ends[0]));
            List<PlanePoint> line = paths.pathTo(wire.pointOf(ends[1]));
            assertTrue(paths.settled() < side * side / 2 + 2000, "not all from one end");
            assertEquals(ends[0], wire.placeOf(line.getFirst()));
            assertEquals(ends[1], wire.placeOf(line.getLast()));
            assertEquals(far, costOf(wire, line));
            // and what was begun goes on from there
            assertEquals(far, paths.costTo(ends[1]));
            assertEquals(far, costOf(wire, paths.pathTo(wire.pointOf(ends[1]))));
        }
    }

    /// By hand: 200 · length · (0.01 + 0.43 fZ + 0.14 fG + 0.43 fD).
    @Test
    void costsAreThoseOfTheFormula() {
        // the edge runs down through column 10, a little before its middle
        Livewire wire = Livewire.on(Pictures.of(20, 20, (x, _) -> edge(x)));
        int onEdge = 10 * 20 + 10;
        int down = 2;
        assertEquals(2, wire.cost(onEdge, onEdge + 20, down)); // along the edge: its length alone
        int up = 6;
        assertEquals(2, wire.cost(onEdge, onEdge - 20, up)); // against it just so
        int flat = 10 * 20 + 3; // no gradient, no crossing, no way: 0.01 + 0.43 + 0.14 + 0.43
        assertEquals(202, wire.cost(flat, flat + 20, down));
        int diagonal = 1;
        assertEquals(Math.round(202 * Math.sqrt(2)), wire.cost(flat, flat + 21, diagonal));
        // across the edge: a quarter turn at both ends, no crossing any more, a weaker gradient
        double weaker = 1 - gradient(11) / gradient(10);
        int right = 0;
        int across = wire.cost(onEdge, onEdge + 1, right);
        assertEquals(200 * (0.01 + 0.43 + 0.14 * weaker + 0.43), across, 1);
        // slanting along it: an eighth of a turn at both ends
        int slanting = wire.cost(onEdge, onEdge + 21, diagonal);
        double expected = 0.01 + 0.43 + 0.14 * weaker + 0.43 / 2;
        assertEquals(200 * Math.sqrt(2) * expected, slanting, 1.5);
    }

    private static double edge(int x) {
        return x < 10 ? 0 : x == 10 ? 70 : 100;
    }

    /// Of the edge after a Gaussian of one place.
    private static double gradient(int x) {
        return smooth(x + 1) - smooth(x - 1);
    }

    private static double smooth(int x) {
        double sum = 0;
        double weights = 0;
        for (int d = -3; d <= 3; d++) {
            double weight = Math.exp(-d * d / 2.0);
            sum += weight * edge(x + d);
            weights += weight;
        }
        return sum / weights;
    }

    @Test
    void linesAreMeasuredInMillimetres() {
        var geometry =
                VolumeGeometry.regular(
                        Grids.CUBES.of(9, 9, 1).size(),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        3,
                        1);
        PlaneImage image =
                PlaneImage.of(Pictures.voxels(geometry, (_, _) -> 7), geometry, Pictures.PLANE);
        Livewire wire = Livewire.on(image);
        assertEquals(202, wire.cost(40, 41, 0));
        assertEquals(606, wire.cost(40, 49, 2));
        assertEquals(Math.round(202 * Math.sqrt(10)), wire.cost(40, 50, 1));
    }

    @Test
    void lineFollowsTheEdgeOfADisc() {
        var random = new Random(11);
        PlaneImage image =
                Pictures.of(
                        100,
                        100,
                        (x, y) ->
                                (Math.hypot(x - 50, y - 50) < 30 ? 100 : 0)
                                        + 8 * random.nextGaussian());
        Livewire wire = Livewire.on(image);
        List<PlanePoint> line = wire.from(new PlanePoint(80, 50)).pathTo(new PlanePoint(50, 80));
        for (PlanePoint point : line) {
            assertEquals(30, Math.hypot(point.u() - 50, point.v() - 50), 1.6);
        }
        assertTrue(line.size() > 25);
    }

    /// Two edges side by side: the strong one wins, until the wire has learnt the weak one.
    @Test
    void trainedWireKeepsToTheEdgeThatItWasShown() {
        PlaneImage image = Pictures.of(60, 120, (x, _) -> x < 25 ? 0 : x < 35 ? 40 : 400);
        Livewire wire = Livewire.on(image);
        var shown = new ArrayList<PlanePoint>();
        for (int y = 0; y < 50; y++) {
            shown.add(new PlanePoint(24, y));
        }
        var from = new PlanePoint(30, 10);
        var to = new PlanePoint(30, 110);
        double before = meanColumn(wire.from(from).pathTo(to));
        double after = meanColumn(wire.train(shown).from(from).pathTo(to));
        assertTrue(before > 32, "untrained at column " + before);
        assertTrue(after < 27, "trained at column " + after);
    }

    private static double meanColumn(List<PlanePoint> line) {
        return line.stream()
                .filter(p -> p.v() > 30 && p.v() < 90)
                .mapToDouble(PlanePoint::u)
                .average()
                .orElseThrow();
    }

    @Test
    void workGoesNoFartherThanThePointer() {
        Livewire wire = Livewire.on(Pictures.of(200, 200, (x, y) -> (x * 7 + y * 13) % 31));
        LivePaths paths = wire.from(new PlanePoint(100, 100));
        paths.pathTo(new PlanePoint(104, 100));
        int near = paths.settled();
        assertTrue(near < 2000, near + " places");
        paths.pathTo(new PlanePoint(103, 100));
        assertTrue(paths.settled() <= near + 500);
        assertTrue(paths.findMore(1000));
        assertTrue(paths.settled() < 8000, "a part only");
        while (paths.findMore(1000)) {}
        assertEquals(200 * 200, paths.settled());
        paths.findAll();
        assertEquals(200 * 200, paths.settled());
    }

    @Test
    void placesBeyondTheImageCountAsItsNearest() {
        Livewire wire = Livewire.on(Pictures.of(20, 20, (x, _) -> x));
        List<PlanePoint> line = wire.from(new PlanePoint(-50, 4)).pathTo(new PlanePoint(900, 4));
        assertEquals(new PlanePoint(0, 4), line.getFirst());
        assertEquals(new PlanePoint(19, 4), line.getLast());
        assertEquals(1, wire.from(new PlanePoint(3, 3)).pathTo(new PlanePoint(3, 3)).size());
    }

    @Test
    void snapFindsTheStrongestEdgeNearby() {
        Livewire wire = Livewire.on(Pictures.of(40, 40, (x, _) -> x < 20 ? 0 : 100));
        PlanePoint snapped = wire.snap(new PlanePoint(16, 12), 6);
        assertEquals(19.5, snapped.u(), 0.6);
        assertEquals(new PlanePoint(5, 5), wire.snap(new PlanePoint(5, 5), 2));
    }

    @Test
    void anchorsBecomeAnOutlineCanMoveAndGoToTheNextSlice() {
        PlaneImage image = disc(50, 30);
        var line = new LivewireLine(Livewire.on(image));
        for (double[] at : new double[][] {{80, 50}, {50, 80}, {20, 50}, {50, 20}}) {
            line.anchor(new PlanePoint(at[0], at[1]));
        }
        Contour outline = closed(line);
        assertEquals(1, Math.abs(outline.signedArea()) / (Math.PI * 900), 0.06);
        line.move(1, new PlanePoint(29, 71)); // elsewhere on the same edge
        assertEquals(1, Math.abs(closed(line).signedArea()) / (Math.PI * 900), 0.06);
        LivewireLine next = line.on(Livewire.on(disc(53, 27)), 8);
        assertEquals(1, Math.abs(closed(next).signedArea()) / (Math.PI * 729), 0.08);
        line.takeBack();
        assertEquals(3, line.anchors().size());
        for (int n = 0; n < 5; n++) {
            line.takeBack();
        }
        assertInstanceOf(Contour.Closing.Refused.class, line.close());
    }

    private static Contour closed(LivewireLine line) {
        return assertInstanceOf(Contour.Closing.Closed.class, line.close()).contour();
    }

    private static PlaneImage disc(int middle, int radius) {
        return Pictures.of(
                100,
                100,
                (x, y) -> 100 * Math.clamp(radius + 0.5 - Math.hypot(x - middle, y - 50), 0, 1));
    }
}
