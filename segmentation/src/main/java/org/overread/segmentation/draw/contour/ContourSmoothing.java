// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.draw.PlanePoint;

/// Outlines made smoother along their way.
public final class ContourSmoothing {
    private static final int MOST = 20_000;
    private static final double PER_SIGMA = 4; // points

    private ContourSmoothing() {}

    /// Evens out what is shorter than about `sigmaMm` millimetres: a Gaussian mean along the outline, and once more of
    /// what it took away, so that larger shapes keep their size (a circle of five times that radius loses less than two
    /// thousandths of it).
    public static Contour smooth(Contour contour, double sigmaMm) {
        if (!(sigmaMm > 0 && sigmaMm <= 100)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "Smoothing over %s mm; it must be above 0 and at most 100 mm."
                            .formatted(sigmaMm));
        }
        double length = contour.lengthMm();
        if (length < 6 * sigmaMm) {
            return contour; // all of it would shrink to its middle
        }
        int count = (int) Math.min(MOST, Math.max(16, Math.ceil(length / (sigmaMm / PER_SIGMA))));
        List<PlanePoint> even = evenly(contour, count);
        double sigma = sigmaMm / (length / count);
        List<PlanePoint> once = mean(even, sigma);
        List<PlanePoint> twice = mean(once, sigma);
        var points = new ArrayList<PlanePoint>();
        for (int n = 0; n < count; n++) {
            PlanePoint a = once.get(n);
            PlanePoint b = twice.get(n);
            points.add(new PlanePoint(2 * a.u() - b.u(), 2 * a.v() - b.v()));
        }
        return contour.withPoints(points);
    }

    /// So many points at equal distances along the outline, the first one first.
    static List<PlanePoint> evenly(Contour contour, int count) {
        double step = contour.lengthMm() / count;
        var points = new ArrayList<PlanePoint>();
        int edge = 0;
        double before = 0; // millimetres to the start of the edge
        double edgeMm = contour.point(0).distanceTo(contour.point(1));
        for (int n = 0; n < count; n++) {
            double at = n * step;
            while (before + edgeMm < at && edge < contour.points().size() - 1) {
                before += edgeMm;
                edge++;
                edgeMm = contour.point(edge).distanceTo(contour.point(edge + 1));
            }
            double share = edgeMm == 0 ? 0 : Math.min(1, (at - before) / edgeMm);
            points.add(contour.point(edge).towards(contour.point(edge + 1), share));
        }
        return points;
    }

    private static List<PlanePoint> mean(List<PlanePoint> points, double sigma) {
        int count = points.size();
        int reach = (int) Math.min(count / 2.0, Math.ceil(4 * sigma));
        var weights = new double[reach + 1];
        double sum = 0;
        for (int d = 0; d <= reach; d++) {
            weights[d] = Math.exp(-d * d / (2 * sigma * sigma));
            sum += d == 0 ? weights[d] : 2 * weights[d];
        }
        var means = new ArrayList<PlanePoint>();
        for (int n = 0; n < count; n++) {
            double u = 0;
            double v = 0;
            for (int d = -reach; d <= reach; d++) {
                PlanePoint p = points.get(Math.floorMod(n + d, count));
                double weight = weights[Math.abs(d)] / sum;
                u += weight * p.u();
                v += weight * p.v();
            }
            means.add(new PlanePoint(u, v));
        }
        return means;
    }
}
