// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How parallel frames lie along their normal: the groups of frames at one position, in ascending order.
record Stacking(List<List<Frame>> positions) {
    /// Closer than this is the same place.
    static final double SAME_PLACE_MM = 1e-3;

    /// Distances that differ by less are equal; headers round to about this.
    static final double EVEN_MM = 0.01;

    static Stacking of(List<Frame> frames) {
        Plane first = frames.getFirst().plane().orElseThrow();
        var sorted = new ArrayList<Placed>();
        for (Frame frame : frames) {
            var origin = frame.plane().orElseThrow().origin();
            sorted.add(new Placed(frame, origin.from(first.origin()).dot(first.normal())));
        }
        sorted.sort(Comparator.comparingDouble(Placed::mm));
        var positions = new ArrayList<List<Frame>>();
        double last = Double.NEGATIVE_INFINITY;
        for (Placed placed : sorted) {
            if (placed.mm - last > SAME_PLACE_MM) {
                positions.add(new ArrayList<>());
                last = placed.mm;
            }
            positions.getLast().add(placed.frame);
        }
        return new Stacking(positions);
    }

    private record Placed(Frame frame, double mm) {}

    /// The most frames at one position.
    int deepest() {
        return positions.stream().mapToInt(List::size).max().orElse(0);
    }

    boolean isEven() {
        if (positions.size() < 3) {
            return true;
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int k = 1; k < positions.size(); k++) {
            double step = origin(k).from(origin(k - 1)).length();
            lowest = Math.min(lowest, step);
            highest = Math.max(highest, step);
        }
        return highest - lowest <= 2 * EVEN_MM;
    }

    private org.overread.viewer.volume.PatientPoint origin(int k) {
        return positions.get(k).getFirst().plane().orElseThrow().origin();
    }

    List<Frame> ascending() {
        return positions.stream().map(List::getFirst).toList();
    }
}
