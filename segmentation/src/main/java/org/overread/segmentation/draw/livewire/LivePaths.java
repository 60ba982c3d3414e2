// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.draw.PlanePoint;

/// The cheapest lines from one place to all others of an image, by Dijkstra's algorithm, which goes on only as far as
/// somebody asks: the first line to a place costs what is nearer than it, a later one to a place within that nothing.
///
/// Costs are whole numbers below a known one, so places wait in a ring of buckets. Some 5 bytes a place. One thread.
public final class LivePaths {
    private static final int UNREACHED = Integer.MAX_VALUE;
    private static final int UNKNOWN = -1;
    private static final int NONE = -1;
    private static final byte NO_STEP = -1;

    private final Livewire wire;
    private final int seed;
    private final int width;
    private final int height;
    private final int[] offsets; // of the neighbours
    private final int[] links = new int[8]; // what they would cost
    private final int[] cost;
    private final byte[] step; // that led here
    private final int[] heads; // of each bucket, its newest entry
    private int[] waiting = new int[1024]; // which place an entry is
    private int[] nexts = new int[1024]; // the entry after it, in a bucket or among the free
    private int used;
    private int free = NONE;
    private int now; // the cost that has been reached
    private int open; // places that wait, some of them more than once

    LivePaths(Livewire wire, int seed) {
        this.wire = wire;
        this.seed = seed;
        width = wire.width();
        height = wire.height();
        cost = new int[width * height];
        step = new byte[cost.length];
        offsets = new int[8];
        for (int by = 0; by < 8; by++) {
            offsets[by] = Livewire.STEP_Y[by] * width + Livewire.STEP_X[by];
        }
        for (int place = 0; place < cost.length; place++) {
            cost[place] = wire.isKnown(place) ? UNREACHED : UNKNOWN;
        }
        heads = new int[Integer.highestOneBit(wire.highestCost()) << 1];
        Arrays.fill(heads, NONE);
        reach(seed, 0, NO_STEP);
    }

    private void reach(int place, int at, byte by) {
        cost[place] = at;
        step[place] = by;
        int entry = free;
        if (entry == NONE) {
            entry = used++;
            if (entry == waiting.length) {
                waiting = Arrays.copyOf(waiting, 2 * entry);
                nexts = Arrays.copyOf(nexts, 2 * entry);
            }
        } else {
            free = nexts[entry];
        }
        int bucket = at & (heads.length - 1);
        waiting[entry] = place;
        nexts[entry] = heads[bucket];
        heads[bucket] = entry;
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
        if (!isSettled(place)) {
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
        return isSettled(place) ? cost[place] : -1;
    }

    /// How many places have been settled: what has been worked for so far.
    int settled() {
        int count = 0;
        for (int place = 0; place < cost.length; place++) {
            count += isSettled(place) ? 1 : 0;
        }
        return count;
    }

    /// Whether nothing cheaper can be found: every step costs something.
    private boolean isSettled(int place) {
        return cost[place] >= 0 && cost[place] <= now;
    }

    /// Finds all lines now: every later one costs nothing but its own length.
    public void findAll() {
        while (open > 0) {
            settleNext();
        }
    }

    private void expandTo(int target) {
        while (!isSettled(target) && open > 0) {
            settleNext();
        }
    }

    /// Goes on by a bucket that is empty, or by one place.
    private void settleNext() {
        int bucket = now & (heads.length - 1);
        int entry = heads[bucket];
        if (entry == NONE) {
            now++;
            return;
        }
        int place = waiting[entry];
        heads[bucket] = nexts[entry];
        nexts[entry] = free;
        free = entry;
        open--;
        if (cost[place] != now) {
            return; // a cheaper way was found since
        }
        wire.costs(place, now, cost, offsets, links);
        for (byte by = 0; by < 8; by++) {
            int next = place + offsets[by];
            if (links[by] > 0 && links[by] < cost[next]) {
                reach(next, links[by], by);
            }
        }
    }
}
