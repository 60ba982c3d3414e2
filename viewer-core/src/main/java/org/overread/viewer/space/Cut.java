// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Takes away what lies on the side of a plane that `away` points to.
public record Cut(PatientPoint at, PatientVector away) {
    public Cut {
        away = away.unit();
    }

    boolean removes(double x, double y, double z) {
        return (x - at.x()) * away.x() + (y - at.y()) * away.y() + (z - at.z()) * away.z() > 0;
    }
}
