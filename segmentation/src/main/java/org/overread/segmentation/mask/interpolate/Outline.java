// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.distance.Convention;
import org.overread.segmentation.mask.distance.DistanceMap;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// A shape in a slice: its centroid and how far every point is from its outline, in millimetres, negative inside.
final class Outline {
    private final GridSize size;
    private final Spacing spacing;
    private final float[] distances;
    private final double centroidU;
    private final double centroidV;

    Outline(Mask shape, Spacing spacing) {
        size = shape.size();
        this.spacing = spacing;
        distances = DistanceMap.of(shape, spacing, Convention.INTERFACE, Crew.alone()).slice(0);
        double u = 0;
        double v = 0;
        for (int n = 0; n < distances.length; n++) {
            if (distances[n] < 0) {
                int row = n / size.i();
                u += n - row * size.i();
                v += row;
            }
        }
        centroidU = u / shape.count();
        centroidV = v / shape.count();
    }

    double centroidU() {
        return centroidU;
    }

    double centroidV() {
        return centroidV;
    }

    /// Between samples, linear; beyond the rectangle at least the way back to it is added.
    double at(double u, double v) {
        double inU = Math.clamp(u, 0, size.i() - 1.0);
        double inV = Math.clamp(v, 0, size.j() - 1.0);
        int lowU = (int) inU;
        int lowV = (int) inV;
        double partU = inU - lowU;
        double partV = inV - lowV;
        int at = lowV * size.i() + lowU;
        int right = partU > 0 ? 1 : 0;
        int down = partV > 0 ? size.i() : 0;
        double upper = distances[at] + partU * (distances[at + right] - distances[at]);
        double lower =
                distances[at + down]
                        + partU * (distances[at + down + right] - distances[at + down]);
        double away = Math.hypot((u - inU) * spacing.i(), (v - inV) * spacing.j());
        return upper + partV * (lower - upper) + away;
    }
}
