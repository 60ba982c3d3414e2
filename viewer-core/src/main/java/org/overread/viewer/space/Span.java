// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// From where to where a ray is of interest; millimetres. One thread; reused.
final class Span {
    double from;
    double to;

    void all() {
        from = Double.NEGATIVE_INFINITY;
        to = Double.POSITIVE_INFINITY;
    }

    boolean isEmpty() {
        return !(from < to);
    }

    /// Keeps where `start + t · perMm` lies between the two.
    void keep(double start, double perMm, double low, double high) {
        if (Math.abs(perMm) < 1e-12) {
            if (start < low || start >= high) {
                to = Double.NEGATIVE_INFINITY;
            }
            return;
        }
        double one = (low - start) / perMm;
        double other = (high - start) / perMm;
        from = Math.max(from, Math.min(one, other));
        to = Math.min(to, Math.max(one, other));
    }

    /// Takes away what cuts take away.
    void cut(List<Cut> cuts, PatientPoint origin, PatientVector deep) {
        for (Cut cut : cuts) {
            keep(
                    origin.from(cut.at()).dot(cut.away()),
                    deep.dot(cut.away()),
                    Double.NEGATIVE_INFINITY,
                    0);
        }
    }
}
