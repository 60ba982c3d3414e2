// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import org.overread.segmentation.draw.RowSpan;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// All that a ball covers on its straight way from one place to another while its radius changes evenly: the hull of
/// both balls. Millimetres of the patient; convex, so a row of voxels cuts it in one span.
///
/// Everything is said from `start`. For a disc all places are projected onto its plane first.
record Sweep(PatientPoint start, PatientVector way, double startMm, double endMm) {
    /// Nobody tells a voxel that is a nanometre away from one that is not; rounding must not tell them apart either.
    static final double SLACK_MM = 1e-6;

    private double length() {
        return way.length();
    }

    /// Whether the balls have their own hull between them, and are not one within the other.
    private boolean hasSides() {
        return Math.abs(endMm - startMm) < length();
    }

    /// How much the radius grows with every millimetre of the way.
    private double growth() {
        return (endMm - startMm) / length();
    }

    /// Whether a place belongs, `p` being its displacement from the start.
    boolean contains(PatientVector p) {
        double length = length();
        if (!hasSides()) {
            return startMm >= endMm ? isWithin(p, startMm) : isWithin(p.minus(way), endMm);
        }
        double growth = growth();
        double along = p.dot(way) / length;
        double across = Math.sqrt(Math.max(0, p.dot(p) - along * along));
        double nearest = along + across * growth / Math.sqrt(1 - growth * growth);
        double at = Math.clamp(nearest, 0, length);
        return isWithin(p.minus(way.times(at / length)), startMm + growth * at);
    }

    private static boolean isWithin(PatientVector p, double radiusMm) {
        double limit = radiusMm + SLACK_MM;
        return p.dot(p) <= limit * limit;
    }

    /// The voxels of a row that belong: voxel i lies at `first` + i · `step` from the start.
    RowSpan row(PatientVector first, PatientVector step, int size) {
        if (step.dot(step) < 1e-18) { // the row stands on the plane of a disc
            return contains(first) ? new RowSpan(0, size - 1) : RowSpan.NONE;
        }
        var ends = new RowEnds();
        ends.ball(first, step, startMm + SLACK_MM);
        if (length() > 0) {
            ends.ball(first.minus(way), step, endMm + SLACK_MM);
        }
        if (hasSides()) {
            sides(first, step, ends);
        }
        RowSpan about = ends.span(size);
        int low = about.low();
        int high = about.high();
        while (low <= high && !contains(first.plus(step.times(low)))) {
            low++;
        }
        while (high >= low && !contains(first.plus(step.times(high)))) {
            high--;
        }
        return new RowSpan(low, high);
    }

    /// The cone between the circles in which it touches the balls: where a row pierces it, or its flat ends within it.
    private void sides(PatientVector first, PatientVector step, RowEnds ends) {
        double growth = growth();
        double narrow = 1 - growth * growth;
        PatientVector axis = way.unit();
        double radius = startMm + SLACK_MM;
        double along = first.dot(axis);
        double alongStep = step.dot(axis);
        double from = -growth * radius;
        double to = length() - growth * (endMm + SLACK_MM);
        double edge = radius + growth * along;
        double edgeStep = growth * alongStep;
        // narrow · across² - edge² = a i² + 2 b i + c
        double a = narrow * (step.dot(step) - alongStep * alongStep) - edgeStep * edgeStep;
        double b = narrow * (first.dot(step) - along * alongStep) - edge * edgeStep;
        double c = narrow * (first.dot(first) - along * along) - edge * edge;
        double slack = 1e-6 * (1 + Math.abs(to - from));
        for (double i : RowEnds.roots(a, b, c)) {
            double x = along + i * alongStep;
            if (x >= from - slack && x <= to + slack) {
                ends.add(i);
            }
        }
        if (Math.abs(alongStep) > 1e-12) {
            for (double x : new double[] {from, to}) {
                double i = (x - along) / alongStep;
                double rim = radius + growth * x;
                if ((a * i + 2 * b) * i + c <= slack * rim) {
                    ends.add(i);
                }
            }
        }
    }
}
