// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// An ellipsoid by its centre and three perpendicular half axes (mm, any direction).
public record Ellipsoid(PatientPoint center, PatientVector a, PatientVector b, PatientVector c)
        implements Body {

    public Ellipsoid {
        double box = a.length() * b.length() * c.length();
        if (!(box > 0 && Math.abs(a.cross(b).dot(c)) > (1 - 1e-9) * box)) {
            throw new IllegalArgumentException(
                    "half axes are perpendicular: " + a + " " + b + " " + c);
        }
    }

    public static Ellipsoid upright(PatientPoint center, double x, double y, double z) {
        return new Ellipsoid(
                center,
                PatientVector.LEFT.times(x),
                PatientVector.POSTERIOR.times(y),
                PatientVector.HEAD.times(z));
    }

    /// With its third half axis, of length `z`, along `axis`, and its first as near to the patient's left as that lets.
    public static Ellipsoid along(
            PatientPoint center, PatientVector axis, double x, double y, double z) {
        PatientVector up = axis.unit();
        PatientVector left = PatientVector.LEFT.minus(up.times(up.dot(PatientVector.LEFT))).unit();
        return new Ellipsoid(center, left.times(x), up.cross(left).unit().times(y), up.times(z));
    }

    public static Ellipsoid sphere(PatientPoint center, double radiusMm) {
        return upright(center, radiusMm, radiusMm, radiusMm);
    }

    @Override
    public double signedDistance(double x, double y, double z) {
        double px = x - center.x();
        double py = y - center.y();
        double pz = z - center.z();
        double aa = a.dot(a);
        double bb = b.dot(b);
        double cc = c.dot(c);
        double u = (a.x() * px + a.y() * py + a.z() * pz) / aa;
        double v = (b.x() * px + b.y() * py + b.z() * pz) / bb;
        double w = (c.x() * px + c.y() * py + c.z() * pz) / cc;
        double k = Math.sqrt(u * u + v * v + w * w);
        double slope = Math.sqrt(u * u / aa + v * v / bb + w * w / cc);
        return slope > 0 ? k * (k - 1) / slope : -shortest();
    }

    @Override
    public double clearance(double x, double y, double z) {
        double px = x - center.x();
        double py = y - center.y();
        double pz = z - center.z();
        double u = (a.x() * px + a.y() * py + a.z() * pz) / a.dot(a);
        double v = (b.x() * px + b.y() * py + b.z() * pz) / b.dot(b);
        double w = (c.x() * px + c.y() * py + c.z() * pz) / c.dot(c);
        return (Math.sqrt(u * u + v * v + w * w) - 1) * shortest();
    }

    private double shortest() {
        return Math.min(a.length(), Math.min(b.length(), c.length()));
    }

    @Override
    public Bounds bounds() {
        return Bounds.around(
                center,
                Math.sqrt(a.x() * a.x() + b.x() * b.x() + c.x() * c.x()),
                Math.sqrt(a.y() * a.y() + b.y() * b.y() + c.y() * c.y()),
                Math.sqrt(a.z() * a.z() + b.z() * b.z() + c.z() * c.z()));
    }

    @Override
    public OptionalDouble volumeMl() {
        return OptionalDouble.of(4 / 3.0 * Math.PI * a.length() * b.length() * c.length() / 1000);
    }
}
