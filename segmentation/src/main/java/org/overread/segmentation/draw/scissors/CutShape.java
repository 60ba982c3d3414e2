// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.scissors;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;

/// The outlines that scissors cut along; a free one is [Contour#close].
public final class CutShape {
    private static final int CORNERS = 256; // of an ellipse: within a ten thousandth of its radius

    private CutShape() {}

    /// The box between two opposite corners; refused where it has no width or no height.
    public static Contour.Closing box(PlaneFrame plane, PlanePoint a, PlanePoint b) {
        return Contour.close(
                plane, List.of(a, new PlanePoint(b.u(), a.v()), b, new PlanePoint(a.u(), b.v())));
    }

    /// The ellipse that fills the box between two opposite corners.
    public static Contour.Closing ellipse(PlaneFrame plane, PlanePoint a, PlanePoint b) {
        PlanePoint middle = a.towards(b, 0.5);
        double halfU = (b.u() - a.u()) / 2;
        double halfV = (b.v() - a.v()) / 2;
        var points = new ArrayList<PlanePoint>();
        for (int n = 0; n < CORNERS; n++) {
            double turn = 2 * Math.PI * n / CORNERS;
            points.add(
                    new PlanePoint(
                            middle.u() + halfU * Math.cos(turn),
                            middle.v() + halfV * Math.sin(turn)));
        }
        return Contour.close(plane, points);
    }

    /// The circle around a middle through a place.
    public static Contour.Closing circle(PlaneFrame plane, PlanePoint middle, PlanePoint rim) {
        double r = middle.distanceTo(rim);
        return ellipse(
                plane,
                new PlanePoint(middle.u() - r, middle.v() - r),
                new PlanePoint(middle.u() + r, middle.v() + r));
    }
}
