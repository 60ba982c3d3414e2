// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// What a person has put into the patient to measure with: points in millimetres of the patient, so that it means the same
/// on every plane, every series of the frame of reference and every screen. Immutable; any thread.
///
/// Its points are its handles: a measure is rebuilt from its kind and its points, and changed by moving one of them.
public sealed interface Measure permits Ruler, Region, Marking {

    MeasureKind kind();

    /// The handles, in the order in which they were put down.
    List<PatientPoint> points();

    /// After a handle was drawn elsewhere; what has to stay straight, perpendicular or round stays so.
    Measure withPoint(int handle, PatientPoint to);

    /// The whole elsewhere.
    default Measure moved(PatientVector by) {
        return kind().of(points().stream().map(p -> p.plus(by)).toList());
    }

    /// Where its name stands and where a list leads to.
    default PatientPoint middle() {
        PatientVector sum = new PatientVector(0, 0, 0);
        for (PatientPoint p : points()) {
            sum = sum.plus(p.from(PatientPoint.ORIGIN));
        }
        return PatientPoint.ORIGIN.plus(sum.times(1.0 / points().size()));
    }

    /// A copy of a list with another point.
    static List<PatientPoint> replaced(List<PatientPoint> points, int at, PatientPoint by) {
        var copy = new ArrayList<>(points);
        copy.set(at, by);
        return List.copyOf(copy);
    }

    /// Half way.
    static PatientPoint between(PatientPoint a, PatientPoint b) {
        return a.plus(b.from(a).times(0.5));
    }
}
