// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Everything behind a plane: the side that its `outward` direction leaves.
public record HalfSpace(PatientPoint on, PatientVector outward) implements Body {

    public HalfSpace {
        outward = outward.unit();
    }

    public static HalfSpace above(double z) {
        return new HalfSpace(new PatientPoint(0, 0, z), PatientVector.HEAD.negated());
    }

    public static HalfSpace below(double z) {
        return new HalfSpace(new PatientPoint(0, 0, z), PatientVector.HEAD);
    }

    @Override
    public double signedDistance(double x, double y, double z) {
        return (x - on.x()) * outward.x() + (y - on.y()) * outward.y() + (z - on.z()) * outward.z();
    }

    @Override
    public Bounds bounds() {
        double inf = Double.POSITIVE_INFINITY;
        double low = outward.z() == -1 ? on.z() : -inf;
        double high = outward.z() == 1 ? on.z() : inf;
        return new Bounds(new PatientPoint(-inf, -inf, low), new PatientPoint(inf, inf, high));
    }

    @Override
    public OptionalDouble volumeMl() {
        return OptionalDouble.empty();
    }
}
