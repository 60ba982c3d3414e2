// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A part of a plane within the rectangle of two perpendicular half axes.
interface FlatPart {
    PatientPoint center();

    /// One half axis, mm.
    PatientVector a();

    /// The other, perpendicular to the first, mm.
    PatientVector b();

    /// Whether a place of the plane is inside, by its share of either half axis; the rim is inside.
    boolean holds(double shareOfA, double shareOfB);
}
