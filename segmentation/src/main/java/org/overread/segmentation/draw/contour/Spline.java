// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;

/// A closed curve through handles that people move: a centripetal Catmull-Rom spline, which passes through every handle,
/// follows only the two on either side, and makes no loops or cusps between two of them. Immutable.
///
/// Two handles that are nearer than a micrometre count as one.
public record Spline(PlaneFrame plane, List<PlanePoint> handles) {
    private static final double STEP_MM = 0.25;
    private static final int FEWEST_STEPS = 4;
    private static final int MOST_STEPS = 64;
    private static final double SAME_MM = 1e-3;

    public Spline {
        handles = List.copyOf(handles);
    }

    /// With a handle elsewhere.
    public Spline moved(int handle, PlanePoint to) {
        var list = new ArrayList<>(handles);
        list.set(handle, to);
        return new Spline(plane, list);
    }

    /// With one more handle, after so many others.
    public Spline inserted(int place, PlanePoint handle) {
        var list = new ArrayList<>(handles);
        list.add(place, handle);
        return new Spline(plane, list);
    }

    public Spline without(int handle) {
        var list = new ArrayList<>(handles);
        list.remove(handle);
        return new Spline(plane, list);
    }

    /// The curve in pieces of a quarter of a millimetre or so; refused where there are fewer than three handles.
    public Contour.Closing toContour() {
        List<PlanePoint> distinct = distinct();
        var points = new ArrayList<PlanePoint>();
        int count = distinct.size();
        for (int n = 0; n < count; n++) {
            PlanePoint from = distinct.get(n);
            PlanePoint to = distinct.get((n + 1) % count);
            double steps = Math.ceil(from.distanceTo(to) / STEP_MM);
            int pieces = count < 3 ? 1 : (int) Math.clamp(steps, FEWEST_STEPS, MOST_STEPS);
            for (int s = 0; s < pieces; s++) {
                points.add(s == 0 ? from : at(distinct, n, s / (double) pieces));
            }
        }
        return Contour.close(plane, points);
    }

    private List<PlanePoint> distinct() {
        var distinct = new ArrayList<PlanePoint>();
        for (PlanePoint handle : handles) {
            if (distinct.isEmpty() || distinct.getLast().distanceTo(handle) > SAME_MM) {
                distinct.add(handle);
            }
        }
        while (distinct.size() > 1
                && distinct.getLast().distanceTo(distinct.getFirst()) <= SAME_MM) {
            distinct.removeLast();
        }
        return distinct;
    }

    /// A share of the way from handle `n` to the next, by Barry and Goldman's pyramid.
    private static PlanePoint at(List<PlanePoint> handles, int n, double share) {
        int count = handles.size();
        PlanePoint a = handles.get((n + count - 1) % count);
        PlanePoint b = handles.get(n);
        PlanePoint c = handles.get((n + 1) % count);
        PlanePoint d = handles.get((n + 2) % count);
        double ta = 0;
        double tb = ta + Math.sqrt(a.distanceTo(b));
        double tc = tb + Math.sqrt(b.distanceTo(c));
        double td = tc + Math.sqrt(c.distanceTo(d));
        double t = tb + share * (tc - tb);
        PlanePoint ab = a.towards(b, (t - ta) / (tb - ta));
        PlanePoint bc = b.towards(c, (t - tb) / (tc - tb));
        PlanePoint cd = c.towards(d, (t - tc) / (td - tc));
        PlanePoint abc = ab.towards(bc, (t - ta) / (tc - ta));
        PlanePoint bcd = bc.towards(cd, (t - tb) / (td - tb));
        return abc.towards(bcd, (t - tb) / (tc - tb));
    }
}
