// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.overread.segmentation.draw.PlanePoint;

/// The cheapest lines from one place to all others of an image, by Dijkstra's algorithm, which goes on only as far as
/// somebody asks: the first line to a place costs what is nearer than it, a later one to a place within that nothing. A
/// line to a place far beyond is found from both of its ends, which takes about half as long.
///
/// Memory for 8 bytes a place and what waits. One thread.
public final class LivePaths {
    private static final int NEAR = 24_576; // places, before both ends are worth while
    private static final int MEANWHILE = 8_192; // places
    private static final int FAR = 160; // columns or rows: more places than that lie nearer

    private final Livewire wire;
    private final int seed; // its cell
    private final Reached ahead;

    LivePaths(Livewire wire, int seed) {
        this.wire = wire;
        this.seed = seed;
        ahead = new Reached(wire, seed, Reached.Towards.AWAY_FROM_IT);
    }

    /// Where the lines begin.
    public PlanePoint seed() {
        return wire.pointOfCell(seed);
    }

    /// The cheapest line, from the seed to the place of the image that is nearest; both ends included. A straight one
    /// where what is not known lies all around either end.
    public List<PlanePoint> pathTo(PlanePoint target) {
        int place = wire.cellOf(wire.placeOf(target));
        if (!isFar(place)) {
            lookNear(place);
        }
        var line = new ArrayList<PlanePoint>();
        if (ahead.isSettled(place)) {
            ahead.walk(place, at -> line.add(wire.pointOfCell(at)));
            return line.reversed();
        }
        Reached back = back(place);
        int meeting = ahead.meet(back, wire.crew());
        if (meeting < 0) {
            return List.of(seed(), wire.pointOfCell(place));
        }
        ahead.walk(meeting, at -> line.addFirst(wire.pointOfCell(at)));
        line.removeLast(); // both ways have it
        back.walk(meeting, at -> line.add(wire.pointOfCell(at)));
        return line;
    }

    /// Lines to a place; while they are made ready the other hand goes on from the seed.
    private Reached back(int place) {
        var made = new AtomicReference<Reached>();
        wire.crew()
                .each(
                        2,
                        n -> {
                            if (n == 0) {
                                ahead.settleMore(MEANWHILE);
                            } else {
                                made.set(new Reached(wire, place, Reached.Towards.TO_IT));
                            }
                        });
        return Objects.requireNonNull(made.get());
    }

    private boolean isFar(int cell) {
        int columns = Math.abs(cell % wire.stride() - seed % wire.stride());
        int rows =
                Math.abs(Math.floorDiv(cell, wire.stride()) - Math.floorDiv(seed, wire.stride()));
        return Math.max(columns, rows) > FAR;
    }

    private void lookNear(int place) {
        int until = ahead.settled() + NEAR;
        while (!ahead.isSettled(place) && ahead.isOpen() && ahead.settled() < until) {
            ahead.settleNext();
        }
    }

    /// What the cheapest line to a place of the image costs; below 0 where none leads there.
    int costTo(int place) {
        int cell = wire.cellOf(place);
        while (!ahead.isSettled(cell) && ahead.isOpen()) {
            ahead.settleNext();
        }
        return ahead.isSettled(cell) ? ahead.cost(cell) : -1;
    }

    /// How many places have been settled: what has been worked for so far.
    int settled() {
        return ahead.settled();
    }

    /// Finds all lines now: every later one costs nothing but its own length.
    public void findAll() {
        while (ahead.isOpen()) {
            ahead.settleNext();
        }
    }

    /// Finds lines to so many further places; whether there are others still. Who does so while a pointer rests, and asks
    /// in between where it is, finds every later line for nothing but its own length.
    public boolean findMore(int places) {
        ahead.settleMore(places);
        return ahead.isOpen();
    }
}
