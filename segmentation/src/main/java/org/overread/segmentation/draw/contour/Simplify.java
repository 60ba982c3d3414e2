// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.overread.segmentation.draw.PlanePoint;

/// Outlines with fewer points, by Douglas and Peucker's rule.
public final class Simplify {
    private Simplify() {}

    /// The outline through some of its points, none of the others farther from it than `toleranceMm`; the outline itself
    /// where fewer than three would stay.
    public static Contour closed(Contour contour, double toleranceMm) {
        List<PlanePoint> points = contour.points();
        int count = points.size();
        int far = farthest(contour);
        var kept = new BitSet(count);
        kept.set(0);
        kept.set(far);
        var pieces = new ArrayDeque<int[]>();
        pieces.push(new int[] {0, far});
        pieces.push(new int[] {far, count});
        while (!pieces.isEmpty()) {
            int[] piece = pieces.pop();
            int worst = -1;
            double most = toleranceMm;
            for (int n = piece[0] + 1; n < piece[1]; n++) {
                double off =
                        distance(points.get(n), contour.point(piece[0]), contour.point(piece[1]));
                if (off > most) {
                    most = off;
                    worst = n;
                }
            }
            if (worst >= 0) {
                kept.set(worst);
                pieces.push(new int[] {piece[0], worst});
                pieces.push(new int[] {worst, piece[1]});
            }
        }
        if (kept.cardinality() < 3) {
            return contour;
        }
        var fewer = new ArrayList<PlanePoint>();
        kept.stream().forEach(n -> fewer.add(points.get(n)));
        return contour.withPoints(fewer);
    }

    /// The point farthest from the first.
    private static int farthest(Contour contour) {
        int far = 1;
        for (int n = 1; n < contour.points().size(); n++) {
            if (contour.point(n).distanceTo(contour.point(0))
                    > contour.point(far).distanceTo(contour.point(0))) {
                far = n;
            }
        }
        return far;
    }

    /// Millimetres from a piece of a straight line.
    static double distance(PlanePoint p, PlanePoint a, PlanePoint b) {
        return p.distanceTo(nearest(p, a, b));
    }

    /// The place of a piece of a straight line that is nearest.
    static PlanePoint nearest(PlanePoint p, PlanePoint a, PlanePoint b) {
        double u = b.u() - a.u();
        double v = b.v() - a.v();
        double square = u * u + v * v;
        double share = square == 0 ? 0 : ((p.u() - a.u()) * u + (p.v() - a.v()) * v) / square;
        return a.towards(b, Math.clamp(share, 0, 1));
    }
}
