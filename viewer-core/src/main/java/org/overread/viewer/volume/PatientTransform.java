// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// An affine map of patient positions, millimetres to millimetres: `x`, `y` and `z` are where the unit vectors go,
/// `shift` is where the origin goes.
public record PatientTransform(
        PatientVector x, PatientVector y, PatientVector z, PatientVector shift) {
    public static final PatientTransform IDENTITY =
            new PatientTransform(
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    PatientVector.HEAD,
                    new PatientVector(0, 0, 0));

    public PatientTransform {
        if (!x.isFinite() || !y.isFinite() || !z.isFinite() || !shift.isFinite()) {
            throw new IllegalArgumentException("a map that is not finite");
        }
        double volume = x.dot(y.cross(z));
        if (!(Math.abs(volume) > 1e-9 * x.length() * y.length() * z.length())) {
            throw new IllegalArgumentException(
                    "a map that flattens space: %s %s %s".formatted(x, y, z));
        }
    }

    public PatientVector apply(PatientVector v) {
        return x.times(v.x()).plus(y.times(v.y())).plus(z.times(v.z()));
    }

    public PatientPoint apply(PatientPoint p) {
        return PatientPoint.ORIGIN.plus(apply(p.from(PatientPoint.ORIGIN))).plus(shift);
    }

    public PatientTransform inverse() {
        double volume = x.dot(y.cross(z));
        PatientVector a = y.cross(z).times(1 / volume);
        PatientVector b = z.cross(x).times(1 / volume);
        PatientVector c = x.cross(y).times(1 / volume);
        PatientVector back = new PatientVector(a.dot(shift), b.dot(shift), c.dot(shift)).negated();
        return new PatientTransform(
                new PatientVector(a.x(), b.x(), c.x()),
                new PatientVector(a.y(), b.y(), c.y()),
                new PatientVector(a.z(), b.z(), c.z()),
                back);
    }

    /// Whether lengths and angles stay as they are, to a millionth.
    public boolean isRigid() {
        return Math.abs(x.length() - 1) < 1e-6
                && Math.abs(y.length() - 1) < 1e-6
                && Math.abs(z.length() - 1) < 1e-6
                && Math.abs(x.dot(y)) < 1e-6
                && Math.abs(y.dot(z)) < 1e-6
                && Math.abs(z.dot(x)) < 1e-6
                && x.dot(y.cross(z)) > 0;
    }
}
