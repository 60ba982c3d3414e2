// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.draw.PlanePoint;

/// The cheapest lines from one place to all others of an image, by Dijkstra's algorithm, which goes on only as far as
/// somebody asks: the first line to a place costs what is nearer than it, a later one to a place within that nothing.
///
/// Costs are whole numbers below a known one, so places wait in a ring of buckets. 8 bytes a place and what waits. One thread.
public final class LivePaths {
    private static final int UNREACHED = Integer.MAX_VALUE;
    private static final int UNKNOWN = -1;
    private static final int STEP_BITS = 3;
    private static final int STEP = (1 << STEP_BITS) - 1;
    private static final int FEW = 64; // places in a bucket at first

    private final Livewire wire;
    private final int seed;
    private final int width;
    private final int[] offsets; // of the neighbours
    private final int[] cells; // two a place: what it costs and the step that led there; what it is
    private final int[][] buckets; // places by what they cost, as far as that is known
    private final int[] counts; // of each bucket
    private int now; // what costs less is settled
    private int settledOnce; // places
    private int open; // places that wait, some of them more than once

    LivePaths(Livewire wire, int seed) {
        this.wire = wire;
        this.seed = seed;
        width = wire.width();
        cells = wire.cells(UNREACHED, UNKNOWN);
        offsets = new int[8];
        for (int by = 0; by < 8; by++) {
            offsets[by] = Livewire.STEP_Y[by] * width + Livewire.STEP_X[by];
        }
        counts = new int[Integer.highestOneBit(wire.highestCost()) << 1];
        buckets = new int[counts.length][FEW];
        reach(seed, 0, 0);
    }

    private void reach(int place, int at, int by) {
        cells[2 * place] = at << STEP_BITS | by;
        int bucket = at & (counts.length - 1);
        int[] waiting = buckets[bucket];
        int count = counts[bucket];
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
            buckets[bucket] = waiting;
        }
        waiting[count] = place;
        counts[bucket] = count + 1;
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
            if (at == seed) {
                return line.reversed();
            }
            int by = cells[2 * at] & STEP;
            at -= Livewire.STEP_Y[by] * width + Livewire.STEP_X[by];
        }
    }

    /// What the cheapest line to a place of the image costs; below 0 where none leads there.
    int costTo(int place) {
        expandTo(place);
        return isSettled(place) ? cells[2 * place] >> STEP_BITS : -1;
    }

    /// How many places have been settled: what has been worked for so far.
    int settled() {
        int count = 0;
        for (int place = 0; place < cells.length / 2; place++) {
            count += isSettled(place) ? 1 : 0;
        }
        return count;
    }

    /// Whether nothing cheaper can be found: every step costs something.
    private boolean isSettled(int place) {
        int cost = cells[2 * place] >> STEP_BITS;
        return cost >= 0 && cost < now;
    }

    /// Finds all lines now: every later one costs nothing but its own length.
    public void findAll() {
        while (open > 0) {
            settleNext();
        }
    }

    /// Finds lines to so many further places; whether there are others still. Who does so while a pointer rests, and asks
    /// in between where it is, finds every later line for nothing but its own length.
    public boolean findMore(int places) {
        int until = settledOnce + places;
        while (open > 0 && settledOnce < until) {
            settleNext();
        }
        return open > 0;
    }

    private void expandTo(int target) {
        while (!isSettled(target) && open > 0) {
            settleNext();
        }
    }

    /// Goes on by all places of one cost.
    private void settleNext() {
        int bucket = now & (counts.length - 1);
        int[] waiting = buckets[bucket];
        int count = counts[bucket]; // steps cost something: none comes to it while it is emptied
        for (int n = 0; n < count; n++) {
            int place = waiting[n];
            if (cells[2 * place] >> STEP_BITS == now) { // else a cheaper way was found since
                settle(place);
            }
        }
        counts[bucket] = 0;
        open -= count;
        now++;
    }

    private void settle(int place) {
        settledOnce++;
        int from = cells[2 * place + 1];
        boolean frame = Livewire.isFrame(from);
        for (int by = 0; by < 8; by++) {
            if (frame && !wire.isIn(place, by)) {
                continue;
            }
            int next = place + offsets[by];
            int known = cells[2 * next] >> STEP_BITS;
            if (known > now) {
                int link = now + wire.costOf(from, cells[2 * next + 1], by);
                if (link < known) {
                    reach(next, link, by);
                }
            }
        }
    }
}
