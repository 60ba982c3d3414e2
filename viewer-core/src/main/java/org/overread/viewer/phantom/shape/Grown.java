// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.OptionalDouble;

/// A body whose surface is moved outwards by `mm`, inwards where negative; as good as the distance of the body is.
public record Grown(Body body, double mm) implements Body {

    @Override
    public double signedDistance(double x, double y, double z) {
        return body.signedDistance(x, y, z) - mm;
    }

    @Override
    public double clearance(double x, double y, double z) {
        // what the body promises around its own surface also holds for a surface mm away, less that
        // way
        double distance = signedDistance(x, y, z);
        double kept = Math.max(0, Math.abs(body.clearance(x, y, z)) - 2 * Math.abs(mm));
        return distance > 0 ? kept : -kept;
    }

    @Override
    public Body near(double x, double y, double z, double reachMm) {
        return new Grown(body.near(x, y, z, reachMm + 2 * Math.abs(mm)), mm);
    }

    @Override
    public Bounds bounds() {
        return body.bounds().grown(Math.max(0, mm) * 1.5);
    }

    @Override
    public OptionalDouble volumeMl() {
        return OptionalDouble.empty();
    }
}
