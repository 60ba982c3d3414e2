// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import org.overread.app.desktop.reading.PaneState;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.Region;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// How far a measure reaches to either side of a pane's plane, in slices of the pane.
record Reach(double low, double high) {

    /// How a measure belongs to a plane.
    enum Standing {
        /// It lies on the plane, within half a slice.
        ON,
        /// It crosses the plane, or is little more than a slice away.
        NEAR,
        AWAY
    }

    private static final double ON = 0.5 + 1e-6;
    private static final double NEAR = 1.5 + 1e-6;

    static Reach of(Measure measure, PaneState shown) {
        SlicePlane plane = shown.plane();
        PatientVector normal = plane.normal();
        double sliceMm = sliceMm(shown);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        switch (measure) {
            case Region.Sphere ball -> {
                return ball(ball.center(), ball.radiusMm(), plane, sliceMm);
            }
            case Marking.Landmark landmark -> {
                return ball(landmark.at(), landmark.radiusMm(), plane, sliceMm);
            }
            case Marking.SolidBox box -> {
                double middle = box.center().from(plane.center()).dot(normal);
                double part = 0;
                for (PatientVector axis : box.axes()) {
                    part += Math.abs(axis.dot(normal));
                }
                // every plane through a box shows what it holds
                low = Math.abs(middle) <= part ? 0 : middle - part;
                high = Math.abs(middle) <= part ? 0 : middle + part;
            }
            case Region.Ellipse ellipse -> {
                double middle = ellipse.center().from(plane.center()).dot(normal);
                double part = Math.hypot(ellipse.a().dot(normal), ellipse.b().dot(normal));
                low = middle - part;
                high = middle + part;
            }
            default -> {
                for (PatientPoint p : measure.points()) {
                    double mm = p.from(plane.center()).dot(normal);
                    low = Math.min(low, mm);
                    high = Math.max(high, mm);
                }
            }
        }
        return new Reach(low / sliceMm, high / sliceMm);
    }

    /// No ball lies in a plane: it belongs to the one that its middle lies on.
    private static Reach ball(
            PatientPoint center, double radiusMm, SlicePlane plane, double sliceMm) {
        double middle = center.from(plane.center()).dot(plane.normal());
        double part = Math.abs(middle) <= sliceMm * ON ? 0 : radiusMm;
        return new Reach((middle - part) / sliceMm, (middle + part) / sliceMm);
    }

    /// From one slice of a pane to the next.
    static double sliceMm(PaneState shown) {
        SliceAxis slices = shown.slices();
        double here = slices.indexAt(shown.plane().center());
        return Math.max(1e-3, Math.abs(slices.offsetAt(here + 0.5) - slices.offsetAt(here - 0.5)));
    }

    Standing standing() {
        if (low >= -ON && high <= ON) {
            return Standing.ON;
        }
        return low <= NEAR && high >= -NEAR ? Standing.NEAR : Standing.AWAY;
    }
}
