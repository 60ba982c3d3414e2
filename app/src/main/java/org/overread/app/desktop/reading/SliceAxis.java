// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import org.overread.viewer.slice.Fit;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// The slices that a person steps through along the normal of a pane: those of the acquired grid where the pane is
/// parallel to one of its planes, otherwise evenly spaced planes as far apart as the grid's samples are along the
/// normal. Offsets are millimetres along the normal from the patient origin.
public sealed interface SliceAxis {

    int count();

    double offsetAt(double index);

    double indexAt(PatientPoint point);

    /// The whole index nearest to the plane through `point`.
    default int nearest(PatientPoint point) {
        return (int) Math.clamp(Math.rint(indexAt(point)), 0, count() - 1.0);
    }

    /// `point` moved along the normal onto a slice; beyond the ends the outermost slice.
    default PatientPoint onSlice(PatientPoint point, int index) {
        double target = offsetAt(Math.clamp(index, 0, count() - 1));
        return point.plus(normal().times(target - point.from(PatientPoint.ORIGIN).dot(normal())));
    }

    PatientVector normal();

    /// What a pane shows for a cursor at `point`: the nearest slice as it was acquired, never a blend of two; the very
    /// plane through the point where there are no acquired slices along the normal.
    default PatientPoint shownFor(PatientPoint point) {
        return onSlice(point, nearest(point));
    }

    /// The slices as they were acquired; their distances may differ.
    record Acquired(VolumeGeometry geometry, PatientVector normal) implements SliceAxis {
        @Override
        public int count() {
            return geometry.size().k();
        }

        @Override
        public double offsetAt(double index) {
            return geometry.slices().originAt(index).from(PatientPoint.ORIGIN).dot(normal);
        }

        @Override
        public double indexAt(PatientPoint point) {
            return geometry.sliceIndexAt(point);
        }
    }

    /// Planes of columns or rows, `stepMm` apart along the normal; the step is negative where the index grows against the normal.
    record Even(PatientVector normal, double startMm, double stepMm, int count)
            implements SliceAxis {
        @Override
        public double offsetAt(double index) {
            return startMm + index * stepMm;
        }

        @Override
        public double indexAt(PatientPoint point) {
            return (point.from(PatientPoint.ORIGIN).dot(normal) - startMm) / stepMm;
        }
    }

    /// Planes across the grid, `stepMm` apart.
    record Oblique(PatientVector normal, double startMm, double stepMm, int count)
            implements SliceAxis {
        @Override
        public double offsetAt(double index) {
            return startMm + index * stepMm;
        }

        @Override
        public double indexAt(PatientPoint point) {
            return (point.from(PatientPoint.ORIGIN).dot(normal) - startMm) / stepMm;
        }

        @Override
        public PatientPoint shownFor(PatientPoint point) {
            return point;
        }
    }

    static SliceAxis along(PatientVector normal, VolumeGeometry geometry) {
        if (parallel(normal, geometry.normal())) {
            return new Acquired(geometry, normal);
        }
        double start = geometry.origin().from(PatientPoint.ORIGIN).dot(normal);
        if (geometry.slices() instanceof SliceStack.Even(_, PatientVector step)) {
            if (parallel(normal, geometry.jStep().cross(step).unit())) {
                return new Even(normal, start, geometry.iStep().dot(normal), geometry.size().i());
            }
            if (parallel(normal, geometry.iStep().cross(step).unit())) {
                return new Even(normal, start, geometry.jStep().dot(normal), geometry.size().j());
            }
        }
        return oblique(normal, geometry);
    }

    private static boolean parallel(PatientVector a, PatientVector b) {
        return Math.abs(a.dot(b)) > 1 - 1e-6;
    }

    private static SliceAxis oblique(PatientVector normal, VolumeGeometry geometry) {
        var extent = Fit.Extent.of(geometry, PatientPoint.ORIGIN, normal);
        double i = normal.dot(geometry.iStep().unit()) / geometry.spacingI();
        double j = normal.dot(geometry.jStep().unit()) / geometry.spacingJ();
        double k = normal.dot(geometry.normal()) / geometry.spacingK();
        double step = 1 / Math.sqrt(i * i + j * j + k * k);
        int count = Math.max(1, (int) Math.round(extent.length() / step));
        double first = extent.low() + (extent.length() - (count - 1) * step) / 2;
        return new Oblique(normal, first, step, count);
    }
}
