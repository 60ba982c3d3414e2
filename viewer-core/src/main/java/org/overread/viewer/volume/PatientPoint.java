// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// A position in millimetres in the DICOM patient frame: x to the left, y to the back, z to the head (LPS).
public record PatientPoint(double x, double y, double z) {
    public static final PatientPoint ORIGIN = new PatientPoint(0, 0, 0);

    public PatientPoint plus(PatientVector displacement) {
        return new PatientPoint(x + displacement.x(), y + displacement.y(), z + displacement.z());
    }

    /// The displacement that leads from `start` here.
    public PatientVector from(PatientPoint start) {
        return new PatientVector(x - start.x, y - start.y, z - start.z);
    }

    /// Millimetres.
    public double distanceTo(PatientPoint other) {
        return from(other).length();
    }

    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
