// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.List;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.draw.RowSpan;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// Which slices, and which lines of each, can have voxels in a slab that outlines enclose: no fewer than there are.
record LineReach(
        VolumeGeometry geometry,
        RowSpan slices,
        PatientVector dual,
        double low,
        double high,
        int size) {

    /// `across` is the step from line to line: the grid's along i or along j.
    static LineReach of(
            VolumeGeometry geometry, List<Contour> contours, PlaneSlab slab, PatientVector across) {
        boolean lineIsRow = across.equals(geometry.jStep());
        int lines = lineIsRow ? geometry.size().j() : geometry.size().i();
        double reach = slab.reachMm();
        if (!Double.isFinite(reach)) {
            return new LineReach(
                    geometry,
                    new RowSpan(0, geometry.size().k() - 1),
                    geometry.dualJ(),
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    lines);
        }
        PatientVector up = contours.getFirst().plane().normal().times(reach);
        PatientVector dual = lineIsRow ? geometry.dualJ() : geometry.dualI();
        double more = Math.abs(up.dot(dual));
        double lowK = Double.POSITIVE_INFINITY;
        double highK = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Contour contour : contours) {
            for (PlanePoint point : contour.points()) {
                PatientPoint p = contour.plane().toPatient(point);
                double a = geometry.sliceIndexAt(p.plus(up));
                double b = geometry.sliceIndexAt(p.plus(up.negated()));
                lowK = Math.min(lowK, Math.min(a, b));
                highK = Math.max(highK, Math.max(a, b));
                double at = dual.dot(p.from(PatientPoint.ORIGIN));
                low = Math.min(low, at - more);
                high = Math.max(high, at + more);
            }
        }
        RowSpan slices = RowSpan.within(lowK, highK, geometry.size().k());
        return new LineReach(geometry, slices, dual, low, high, lines);
    }

    /// The lines of a slice.
    RowSpan lines(int k) {
        double shift = dual.dot(geometry.slices().originAt(k).from(PatientPoint.ORIGIN));
        return RowSpan.within(Math.max(-1e9, low - shift), Math.min(1e9, high - shift), size);
    }
}
