// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.List;

/// How values become colour and thickness: points in rising order of value, straight lines between them, the outermost
/// points' colour beyond; below the first point nothing is seen.
///
/// `perMm` is how strongly a millimetre absorbs: light that passes d mm of it is weakened to exp(-perMm · d). `shade` is
/// how much surfaces are modelled by light, 0 to 1.
public record TransferFunction(String name, List<Point> points, double shade) {

    /// `rgb` is 0xRRGGBB.
    public record Point(double value, int rgb, double perMm) {
        public Point {
            if (!Double.isFinite(value) || !(perMm >= 0 && perMm < 1e6)) { // negated: NaN too
                throw new IllegalArgumentException(
                        "%s mm⁻¹ at the value %s".formatted(perMm, value));
            }
        }
    }

    public TransferFunction {
        points = List.copyOf(points);
        if (points.isEmpty() || !(shade >= 0 && shade <= 1)) {
            throw new IllegalArgumentException(
                    "a transfer function of " + points.size() + " points");
        }
        for (int n = 1; n < points.size(); n++) {
            if (!(points.get(n).value() > points.get(n - 1).value())) {
                throw new IllegalArgumentException("values do not rise at point " + n);
            }
        }
    }

    /// How strongly a millimetre of this value absorbs.
    public double perMm(double value) {
        return at(value, Channel.PER_MM);
    }

    double red(double value) {
        return at(value, Channel.RED);
    }

    double green(double value) {
        return at(value, Channel.GREEN);
    }

    double blue(double value) {
        return at(value, Channel.BLUE);
    }

    private enum Channel {
        PER_MM,
        RED,
        GREEN,
        BLUE
    }

    private static double of(Point p, Channel channel) {
        return switch (channel) {
            case PER_MM -> p.perMm();
            case RED -> p.rgb() >> 16 & 0xFF;
            case GREEN -> p.rgb() >> 8 & 0xFF;
            case BLUE -> p.rgb() & 0xFF;
        };
    }

    private double at(double value, Channel channel) {
        Point before = points.getFirst();
        if (!(value >= before.value())) {
            return channel == Channel.PER_MM ? 0 : of(before, channel);
        }
        for (Point next : points) {
            if (value < next.value()) {
                double t = (value - before.value()) / (next.value() - before.value());
                return of(before, channel) + t * (of(next, channel) - of(before, channel));
            }
            before = next;
        }
        return of(before, channel);
    }

    /// The same shapes for values of another range: value v becomes `offset + scale · v`.
    public TransferFunction stretched(double offset, double scale) {
        return new TransferFunction(
                name,
                points.stream()
                        .map(p -> new Point(offset + scale * p.value(), p.rgb(), p.perMm()))
                        .toList(),
                shade);
    }
}
