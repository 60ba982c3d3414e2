// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.List;
import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.slice.grid.SlabSteps;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// The slices that a person steps through along the normal of a picture: those of the acquired grid, by their true
/// positions, where the picture is parallel to one of its planes; otherwise planes as far apart as is possible without
/// skipping a sample. Offsets are millimetres along the normal from the patient origin.
public sealed interface SliceAxis {
    /// Planes that differ by less than this, half a millimetre over a patient's length, are parallel (a cosine).
    double PARALLEL = 1 - 1e-6;

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
        if (isAlong(geometry.normal(), normal)) {
            return new Acquired(geometry, normal);
        }
        List<GridCell> cells = GridCell.of(geometry);
        GridCell first = cells.getFirst();
        // uneven slices part a picture across them, unless one lies straight above the other
        if (cells.stream().allMatch(first::hasInSliceGradientsOf)) {
            if (isAlong(first.gradientI(), normal)) {
                return even(normal, geometry, first.gradientI(), geometry.size().i());
            }
            if (isAlong(first.gradientJ(), normal)) {
                return even(normal, geometry, first.gradientJ(), geometry.size().j());
            }
        }
        return oblique(normal, geometry, cells);
    }

    private static boolean isAlong(PatientVector gradient, PatientVector normal) {
        return Math.abs(gradient.unit().dot(normal)) > PARALLEL;
    }

    private static SliceAxis even(
            PatientVector normal, VolumeGeometry geometry, PatientVector gradient, int count) {
        double start = geometry.origin().from(PatientPoint.ORIGIN).dot(normal);
        return new Even(normal, start, 1 / gradient.dot(normal), count);
    }

    private static SliceAxis oblique(
            PatientVector normal, VolumeGeometry geometry, List<GridCell> cells) {
        var extent = Fit.Extent.of(geometry, PatientPoint.ORIGIN, normal);
        double step = 1 / SlabSteps.steepest(cells, normal);
        int count = Math.max(1, (int) Math.round(extent.length() / step));
        double first = extent.low() + (extent.length() - (count - 1) * step) / 2;
        return new Oblique(normal, first, step, count);
    }
}
