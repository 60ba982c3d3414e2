// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.ReferenceLine;

/// A straight line on a pane, in logical pixels: through a point, in a direction of length 1. Upright and level lines lie
/// on whole pixels of the screen.
record PaneLine(PanePoint through, double dx, double dy) {
    static PaneLine of(ReferenceLine line, double outputScale) {
        return beside(line, 0, outputScale);
    }

    /// The same so many pixels to the side.
    static PaneLine beside(ReferenceLine line, double away, double outputScale) {
        double x = line.nearest().x() - away * line.dy();
        double y = line.nearest().y() + away * line.dx();
        return new PaneLine(
                new PanePoint(
                        Math.abs(line.dx()) < 1e-6 ? middleOfPixel(x, outputScale) : x,
                        Math.abs(line.dy()) < 1e-6 ? middleOfPixel(y, outputScale) : y),
                line.dx(),
                line.dy());
    }

    private static double middleOfPixel(double at, double outputScale) {
        return (Math.floor(at * outputScale) + 0.5) / outputScale;
    }

    /// How far along the line a point lies.
    double along(PanePoint p) {
        return (p.x() - through.x()) * dx + (p.y() - through.y()) * dy;
    }

    /// How far to the side a point lies: positive clockwise of the direction, as a screen's y goes down.
    double aside(PanePoint p) {
        return (p.y() - through.y()) * dx - (p.x() - through.x()) * dy;
    }

    PanePoint at(double along) {
        return new PanePoint(through.x() + along * dx, through.y() + along * dy);
    }

    /// What of it lies in a pane.
    Span within(double width, double height) {
        return Span.inside(through.x(), dx, width).and(Span.inside(through.y(), dy, height));
    }

    /// Lengths along a line.
    record Span(double start, double end) {
        private static final Span NONE = new Span(0, 0);
        private static final Span ALL =
                new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean isEmpty() {
            return start >= end;
        }

        Span and(Span other) {
            return new Span(Math.max(start, other.start), Math.min(end, other.end));
        }

        Span until(double last) {
            return new Span(start, Math.min(end, last));
        }

        Span from(double first) {
            return new Span(Math.max(start, first), end);
        }

        /// Between which lengths along `d` from `p` one stays within 0…`size`.
        private static Span inside(double p, double d, double size) {
            if (Math.abs(d) < 1e-9) {
                return p >= 0 && p <= size ? ALL : NONE;
            }
            double a = -p / d;
            double b = (size - p) / d;
            return new Span(Math.min(a, b), Math.max(a, b));
        }
    }
}
