// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import org.overread.segmentation.draw.RowSpan;
import org.overread.viewer.volume.PatientVector;

/// Where a row enters and leaves a convex body: the outermost of all places where it pierces one of the body's faces.
final class RowEnds {
    private static final double[] NO_ROOTS = {};

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void add(double i) {
        low = Math.min(low, i);
        high = Math.max(high, i);
    }

    /// A ball around the place that the row is said from.
    void ball(PatientVector first, PatientVector step, double radiusMm) {
        for (double i :
                roots(step.dot(step), first.dot(step), first.dot(first) - radiusMm * radiusMm)) {
            add(i);
        }
    }

    /// Where a x² + 2 b x + c is 0; a row that only just touches counts as touching.
    static double[] roots(double a, double b, double c) {
        if (Math.abs(a) < 1e-15) {
            return Math.abs(b) < 1e-15 ? NO_ROOTS : new double[] {-c / (2 * b)};
        }
        double discriminant = b * b - a * c;
        if (discriminant < -1e-9 * (b * b + Math.abs(a * c))) {
            return NO_ROOTS;
        }
        double root = Math.sqrt(Math.max(0, discriminant));
        return new double[] {(-b - root) / a, (-b + root) / a};
    }

    RowSpan span(int size) {
        return RowSpan.within(low, high, size);
    }
}
