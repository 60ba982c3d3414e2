// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What lies in any of the parts.
public record Union(List<Body> parts) implements Body {
    public Union {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a union of nothing");
        }
    }

    public static Union of(Body... parts) {
        return new Union(List.of(parts));
    }

    @Override
    public double signedDistance(double x, double y, double z) {
        double least = Double.POSITIVE_INFINITY;
        for (Body part : parts) {
            least = Math.min(least, part.signedDistance(x, y, z));
        }
        return least;
    }

    @Override
    public double clearance(double x, double y, double z) {
        double least = Double.POSITIVE_INFINITY;
        for (Body part : parts) {
            least = Math.min(least, part.clearance(x, y, z));
        }
        return least;
    }

    @Override
    public Body near(double x, double y, double z, double reachMm) {
        var close = new ArrayList<Body>();
        for (Body part : parts) {
            if (part.clearance(x, y, z) <= reachMm) {
                close.add(part.near(x, y, z, reachMm));
            }
        }
        return switch (close.size()) {
            case 0 -> this;
            case 1 -> close.getFirst();
            default -> new Union(close);
        };
    }

    @Override
    public Bounds bounds() {
        return parts.stream().map(Body::bounds).reduce(Bounds::union).orElseThrow();
    }

    @Override
    public OptionalDouble volumeMl() {
        return parts.size() == 1 ? parts.getFirst().volumeMl() : OptionalDouble.empty();
    }

    @Override
    public List<Body> pieces() {
        return parts.stream().flatMap(part -> part.pieces().stream()).toList();
    }
}
