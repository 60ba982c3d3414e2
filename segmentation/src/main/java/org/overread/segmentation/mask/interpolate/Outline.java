// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.distance.Convention;
import org.overread.segmentation.mask.distance.DistanceMap;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// A shape in a slice: its centroid and how far every point is from its outline, in millimetres, negative inside.
final class Outline {
    private final GridSize size;
    private final Spacing spacing;
    private final double lean;
    private final int start; // column of the first sample of row 0
    private final float[] distances;
    private final double centroidU;
    private final double centroidV;

    /// Each row of the shape lies `lean` columns farther along than the one before.
    Outline(Mask shape, Spacing spacing, double lean) {
        this.spacing = spacing;
        this.lean = lean;
        int widest = (int) Math.ceil(Math.abs(lean) * (shape.size().j() - 1));
        start = lean < 0 ? widest : 0;
        Mask upright = lean == 0 ? shape : upright(shape, widest);
        size = upright.size();
        distances = DistanceMap.of(upright, spacing, Convention.INTERFACE, Crew.alone()).slice(0);
        double u = 0;
        double v = 0;
        for (int n = 0; n < distances.length; n++) {
            if (distances[n] < 0) {
                int row = n / size.i();
                u += n - row * size.i();
                v += row;
            }
        }
        centroidV = v / shape.count();
        centroidU = u / shape.count() - start - centroidV * lean;
    }

    /// The shape on perpendicular axes, to the nearest column.
    private Mask upright(Mask shape, int widest) {
        GridSize from = shape.size();
        MaskEdit edit = Mask.empty(new GridSize(from.i() + widest, from.j(), 1)).edit();
        for (int v = 0; v < from.j(); v++) {
            int by = start + (int) Math.rint(v * lean);
            for (int u = 0; u < from.i(); u++) {
                if (shape.contains(u, v, 0)) {
                    edit.set(u + by, v, 0);
                }
            }
        }
        return edit.mask();
    }

    double centroidU() {
        return centroidU;
    }

    double centroidV() {
        return centroidV;
    }

    /// Between samples, linear; beyond the rectangle at least the way back to it is added.
    double at(double column, double v) {
        double u = column + start + v * lean;
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
