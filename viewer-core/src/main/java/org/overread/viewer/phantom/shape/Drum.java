// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;

/// An upright cylinder with an elliptic section and rounded rims: half axes `x` and `y`, half height `z` (mm).
public record Drum(PatientPoint center, double x, double y, double z, double rounding)
        implements Body {

    public Drum {
        if (!(rounding >= 0 && rounding <= Math.min(x, Math.min(y, z)) && z > 0)) {
            throw new IllegalArgumentException(
                    "a drum of %s x %s x %s rounded by %s".formatted(x, y, z, rounding));
        }
    }

    @Override
    public double signedDistance(double px, double py, double pz) {
        double u = (px - center.x()) / x;
        double v = (py - center.y()) / y;
        double k = Math.sqrt(u * u + v * v);
        double slope = Math.sqrt(u * u / (x * x) + v * v / (y * y));
        return rounded(slope > 0 ? k * (k - 1) / slope : -Math.min(x, y), pz);
    }

    @Override
    public double clearance(double px, double py, double pz) {
        double u = (px - center.x()) / x;
        double v = (py - center.y()) / y;
        double across = (Math.sqrt(u * u + v * v) - 1) * Math.min(x, y);
        double sharp = Math.max(across, Math.abs(pz - center.z()) - z);
        // inside, the rounded rim comes nearer than the sharp one
        return sharp > 0 ? sharp : Math.min(0, sharp + rounding);
    }

    private double rounded(double across, double pz) {
        double q = across + rounding;
        double h = Math.abs(pz - center.z()) - z + rounding;
        double corner = q > 0 && h > 0 ? Math.sqrt(q * q + h * h) : Math.max(0, Math.max(q, h));
        return Math.min(Math.max(q, h), 0) + corner - rounding;
    }

    @Override
    public Bounds bounds() {
        return Bounds.around(center, x, y, z);
    }

    /// Known for sharp rims.
    @Override
    public OptionalDouble volumeMl() {
        return rounding == 0
                ? OptionalDouble.of(2 * Math.PI * x * y * z / 1000)
                : OptionalDouble.empty();
    }
}
