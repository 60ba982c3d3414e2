// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Where a header places an image: the centre of its first sample and the unit vectors along a row and a column.
/// `decimals` is how many digits behind the point the header writes of the position.
public record Plane(PatientPoint origin, PatientVector row, PatientVector column, int decimals) {

    /// The same image, moved.
    public Plane at(PatientPoint other) {
        return new Plane(other, row, column, decimals);
    }

    public PatientVector normal() {
        return row.cross(column).unit();
    }

    public boolean isParallelTo(Plane other, double tolerance) {
        return row.minus(other.row).length() <= tolerance
                && column.minus(other.column).length() <= tolerance;
    }
}
