// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What lies in every part.
public record Intersection(List<Body> parts) implements Body {
    public Intersection {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an intersection of nothing");
        }
    }

    @Override
    public double signedDistance(double x, double y, double z) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (Body part : parts) {
            greatest = Math.max(greatest, part.signedDistance(x, y, z));
        }
        return greatest;
    }

    @Override
    public double clearance(double x, double y, double z) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (Body part : parts) {
            greatest = Math.max(greatest, part.clearance(x, y, z));
        }
        return greatest;
    }

    @Override
    public Body near(double x, double y, double z, double reachMm) {
        var close = new ArrayList<Body>();
        for (Body part : parts) {
            if (part.clearance(x, y, z) >= -reachMm) {
                close.add(part.near(x, y, z, reachMm));
            }
        }
        return switch (close.size()) {
            case 0 -> this;
            case 1 -> close.getFirst();
            default -> new Intersection(close);
        };
    }

    @Override
    public Bounds bounds() {
        return parts.stream().map(Body::bounds).reduce(Bounds::intersection).orElseThrow();
    }

    @Override
    public OptionalDouble volumeMl() {
        return parts.size() == 1 ? parts.getFirst().volumeMl() : OptionalDouble.empty();
    }
}
