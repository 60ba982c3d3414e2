// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import org.overread.segmentation.draw.PlanePoint;

/// Where a hand is beside a closed line of points.
final class NearLine {
    private NearLine() {}

    /// The place in the list at which one more point makes the closed line longer by least.
    static int between(List<PlanePoint> points, PlanePoint place) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int n = 0; n < points.size(); n++) {
            PlanePoint here = points.get(n);
            PlanePoint next = points.get((n + 1) % points.size());
            double longer =
                    here.distanceTo(place) + place.distanceTo(next) - here.distanceTo(next);
            if (longer < least) {
                least = longer;
                best = n + 1;
            }
        }
        return best;
    }

    static int nearest(List<PlanePoint> points, PlanePoint place) {
        int best = 0;
        for (int n = 1; n < points.size(); n++) {
            if (points.get(n).distanceTo(place) < points.get(best).distanceTo(place)) {
                best = n;
            }
        }
        return best;
    }

    /// Millimetres from a place to the nearest of the first `sides` sides of a closed line.
    static double mm(List<PlanePoint> line, int sides, PlanePoint place) {
        double least = Double.MAX_VALUE;
        for (int n = 0; n < sides; n++) {
            least = Math.min(least, mm(place, line.get(n), line.get((n + 1) % line.size())));
        }
        return least;
    }

    private static double mm(PlanePoint p, PlanePoint a, PlanePoint b) {
        double u = b.u() - a.u();
        double v = b.v() - a.v();
        double square = u * u + v * v;
        double along = (p.u() - a.u()) * u + (p.v() - a.v()) * v;
        double t = square == 0 ? 0 : Math.clamp(along / square, 0, 1);
        return p.distanceTo(new PlanePoint(a.u() + t * u, a.v() + t * v));
    }
}
