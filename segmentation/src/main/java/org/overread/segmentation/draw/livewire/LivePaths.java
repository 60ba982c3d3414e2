// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.draw.PlanePoint;

/// The cheapest lines from one place to all others of an image, by Dijkstra's algorithm, which goes on only as far as
/// somebody asks: the first line to a place costs what is nearer than it, a later one to a place within that nothing.
///
/// Costs are whole numbers below a known one, so places wait in a ring of buckets. Some 9 bytes a place. One thread.
public final class LivePaths {
    private static final int UNREACHED = Integer.MAX_VALUE;
    private static final byte NO_STEP = -1;

    private final Livewire wire;
    private final int seed;
    private final int width;
    private final int height;
    private final int[] cost;
    private final byte[] step; // that led here
    private final boolean[] done;
    private final int[][] ring;
    private final int[] waiting; // in each bucket
    private int now; // the cost that has been reached
    private int open; // places that wait, some of them more than once

    LivePaths(Livewire wire, int seed) {
        this.wire = wire;
        this.seed = seed;
        width = wire.width();
        height = wire.height();
        cost = new int[width * height];
        step = new byte[cost.length];
        done = new boolean[cost.length];
        Arrays.fill(cost, UNREACHED);
        int buckets = Integer.highestOneBit(wire.highestCost()) << 1;
        ring = new int[buckets][];
        waiting = new int[buckets];
        reach(seed, 0, NO_STEP);
    }

    private void reach(int place, int at, byte by) {
        cost[place] = at;
        step[place] = by;
        int bucket = at & (ring.length - 1);
        int[] places = ring[bucket];
        if (places == null) {
            places = new int[16];
            ring[bucket] = places;
        } else if (waiting[bucket] == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
            ring[bucket] = places;
        }
        places[waiting[bucket]++] = place;
        open++;
    }

    /// Where the lines begin.
    public PlanePoint seed() {
        return wire.pointOf(seed);
    }

    /// The cheapest line, from the seed to the place of the image that is nearest; both ends included. A straight one
    /// where what is not known lies all around either end.
    public List<PlanePoint> pathTo(PlanePoint target) {
        int place = wire.placeOf(target);
        expandTo(place);
        if (!done[place]) {
            return List.of(seed(), wire.pointOf(place));
        }
        var line = new ArrayList<PlanePoint>();
        for (int at = place; ; ) {
            line.add(wire.pointOf(at));
            byte by = step[at];
            if (by == NO_STEP) {
                return line.reversed();
            }
            at -= Livewire.STEP_Y[by] * width + Livewire.STEP_X[by];
        }
    }

    /// What the cheapest line to a place of the image costs; below 0 where none leads there.
    int costTo(int place) {
        expandTo(place);
        return done[place] ? cost[place] : -1;
    }

    /// How many places have been settled: what has been worked for so far.
    int settled() {
        int count = 0;
        for (boolean one : done) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private void expandTo(int target) {
        while (!done[target] && open > 0) {
            int bucket = now & (ring.length - 1);
            if (waiting[bucket] == 0) {
                now++;
                continue;
            }
            int place = ring[bucket][--waiting[bucket]];
            open--;
            if (!done[place] && cost[place] == now) {
                done[place] = true;
                expand(place);
            }
        }
    }

    private void expand(int place) {
        int x = place % width;
        int y = place / width;
        boolean inner = x > 0 && y > 0 && x < width - 1 && y < height - 1;
        for (byte by = 0; by < 8; by++) {
            if (!inner && !isIn(x + Livewire.STEP_X[by], y + Livewire.STEP_Y[by])) {
                continue;
            }
            int next = place + Livewire.STEP_Y[by] * width + Livewire.STEP_X[by];
            if (!done[next] && wire.isKnown(next)) {
                int at = now + wire.cost(place, next, by);
                if (at < cost[next]) {
                    reach(next, at, by);
                }
            }
        }
    }

    private boolean isIn(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }
}
