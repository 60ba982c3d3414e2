// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// The values that one layer of a picture has to show, worked out slowly, in double precision and one sample at a time, from the definitions:
/// shares no arithmetic with the renderers.
final class SliceOracle {
    /// A value, NaN outside; `doubtful` where rounding decides between inside and outside or two samples.
    record Sample(double value, boolean inside, boolean doubtful) {}

    private final ImageLayer layer;
    private final PixelGrid pixels;
    private final Slab slab;
    private final Volume volume;
    private final GridSize size;
    private final GridOracle grid;
    private final double edge;

    /// Samples nearer than `edge` voxels to where rounding decides are doubtful.
    SliceOracle(SliceScene scene, double edge) {
        this(scene.base(), PixelGrid.of(scene.plane(), scene.raster()), scene.slab(), edge);
    }

    /// `pixels` in the space of the layer's volume.
    SliceOracle(ImageLayer layer, PixelGrid pixels, Slab slab, double edge) {
        this.layer = layer;
        this.pixels = pixels;
        this.slab = slab;
        this.edge = edge;
        volume = layer.volume();
        size = volume.geometry().size();
        grid = new GridOracle(volume.geometry());
    }

    Sample at(int column, int row) {
        PatientPoint onPlane =
                pixels.first()
                        .plus(pixels.perColumn().times(column))
                        .plus(pixels.perRow().times(row));
        double thickness = slab.thicknessMm();
        if (thickness == 0) {
            return sample(onPlane);
        }
        int perSide = grid.stepsASide(thickness, pixels.deep());
        double result =
                switch (slab.mode()) {
                    case MAX -> Double.NEGATIVE_INFINITY;
                    case MIN -> Double.POSITIVE_INFINITY;
                    case MEAN -> 0;
                };
        double weights = 0;
        boolean doubtful = false;
        boolean touched = false;
        for (int step = -perSide; step <= perSide; step++) {
            double depth = thickness / 2 * step / perSide;
            Sample sample = sample(onPlane.plus(pixels.deep().times(depth)));
            doubtful |= sample.doubtful();
            touched |= sample.inside();
            if (sample.inside() && !Double.isNaN(sample.value())) {
                double weight = Math.abs(step) == perSide ? 0.5 : 1;
                weights += weight;
                switch (slab.mode()) {
                    case MAX -> result = Math.max(result, sample.value());
                    case MIN -> result = Math.min(result, sample.value());
                    case MEAN -> result += weight * sample.value();
                }
            }
        }
        if (weights == 0) {
            return new Sample(Double.NaN, touched, doubtful);
        }
        double value = slab.mode() == Slab.Mode.MEAN ? result / weights : result;
        return new Sample(value, true, doubtful);
    }

    private Sample sample(PatientPoint p) {
        double[] at = grid.index(p);
        double[] count = {size.i(), size.j(), size.k()};
        boolean inside = grid.isInside(at);
        boolean doubtful = grid.isAtBorder(at, edge);
        if (layer.interpolation() == Interpolation.NEAREST) {
            doubtful |= grid.isBetweenCells(at, edge);
        }
        if (!inside) {
            return new Sample(Double.NaN, false, doubtful);
        }
        for (int axis = 0; axis < 3; axis++) {
            at[axis] = Math.min(Math.max(at[axis], 0), count[axis] - 1);
        }
        double value =
                switch (layer.interpolation()) {
                    case NEAREST ->
                            voxel(
                                    (int) Math.floor(at[0] + 0.5),
                                    (int) Math.floor(at[1] + 0.5),
                                    (int) Math.floor(at[2] + 0.5));
                    case LINEAR -> linear(at);
                    case CUBIC -> cubic(at);
                };
        return new Sample(value, true, doubtful);
    }

    private double linear(double[] at) {
        double sum = 0;
        for (int k = (int) at[2]; k <= (int) at[2] + 1; k++) {
            for (int j = (int) at[1]; j <= (int) at[1] + 1; j++) {
                for (int i = (int) at[0]; i <= (int) at[0] + 1; i++) {
                    double weight =
                            (1 - Math.abs(at[0] - i))
                                    * (1 - Math.abs(at[1] - j))
                                    * (1 - Math.abs(at[2] - k));
                    sum += weight * voxel(i, j, k);
                }
            }
        }
        return sum;
    }

    private double cubic(double[] at) {
        int k = (int) at[2];
        double[] lines = new double[4];
        for (int q = -1; q <= 2; q++) {
            double sum = 0;
            for (int j = (int) at[1] - 1; j <= (int) at[1] + 2; j++) {
                for (int i = (int) at[0] - 1; i <= (int) at[0] + 2; i++) {
                    sum += keys(at[0] - i) * keys(at[1] - j) * voxel(i, j, k + q);
                }
            }
            lines[q + 1] = sum;
        }
        // Hermite between slices k and k + 1, its end slopes the secants over the neighbours' true
        // distances
        double here = gap(k);
        double slopeHere = (lines[2] - lines[0]) / (gap(k - 1) + here);
        double slopeNext = (lines[3] - lines[1]) / (here + gap(k + 1));
        double t = at[2] - k;
        return (1 + 2 * t) * (1 - t) * (1 - t) * lines[1]
                + t * (1 - t) * (1 - t) * here * slopeHere
                + t * t * (3 - 2 * t) * lines[2]
                + t * t * (t - 1) * here * slopeNext;
    }

    /// Keys' cubic convolution kernel with a = -1/2, as he published it.
    private static double keys(double distance) {
        double s = Math.abs(distance);
        if (s < 1) {
            return 1.5 * s * s * s - 2.5 * s * s + 1;
        }
        return s < 2 ? -0.5 * s * s * s + 2.5 * s * s - 4 * s + 2 : 0;
    }

    /// From slice k to the next; beyond the ends as at the end.
    private double gap(int k) {
        int inside = Math.clamp(k, 0, Math.max(0, size.k() - 2));
        VolumeGeometry geometry = volume.geometry();
        PatientVector step =
                geometry.slices().originAt(inside + 1.0).from(geometry.slices().originAt(inside));
        return Math.abs(step.dot(geometry.iStep().cross(geometry.jStep()).unit()));
    }

    private double voxel(int i, int j, int k) {
        return volume.voxels()
                .numbers()
                .image()
                .getAt(
                        Math.clamp(i, 0, size.i() - 1),
                        Math.clamp(j, 0, size.j() - 1),
                        Math.clamp(k, 0, size.k() - 1))
                .getRealDouble();
    }
}
