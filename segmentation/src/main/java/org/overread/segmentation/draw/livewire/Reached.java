// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.overread.segmentation.work.Crew;

/// The places that lines from one place, or to it, have reached so far, cheapest first.
///
/// Costs are whole numbers below a known one, so places wait in a ring of buckets. One thread.
final class Reached {
    private static final int STEP_BITS = 3;
    private static final int STEP = (1 << STEP_BITS) - 1;
    private static final int FEW = 64; // places in a bucket at first
    private static final int LEAST = 1024; // places a turn, when lines come from both ends
    private static final int PART = 24; // of all places so far, for longer turns
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
    private boolean watched; // whether it is told which were settled
    private int[] lately = new int[LEAST];
    private int seen; // of them

    Reached(Livewire wire, int from, Towards towards) {
        this.wire = wire;
        this.towards = towards;
        cells = wire.cells();
        offsets = new int[8];
        for (int by = 0; by < 8; by++) {
            offsets[by] = Livewire.STEP_Y[by] * wire.stride() + Livewire.STEP_X[by];
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

    /// Goes on from both ends, side by side, until a cheapest line between them is known; a cell on it, below 0 where there
    /// is none. Nobody looks where they touch before both have come as far as they were told to, so that what is found does
    /// not depend on who is faster.
    int meet(Reached other, Crew crew) {
        var best = new Meeting(MOST, -1);
        watched = true;
        other.watched = true;
        while (isOpen() && other.isOpen() && now + other.now < best.cost()) {
            boolean near = best.cell() >= 0; // not much farther than it must be
            int more = near ? LEAST : Math.max(LEAST, (settled + other.settled) / PART);
            List<Reached> going = going(other);
            seen = 0;
            other.seen = 0;
            crew.each(going.size(), n -> going.get(n).settleMore(more));
            best = cheapest(other, other.cheapest(this, best));
        }
        watched = false;
        other.watched = false;
        return best.cell();
    }

    /// The one that lags far behind, else both.
    private List<Reached> going(Reached other) {
        if (settled > 2 * other.settled) {
            return List.of(other);
        }
        return other.settled > 2 * settled ? List.of(this) : List.of(this, other);
    }

    /// A line that leads through a cell.
    private record Meeting(int cost, int cell) {}

    /// Of lines through cells that were settled in the last turn here and are reached there. Each line has a step between
    /// two that are settled from either end: when the second of them is, its line from the other end is known.
    private Meeting cheapest(Reached far, Meeting best) {
        int cost = best.cost();
        int cell = best.cell();
        for (int n = 0; n < seen; n++) {
            int there = far.cost(lately[n]);
            if (there >= 0 && there < MOST && cost(lately[n]) + there < cost) {
                cost = cost(lately[n]) + there;
                cell = lately[n];
            }
        }
        return new Meeting(cost, cell);
    }

    /// Goes on until so many more are settled.
    void settleMore(int more) {
        int until = settled + more;
        while (isOpen() && settled < until) {
            settleNext();
        }
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
        if (watched) {
            if (seen == lately.length) {
                lately = Arrays.copyOf(lately, 2 * seen);
            }
            lately[seen] = place;
            seen++;
        }
        if (towards == Towards.AWAY_FROM_IT) {
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
