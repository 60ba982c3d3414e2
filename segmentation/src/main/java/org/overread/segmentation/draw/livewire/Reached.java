// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The places that lines from one place, or to it, have reached so far, cheapest first.
///
/// Costs are whole numbers below a known one, so places wait in a ring of buckets. One thread.
final class Reached {
    private static final int STEP_BITS = 3;
    private static final int STEP = (1 << STEP_BITS) - 1;
    private static final int FEW = 64; // places in a bucket at first
    private static final int MOST = Livewire.UNREACHED >> STEP_BITS;

    /// Which way lines run.
    enum Towards {
        AWAY_FROM_IT,
        TO_IT
    }

    private final Livewire wire;
    private final Towards towards;
    private final int[] cells; // two a place: what it costs and the step that led there; what it is
    private final int[] offsets; // of the neighbours
    private final int[][] buckets; // places by what they cost, as far as that is known
    private final int[] counts; // of each bucket
    private int now; // what costs less is settled
    private int settled; // places
    private int open; // places that wait, some of them more than once

    Reached(Livewire wire, int from, Towards towards) {
        this.wire = wire;
        this.towards = towards;
        cells = wire.cells();
        offsets = new int[8];
        for (int by = 0; by < 8; by++) {
            offsets[by] = Livewire.STEP_Y[by] * wire.width() + Livewire.STEP_X[by];
        }
        counts = new int[Integer.highestOneBit(wire.highestCost()) << 1];
        buckets = new int[counts.length][FEW];
        reach(from, 0, 0);
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

    int settled() {
        return settled;
    }

    /// Whether others can still be reached.
    boolean isOpen() {
        return open > 0;
    }

    /// What the cheapest line so far costs; below 0 where nothing is known of the place, [#MOST] where none leads there.
    int cost(int place) {
        return cells[2 * place] >> STEP_BITS;
    }

    /// Whether nothing cheaper can be found: every step costs something.
    boolean isSettled(int place) {
        int cost = cost(place);
        return cost >= 0 && cost < now;
    }

    /// The places of the cheapest line so far, from this one back to where lines begin or end.
    void walk(int place, IntConsumer to) {
        int at = place;
        to.accept(at);
        while (cells[2 * at] >> STEP_BITS > 0) {
            at -= offsets[cells[2 * at] & STEP];
            to.accept(at);
        }
    }

    /// Goes on from both ends until a cheapest line between them is known; a place on it, below 0 where there is none.
    /// Ways from each end that are settled and touch are all looked at, and what is settled by none costs both together.
    int meet(Reached other) {
        int best = MOST;
        int meeting = -1;
        while (isOpen() && other.isOpen() && now + other.now < best) {
            Reached next = open <= other.open ? this : other;
            Reached far = next == this ? other : this;
            int bucket = next.now & (next.counts.length - 1);
            int[] waiting = next.buckets[bucket];
            for (int n = 0; n < next.counts[bucket]; n++) {
                int there = far.cost(waiting[n]);
                if (there < MOST && next.now + there < best && next.cost(waiting[n]) == next.now) {
                    best = next.now + there;
                    meeting = waiting[n];
                }
            }
            next.settleNext();
        }
        return meeting;
    }

    /// Goes on by all places of one cost.
    void settleNext() {
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
        settled++;
        if (Livewire.isFrame(cells[2 * place + 1])) {
            for (int by = 0; by < 8; by++) {
                if (wire.isIn(place, by)) {
                    int next = place + offsets[by];
                    int step =
                            towards == Towards.AWAY_FROM_IT
                                    ? wire.cost(place, next, by)
                                    : wire.cost(next, place, by + 4 & 7);
                    if (now + step < cost(next)) {
                        reach(next, now + step, by);
                    }
                }
            }
        } else if (towards == Towards.AWAY_FROM_IT) {
            goFrom(place);
        } else {
            comeTo(place);
        }
    }

    // Both do what Livewire.cost does, for all neighbours of a place that has eight: no call, no
    // field in the loop. Whether
    // a neighbour is settled is not asked: it cannot get cheaper, and processors guess the answer
    // badly.

    private void goFrom(int place) {
        int[] all = cells;
        int[] around = offsets;
        int[] starts = wire.leanAtStart;
        int[] ends = wire.leanAtEnd;
        int[] length = wire.length;
        int reached = now;
        int row = (all[2 * place + 1] & Livewire.WAY) * 8;
        for (int by = 0; by < 8; by++) {
            int next = place + around[by];
            int what = all[2 * next + 1];
            int start = starts[row + by];
            int end = ends[(what & Livewire.WAY) * 8 + (start & 7)];
            int share = (what >>> Livewire.PLACE_BITS) + (start >>> 3) + end;
            int cost = reached + ((length[by] * share + Livewire.HALF) >> Livewire.COST_BITS);
            if (cost < all[2 * next] >> STEP_BITS) {
                reach(next, cost, by);
            }
        }
    }

    private void comeTo(int place) {
        int[] all = cells;
        int[] around = offsets;
        int[] starts = wire.leanAtStart;
        int[] ends = wire.leanAtEnd;
        int[] length = wire.length;
        int reached = now;
        int what = all[2 * place + 1];
        int row = (what & Livewire.WAY) * 8;
        for (int by = 0; by < 8; by++) {
            int next = place + around[by];
            int start = starts[(all[2 * next + 1] & Livewire.WAY) * 8 + (by + 4 & 7)];
            int share = (what >>> Livewire.PLACE_BITS) + (start >>> 3) + ends[row + (start & 7)];
            int cost = reached + ((length[by] * share + Livewire.HALF) >> Livewire.COST_BITS);
            if (cost < all[2 * next] >> STEP_BITS) {
                reach(next, cost, by);
            }
        }
    }
}
