// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A box along the patient's axes, mm; sides may be infinite.
public record Bounds(PatientPoint low, PatientPoint high) {
    private static final double INF = Double.POSITIVE_INFINITY;
    public static final Bounds EVERYWHERE =
            new Bounds(new PatientPoint(-INF, -INF, -INF), new PatientPoint(INF, INF, INF));

    /// The box that reaches `x`, `y` and `z` mm from a centre.
    public static Bounds around(PatientPoint center, double x, double y, double z) {
        var reach = new PatientVector(x, y, z);
        return new Bounds(center.plus(reach.negated()), center.plus(reach));
    }

    public Bounds union(Bounds other) {
        return new Bounds(least(low, other.low), greatest(high, other.high));
    }

    public Bounds intersection(Bounds other) {
        return new Bounds(greatest(low, other.low), least(high, other.high));
    }

    public Bounds grown(double mm) {
        var by = new PatientVector(mm, mm, mm);
        return new Bounds(low.plus(by.negated()), high.plus(by));
    }

    public Bounds moved(PatientVector by) {
        return new Bounds(low.plus(by), high.plus(by));
    }

    public boolean isEmpty() {
        return !(low.x() <= high.x() && low.y() <= high.y() && low.z() <= high.z());
    }

    private static PatientPoint least(PatientPoint a, PatientPoint b) {
        return new PatientPoint(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()));
    }

    private static PatientPoint greatest(PatientPoint a, PatientPoint b) {
        return new PatientPoint(
                Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()));
    }
}
