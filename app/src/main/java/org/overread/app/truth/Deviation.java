// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.ArrayList;
import java.util.List;

/// How far what was found is from the truth: the worst bead in millimetres (samples, where there are no millimetres) and
/// the worst value. A bead too few or too many is infinitely far.
record Deviation(double distance, double value) {
    static final Deviation NONE = new Deviation(0, 0);
    static final Deviation LOST = new Deviation(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Deviation of(Part truth, Grid grid) {
        FoundBeads found = FoundBeads.in(truth.isPlaced() ? grid : Grid.unplaced(grid));
        if (found.beads().size() != truth.beads().size()) {
            return LOST;
        }
        var left = new ArrayList<>(found.beads());
        double distance = 0;
        double value = Math.abs(found.background() - truth.background());
        for (Bead bead : truth.beads()) {
            Bead nearest = nearest(bead, left);
            left.remove(nearest);
            distance = Math.max(distance, nearest.center().distanceTo(bead.center()));
            value = Math.max(value, Math.abs(nearest.value() - bead.value()));
        }
        return new Deviation(nanIsFar(distance), nanIsFar(value));
    }

    private static double nanIsFar(double number) {
        return Double.isNaN(number) ? Double.POSITIVE_INFINITY : number;
    }

    private static Bead nearest(Bead bead, List<Bead> others) {
        Bead best = others.getFirst();
        for (Bead other : others) {
            if (other.center().distanceTo(bead.center())
                    < best.center().distanceTo(bead.center())) {
                best = other;
            }
        }
        return best;
    }

    Deviation worse(Deviation other) {
        return new Deviation(Math.max(distance, other.distance), Math.max(value, other.value));
    }
}
