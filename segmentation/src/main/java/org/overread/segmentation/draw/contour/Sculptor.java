// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.draw.PlanePoint;

/// A round tool that pushes an outline before it: whatever part of the outline comes under it is moved to its rim.
///
/// Dragged from inside, it pushes the outline out; from outside, in. Points are added where the outline bends around the
/// tool and taken away where they crowd.
public record Sculptor(double radiusMm) {
    private static final double DENSE =
            1.0 / 6; // of the radius, from point to point along the tool
    private static final double STEP = 1.0 / 4; // of the radius, the longest move at a time
    private static final int MOST_STEPS = 1000;

    public Sculptor {
        if (!(radiusMm > 0 && radiusMm <= 500)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "A tool of %s mm; it must be above 0 and at most 500 mm.".formatted(radiusMm));
        }
    }

    /// The outline after the middle of the tool has moved from one place to another; the outline itself where the tool
    /// touches none of it.
    public Contour push(Contour contour, PlanePoint from, PlanePoint to) {
        if (!from.isFinite() || !to.isFinite()) {
            return contour;
        }
        double far = from.distanceTo(to);
        int steps = (int) Math.clamp(Math.ceil(far / (STEP * radiusMm)), 1, MOST_STEPS);
        Contour pushed = contour;
        for (int n = 1; n <= steps; n++) {
            pushed = touch(pushed, from.towards(to, n / (double) steps), from, to);
        }
        return pushed;
    }

    private Contour touch(Contour contour, PlanePoint middle, PlanePoint from, PlanePoint to) {
        int count = contour.points().size();
        double dense = DENSE * radiusMm;
        var points = new ArrayList<PlanePoint>();
        boolean touched = false;
        for (int n = 0; n < count; n++) {
            PlanePoint a = contour.point(n);
            PlanePoint b = contour.point(n + 1);
            boolean near = Simplify.distance(middle, a, b) < radiusMm;
            touched |= near;
            int pieces = near ? (int) Math.ceil(a.distanceTo(b) / dense) : 1;
            for (int s = 0; s < Math.max(1, pieces); s++) {
                points.add(outOf(a.towards(b, s / (double) Math.max(1, pieces)), middle, from, to));
            }
        }
        return touched ? contour.withPoints(thinned(points, middle, dense / 3)) : contour;
    }

    /// The nearest place on the rim for what is under the tool.
    private PlanePoint outOf(PlanePoint p, PlanePoint middle, PlanePoint from, PlanePoint to) {
        double off = p.distanceTo(middle);
        if (off >= radiusMm) {
            return p;
        }
        if (off > 1e-9 * radiusMm) {
            return middle.towards(p, radiusMm / off);
        }
        double way = from.distanceTo(to);
        return way == 0
                ? p
                : new PlanePoint(
                        middle.u() + radiusMm * (to.u() - from.u()) / way,
                        middle.v() + radiusMm * (to.v() - from.v()) / way);
    }

    private List<PlanePoint> thinned(List<PlanePoint> points, PlanePoint middle, double closest) {
        var kept = new ArrayList<PlanePoint>();
        for (PlanePoint point : points) {
            boolean crowded = !kept.isEmpty() && kept.getLast().distanceTo(point) < closest;
            if (!crowded || point.distanceTo(middle) > 1.1 * radiusMm) {
                kept.add(point);
            }
        }
        return kept.size() >= 3 ? kept : points;
    }
}
