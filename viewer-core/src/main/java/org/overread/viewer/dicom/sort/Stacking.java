// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.sort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.frame.Plane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// How parallel frames lie along their normal: the groups of frames at one position, in ascending order.
record Stacking(List<List<Frame>> positions) {
    /// Closer than this is the same place.
    static final double SAME_PLACE_MM = 1e-3;

    /// Slice distances between stacks that belong together.
    private static final double WIDE_HOLE = 3;

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
        return highest - lowest <= 2 * Rounding.toleranceMm(ascending());
    }

    /// Whether even stacks, all parallel, interleave or leave a wide hole between each other.
    static boolean areApart(List<Stacking> stacks) {
        PatientVector normal =
                stacks.getFirst().ascending().getFirst().plane().orElseThrow().normal();
        var sorted = new ArrayList<>(stacks);
        sorted.sort(Comparator.comparingDouble(stack -> stack.mm(0, normal)));
        for (int s = 1; s < sorted.size(); s++) {
            Stacking below = sorted.get(s - 1);
            Stacking above = sorted.get(s);
            double between = above.mm(0, normal) - below.mm(below.positions.size() - 1, normal);
            double step = Math.max(below.step(normal), above.step(normal));
            if (between > 0 && between <= WIDE_HOLE * step) {
                return false;
            }
        }
        return true;
    }

    private double mm(int k, PatientVector normal) {
        return origin(k).from(PatientPoint.ORIGIN).dot(normal);
    }

    private double step(PatientVector normal) {
        return mm(1, normal) - mm(0, normal);
    }

    private PatientPoint origin(int k) {
        return positions.get(k).getFirst().plane().orElseThrow().origin();
    }

    List<Frame> ascending() {
        return positions.stream().map(List::getFirst).toList();
    }
}
