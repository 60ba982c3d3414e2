// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Optional;
import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.slice.grid.SlabSteps;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// How planes of one direction step through a volume: from slice to slice where they lie along the acquired grid, by
/// their true positions when these are uneven; otherwise by the longest step that skips no voxel.
///
/// Steps lead along the plane's normal, so what lies under a pixel moves straight in and out of the screen, and end
/// at the volume's ends.
public sealed interface Stepping {
    /// Planes that differ by less than this, half a millimetre over a patient's length, are parallel (a cosine).
    double PARALLEL = 1 - 1e-7;

    static Stepping of(VolumeGeometry geometry, SlicePlane plane) {
        PatientVector normal = plane.normal();
        if (Math.abs(normal.dot(geometry.normal())) > PARALLEL) {
            return new AlongSlices(geometry);
        }
        GridCell cell = GridCell.of(geometry).getFirst();
        GridSize size = geometry.size();
        boolean straight = GridCell.of(geometry).stream().allMatch(cell::hasInSliceGradientsOf);
        if (straight && isAlong(cell.gradientI(), normal)) {
            return new AlongIndex(geometry, cell.gradientI(), size.i());
        }
        if (straight && isAlong(cell.gradientJ(), normal)) {
            return new AlongIndex(geometry, cell.gradientJ(), size.j());
        }
        return new Oblique(geometry);
    }

    private static boolean isAlong(PatientVector gradient, PatientVector normal) {
        return Math.abs(gradient.unit().dot(normal)) > PARALLEL;
    }

    /// The plane `steps` further into the screen, or nearer when negative.
    SlicePlane step(SlicePlane plane, int steps);

    /// Which slice the plane shows; empty where its direction is not one of the grid's.
    Optional<SliceNumber> number(SlicePlane plane);

    /// The plane moved onto a slice; a plane that has no slices stays where it is.
    SlicePlane toSlice(SlicePlane plane, int number);

    /// Through the acquired slices.
    record AlongSlices(VolumeGeometry geometry) implements Stepping {
        @Override
        public SlicePlane step(SlicePlane plane, int steps) {
            double sense = Math.signum(plane.normal().dot(geometry.normal()) * stackSense());
            double at = geometry.sliceIndexAt(plane.center());
            return at(plane, GridStep.from(at, steps * (int) sense, geometry.size().k()));
        }

        /// 1 where slices ascend along the geometry's normal, else -1.
        private double stackSense() {
            return Math.signum(geometry.kStep(0).dot(geometry.normal()));
        }

        @Override
        public Optional<SliceNumber> number(SlicePlane plane) {
            return GridStep.number(geometry.sliceIndexAt(plane.center()), geometry.size().k());
        }

        @Override
        public SlicePlane toSlice(SlicePlane plane, int number) {
            return at(plane, Math.clamp(number - 1, 0, geometry.size().k() - 1));
        }

        private SlicePlane at(SlicePlane plane, int k) {
            double mm = geometry.slices().originAt(k).from(plane.center()).dot(plane.normal());
            return plane.withCenter(plane.center().plus(plane.normal().times(mm)));
        }
    }

    /// Through the columns or the rows of all slices, whose index grows by `gradient`.
    record AlongIndex(VolumeGeometry geometry, PatientVector gradient, int count)
            implements Stepping {
        @Override
        public SlicePlane step(SlicePlane plane, int steps) {
            int sense = plane.normal().dot(gradient) > 0 ? 1 : -1;
            return at(plane, GridStep.from(index(plane), steps * sense, count));
        }

        private double index(SlicePlane plane) {
            return gradient.dot(plane.center().from(geometry.origin()));
        }

        @Override
        public Optional<SliceNumber> number(SlicePlane plane) {
            return GridStep.number(index(plane), count);
        }

        @Override
        public SlicePlane toSlice(SlicePlane plane, int number) {
            return at(plane, Math.clamp(number - 1, 0, count - 1));
        }

        private SlicePlane at(SlicePlane plane, int index) {
            double mm = (index - index(plane)) / gradient.dot(plane.normal());
            return plane.withCenter(plane.center().plus(plane.normal().times(mm)));
        }
    }

    /// Through the volume by a length.
    record Oblique(VolumeGeometry geometry) implements Stepping {
        @Override
        public SlicePlane step(SlicePlane plane, int steps) {
            PatientVector normal = plane.normal();
            double stepMm = 1 / SlabSteps.steepest(GridCell.of(geometry), normal);
            Fit.Extent extent = Fit.Extent.of(geometry, plane.center(), normal);
            // a plane already outside may come nearer, never go further
            double low = Math.min(extent.low(), 0);
            double high = Math.max(extent.high(), 0);
            double mm = Math.clamp(steps * stepMm, low, high);
            return plane.withCenter(plane.center().plus(normal.times(mm)));
        }

        @Override
        public Optional<SliceNumber> number(SlicePlane plane) {
            return Optional.empty();
        }

        @Override
        public SlicePlane toSlice(SlicePlane plane, int number) {
            return plane;
        }
    }
}
