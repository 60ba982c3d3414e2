// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.sort;

import java.util.List;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.frame.Plane;
import org.overread.viewer.volume.PatientPoint;

/// How far slices of an even stack may lie from their places because of how their headers write positions.
final class Rounding {
    /// Always granted: writers compute in single precision.
    private static final double LEAST_MM = 0.01;

    /// Of the slice distance, at most. One missing slice of three moves the one between by half a distance.
    private static final double MOST = 0.25;

    private Rounding() {}

    /// A position of d decimals is half a unit of the last one from the truth, and so are the ends of the stack that it
    /// is measured by: a unit for each coordinate that changes. Whole numbers are taken at their word, as a writer that
    /// leaves out zeros cannot be told from one that rounds to millimetres.
    static double toleranceMm(List<Frame> frames) {
        List<Plane> planes = frames.stream().map(frame -> frame.plane().orElseThrow()).toList();
        int decimals = planes.stream().mapToInt(Plane::decimals).max().orElse(0);
        if (decimals == 0 || planes.size() < 2) {
            return LEAST_MM;
        }
        PatientPoint first = planes.getFirst().origin();
        PatientPoint last = planes.getLast().origin();
        int changing =
                (first.x() == last.x() ? 0 : 1)
                        + (first.y() == last.y() ? 0 : 1)
                        + (first.z() == last.z() ? 0 : 1);
        double distance = last.distanceTo(first) / (planes.size() - 1);
        double rounded = Math.sqrt(changing) * Math.pow(10, -decimals);
        return Math.max(LEAST_MM, Math.min(rounded, MOST * distance));
    }
}
