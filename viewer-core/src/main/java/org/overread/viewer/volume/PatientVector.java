// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// A displacement or a direction in the DICOM patient frame (LPS), millimetres.
public record PatientVector(double x, double y, double z) {
    public static final PatientVector LEFT = new PatientVector(1, 0, 0);
    public static final PatientVector POSTERIOR = new PatientVector(0, 1, 0);
    public static final PatientVector HEAD = new PatientVector(0, 0, 1);

    public PatientVector plus(PatientVector other) {
        return new PatientVector(x + other.x, y + other.y, z + other.z);
    }

    public PatientVector minus(PatientVector other) {
        return new PatientVector(x - other.x, y - other.y, z - other.z);
    }

    public PatientVector times(double factor) {
        return new PatientVector(x * factor, y * factor, z * factor);
    }

    public PatientVector negated() {
        return times(-1);
    }

    public double dot(PatientVector other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public PatientVector cross(PatientVector other) {
        return new PatientVector(
                y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /// Millimetres.
    public double length() {
        return Math.sqrt(dot(this));
    }

    /// The same direction with length 1.
    public PatientVector unit() {
        double length = length();
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) { // negated: NaN is refused too
            throw new IllegalArgumentException("no direction in " + this);
        }
        return times(1 / length);
    }

    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
