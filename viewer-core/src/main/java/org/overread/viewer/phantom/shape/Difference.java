// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What lies in `whole` and in none of the `holes`.
public record Difference(Body whole, List<Body> holes) implements Body {
    public Difference {
        holes = List.copyOf(holes);
    }

    @Override
    public double signedDistance(double x, double y, double z) {
        double greatest = whole.signedDistance(x, y, z);
        for (Body hole : holes) {
            greatest = Math.max(greatest, -hole.signedDistance(x, y, z));
        }
        return greatest;
    }

    @Override
    public double clearance(double x, double y, double z) {
        double greatest = whole.clearance(x, y, z);
        for (Body hole : holes) {
            greatest = Math.max(greatest, -hole.clearance(x, y, z));
        }
        return greatest;
    }

    @Override
    public Body near(double x, double y, double z, double reachMm) {
        var close = new ArrayList<Body>();
        for (Body hole : holes) {
            if (hole.clearance(x, y, z) <= reachMm) {
                close.add(hole.near(x, y, z, reachMm));
            }
        }
        Body part = whole.near(x, y, z, reachMm);
        return close.isEmpty() ? part : new Difference(part, close);
    }

    @Override
    public Bounds bounds() {
        return whole.bounds();
    }

    @Override
    public OptionalDouble volumeMl() {
        return OptionalDouble.empty();
    }
}
