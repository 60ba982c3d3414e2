// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// What a picture has to show, worked out slowly, in double precision and one sample at a time, from the definitions:
/// shares no arithmetic with the renderers.
final class SliceOracle {
    /// A value, NaN outside; `doubtful` where rounding decides between inside and outside or two samples.
    record Sample(double value, boolean inside, boolean doubtful) {}

    private final SliceScene scene;
    private final Volume volume;
    private final GridSize size;
    private final double halfSampleMm;
    private final double edge;

    /// Samples nearer than `edge` voxels to where rounding decides are doubtful.
    SliceOracle(SliceScene scene, double edge) {
        this.edge = edge;
        this.scene = scene;
        volume = scene.volume();
        size = volume.geometry().size();
        halfSampleMm = halfSample();
    }

    Sample at(int column, int row) {
        Raster raster = scene.raster();
        double x = (column - (raster.width() - 1) / 2.0) * raster.pixelMm();
        double y = (row - (raster.height() - 1) / 2.0) * raster.pixelMm();
        PatientPoint onPlane =
                scene.plane()
                        .center()
                        .plus(scene.plane().right().times(x))
                        .plus(scene.plane().down().times(y));
        double thickness = scene.slab().thicknessMm();
        if (thickness == 0) {
            return sample(onPlane);
        }
        int perSide = (int) Math.ceil(thickness / 2 / halfSampleMm - 1e-9);
        double result =
                switch (scene.slab().mode()) {
                    case MAX -> Double.NEGATIVE_INFINITY;
                    case MIN -> Double.POSITIVE_INFINITY;
                    case MEAN -> 0;
                };
        double weights = 0;
        boolean doubtful = false;
        for (int step = -perSide; step <= perSide; step++) {
            double depth = thickness / 2 * step / perSide;
            Sample sample = sample(onPlane.plus(scene.plane().normal().times(depth)));
            doubtful |= sample.doubtful();
            if (sample.inside()) {
                double weight = Math.abs(step) == perSide ? 0.5 : 1;
                weights += weight;
                switch (scene.slab().mode()) {
                    case MAX -> result = Math.max(result, sample.value());
                    case MIN -> result = Math.min(result, sample.value());
                    case MEAN -> result += weight * sample.value();
                }
            }
        }
        if (weights == 0) {
            return new Sample(Double.NaN, false, doubtful);
        }
        double value = scene.slab().mode() == Slab.Mode.MEAN ? result / weights : result;
        return new Sample(value, true, doubtful);
    }

    /// Half of the shortest way along the normal on which some voxel index grows by one.
    private double halfSample() {
        PatientPoint start = volume.geometry().origin();
        double steepest = 0;
        for (int k = 0; k < Math.max(1, size.k() - 1); k++) {
            PatientPoint inCell = volume.geometry().slices().originAt(k + 0.4);
            double[] here = index(inCell);
            double[] there = index(inCell.plus(scene.plane().normal().times(1e-3)));
            for (int axis = 0; axis < 3; axis++) {
                steepest = Math.max(steepest, Math.abs(there[axis] - here[axis]) / 1e-3);
            }
        }
        if (steepest == 0) {
            throw new IllegalStateException("no index grows from " + start);
        }
        return 0.5 / steepest;
    }

    private Sample sample(PatientPoint p) {
        double[] at = index(p);
        double[] count = {size.i(), size.j(), size.k()};
        boolean inside = true;
        boolean doubtful = false;
        for (int axis = 0; axis < 3; axis++) {
            inside &= at[axis] >= -0.5 && at[axis] <= count[axis] - 0.5;
            doubtful |= Math.abs(at[axis] + 0.5) < edge;
            doubtful |= Math.abs(at[axis] - count[axis] + 0.5) < edge;
            if (scene.interpolation() == Interpolation.NEAREST) {
                double overHalf = at[axis] + 0.5 - Math.floor(at[axis] + 0.5);
                doubtful |= overHalf < edge || overHalf > 1 - edge;
            }
        }
        if (!inside) {
            return new Sample(Double.NaN, false, doubtful);
        }
        for (int axis = 0; axis < 3; axis++) {
            at[axis] = Math.min(Math.max(at[axis], 0), count[axis] - 1);
        }
        double value =
                switch (scene.interpolation()) {
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

    /// Solves p = origin(k) + i·iStep + j·jStep, for tables in the pair of slices that p lies between.
    private double[] index(PatientPoint p) {
        VolumeGeometry geometry = volume.geometry();
        return switch (geometry.slices()) {
            case SliceStack.Even(PatientPoint first, PatientVector step) ->
                    solve(geometry, first, step, p, 0);
            case SliceStack.Table table -> {
                int last = table.origins().size() - 2;
                double[] found = new double[3];
                for (int k = 0; k <= last; k++) {
                    PatientPoint origin = table.origins().get(k);
                    PatientVector step = table.origins().get(k + 1).from(origin);
                    found = solve(geometry, origin, step, p, k);
                    if (found[2] < k + 1) {
                        break;
                    }
                }
                yield found;
            }
        };
    }

    private static double[] solve(
            VolumeGeometry geometry,
            PatientPoint origin,
            PatientVector step,
            PatientPoint p,
            int k) {
        PatientVector a = geometry.iStep();
        PatientVector b = geometry.jStep();
        PatientVector wanted = p.from(origin);
        double whole = a.dot(b.cross(step));
        return new double[] {
            wanted.dot(b.cross(step)) / whole,
            a.dot(wanted.cross(step)) / whole,
            k + a.dot(b.cross(wanted)) / whole
        };
    }

    /// The grey level by the definition of a linear window.
    static int grey(double value, Window window, Polarity polarity) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int level;
        if (value <= window.low()) {
            level = 0;
        } else if (value >= window.high()) {
            level = 255;
        } else {
            level =
                    (int)
                            Math.floor(
                                    255 * (value - window.low()) / (window.high() - window.low())
                                            + 0.5);
        }
        return polarity == Polarity.NORMAL ? level : 255 - level;
    }
}
