// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A plane that somebody draws on: `u` and `v` are perpendicular unit vectors in it, all in millimetres of the patient.
/// It may lie anywhere to the grid of a volume.
public record PlaneFrame(PatientPoint origin, PatientVector u, PatientVector v) {
    private static final double TOLERANCE = 1e-6;

    public PlaneFrame {
        if (!origin.isFinite()) {
            throw new IllegalArgumentException("a plane through " + origin);
        }
        boolean unit = Math.abs(u.length() - 1) < TOLERANCE && Math.abs(v.length() - 1) < TOLERANCE;
        if (!unit || !(Math.abs(u.dot(v)) < TOLERANCE)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "axes of a plane are perpendicular and of length 1: " + u + " " + v);
        }
    }

    /// Perpendicular to the plane, of length 1.
    public PatientVector normal() {
        return u.cross(v).unit();
    }

    /// The foot of the perpendicular from a place in the patient.
    public PlanePoint toPlane(PatientPoint p) {
        PatientVector from = p.from(origin);
        return new PlanePoint(from.dot(u), from.dot(v));
    }

    public PatientPoint toPatient(PlanePoint p) {
        return origin.plus(u.times(p.u())).plus(v.times(p.v()));
    }

    /// Millimetres from the plane, positive along its normal.
    public double heightOf(PatientPoint p) {
        return p.from(origin).dot(normal());
    }

    /// The parallel plane so many millimetres along the normal.
    public PlaneFrame moved(double mm) {
        return new PlaneFrame(origin.plus(normal().times(mm)), u, v);
    }
}
