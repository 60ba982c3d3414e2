// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

import org.overread.viewer.formats.header.Axes;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A rotation as NIfTI writes it: b, c, d of a unit quaternion whose a is not negative.
record Quaternion(double b, double c, double d) {

    /// The images of the x, y and z unit vectors.
    record Axes(PatientVector x, PatientVector y, PatientVector z) {}

    private double a() {
        return Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
    }

    double squaredLength() {
        return b * b + c * c + d * d;
    }

    /// With length 1 where rounding made b, c and d a little longer than that.
    Quaternion shortened() {
        double length = Math.sqrt(squaredLength());
        return length > 1 ? new Quaternion(b / length, c / length, d / length) : this;
    }

    /// The grid whose axes this rotation makes of x, y and z; `senseK` is 1 or -1, the rest millimetres.
    GridFrame frame(PatientPoint origin, double stepI, double stepJ, double stepK, int senseK) {
        Axes turned = shortened().axes();
        return new GridFrame(
                origin,
                turned.x.times(stepI),
                turned.y.times(stepJ),
                turned.z.times(stepK * senseK));
    }

    Axes axes() {
        double a = a();
        return new Axes(
                new PatientVector(
                        a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)),
                new PatientVector(
                        2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)),
                new PatientVector(
                        2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c));
    }

    /// The rotation that makes these axes, which are perpendicular, of length 1 and right-handed.
    ///
    /// Starts from the largest of the four components, whose square root is the best conditioned.
    static Quaternion of(Axes axes) {
        PatientVector x = axes.x();
        PatientVector y = axes.y();
        PatientVector z = axes.z();
        double aa = 1 + x.x() + y.y() + z.z(); // four times the square of a, and so on
        double bb = 1 + x.x() - y.y() - z.z();
        double cc = 1 - x.x() + y.y() - z.z();
        double dd = 1 - x.x() - y.y() + z.z();
        double largest = Math.max(Math.max(aa, bb), Math.max(cc, dd));
        double half = 0.5 / Math.sqrt(largest);
        double a;
        Quaternion q;
        if (largest == aa) {
            a = aa * half;
            q =
                    new Quaternion(
                            (y.z() - z.y()) * half, (z.x() - x.z()) * half, (x.y() - y.x()) * half);
        } else if (largest == bb) {
            a = (y.z() - z.y()) * half;
            q = new Quaternion(bb * half, (x.y() + y.x()) * half, (z.x() + x.z()) * half);
        } else if (largest == cc) {
            a = (z.x() - x.z()) * half;
            q = new Quaternion((x.y() + y.x()) * half, cc * half, (y.z() + z.y()) * half);
        } else {
            a = (x.y() - y.x()) * half;
            q = new Quaternion((z.x() + x.z()) * half, (y.z() + z.y()) * half, dd * half);
        }
        return a < 0 ? new Quaternion(-q.b, -q.c, -q.d) : q;
    }
}
