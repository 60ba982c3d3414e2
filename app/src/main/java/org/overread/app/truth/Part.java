// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.overread.viewer.volume.GeometryVerdict.Kind;

/// One volume that a case must open as: its beads, the value around them, and what must be said of its geometry. Where
/// only `UNCALIBRATED` is right, beads lie on the grid and not in a patient.
record Part(List<Bead> beads, double background, Set<Kind> verdicts, double toleranceOfValue) {
    /// Hounsfield units, half of one.
    private static final double HALF = 0.5;

    Part {
        beads = List.copyOf(beads);
        verdicts = Set.copyOf(verdicts);
    }

    static Part of(List<BeadSlice> slices, Kind verdict) {
        return new Part(
                slices.stream().flatMap(slice -> slice.beads().stream()).toList(),
                BeadSlice.AIR,
                EnumSet.of(verdict),
                HALF);
    }

    static Part onGrid(List<BeadSlice> slices) {
        var beads = new ArrayList<Bead>();
        for (int k = 0; k < slices.size(); k++) {
            beads.addAll(slices.get(k).beadsOnGrid(k));
        }
        return new Part(beads, BeadSlice.AIR, EnumSet.of(Kind.UNCALIBRATED), HALF);
    }

    boolean isPlaced() {
        return !verdicts.equals(Set.of(Kind.UNCALIBRATED));
    }

    /// The same beads with other values.
    Part with(DoubleUnaryOperator value, double tolerance) {
        return new Part(
                beads.stream()
                        .map(b -> new Bead(b.center(), value.applyAsDouble(b.value())))
                        .toList(),
                value.applyAsDouble(background),
                verdicts,
                tolerance);
    }
}
