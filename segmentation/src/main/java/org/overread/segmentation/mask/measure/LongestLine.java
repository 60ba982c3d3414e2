// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The longest line between two points of a rim, mm: by the convex hull and calipers that turn around it, so that the cost
/// is that of sorting.
record LongestLine(double fromX, double fromY, double toX, double toY, double mm) {

    private record Spot(double x, double y) {}

    static LongestLine of(List<RimPiece> rim) {
        List<Spot> hull = hull(rim);
        LongestLine best = line(hull.getFirst(), hull.getLast());
        int size = hull.size();
        int far = 1;
        for (int n = 0; n < size && size > 2; n++) {
            Spot from = hull.get(n);
            Spot to = hull.get((n + 1) % size);
            while (turn(from, to, hull.get((far + 1) % size))
                    > turn(from, to, hull.get(far % size)) * (1 + 1e-12)) {
                far++;
            }
            // where two corners are as far, both of them
            for (int more = 0; more < 2; more++) {
                best = longer(best, line(from, hull.get((far + more) % size)));
                best = longer(best, line(to, hull.get((far + more) % size)));
            }
        }
        return best;
    }

    private static LongestLine longer(LongestLine a, LongestLine b) {
        return b.mm > a.mm * (1 + 1e-12) ? b : a;
    }

    private static LongestLine line(Spot a, Spot b) {
        return new LongestLine(a.x, a.y, b.x, b.y, Math.hypot(b.x - a.x, b.y - a.y));
    }

    /// Andrew's monotone chain, counter-clockwise.
    private static List<Spot> hull(List<RimPiece> rim) {
        List<Spot> sorted =
                rim.stream()
                        .map(p -> new Spot(p.fromX(), p.fromY()))
                        .distinct()
                        .sorted(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y))
                        .toList();
        var hull = new ArrayList<Spot>();
        for (int half = 0; half < 2; half++) {
            int start = hull.size();
            for (Spot spot : half == 0 ? sorted : sorted.reversed()) {
                while (hull.size() >= start + 2
                        && turn(hull.get(hull.size() - 2), hull.getLast(), spot) <= 0) {
                    hull.removeLast();
                }
                hull.add(spot);
            }
            hull.removeLast();
        }
        return hull;
    }

    private static double turn(Spot a, Spot b, Spot c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }
}
