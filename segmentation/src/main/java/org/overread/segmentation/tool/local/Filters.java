// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.local;

import java.util.Arrays;
import org.overread.segmentation.work.Crew;

/// Filters over a box and its shell. Where slice distances differ, their mean counts.
public final class Filters {
    private static final double WIDTH = 3.5; // standard deviations that the kernel reaches

    private Filters() {}

    /// The values, blurred by a Gaussian of so many millimetres; the outermost values are repeated beyond the shell.
    public static float[] smooth(LocalVolume local, double sigmaMm, Crew crew) {
        float[] values = local.values().clone();
        smooth(values, local, sigmaMm, crew);
        return values;
    }

    /// The same, where the values themselves are not needed any more.
    public static void smoothInPlace(LocalVolume local, double sigmaMm, Crew crew) {
        smooth(local.values(), local, sigmaMm, crew);
    }

    private static void smooth(float[] values, LocalVolume local, double sigmaMm, Crew crew) {
        if (sigmaMm > 0) {
            LocalBox box = local.box();
            int row = box.row();
            int slice = box.slice();
            int slices = values.length / slice;
            int rows = slice / row;
            double[] alongI = kernel(sigmaMm / local.stepI());
            double[] alongJ = kernel(sigmaMm / local.stepJ());
            double[] alongK = kernel(sigmaMm / local.geometry().spacingK());
            crew.each(
                    slices,
                    k -> {
                        for (int j = 0; j < rows; j++) {
                            lines(values, k * slice + j * row, 1, row, 1, alongI);
                        }
                        lines(values, k * slice, row, rows, row, alongJ);
                    });
            crew.each(rows, j -> lines(values, j * row, slice, slices, row, alongK));
        }
    }

    private static double[] kernel(double sigma) {
        int radius = (int) Math.ceil(WIDTH * sigma);
        var kernel = new double[radius + 1];
        double sum = 0;
        for (int n = 0; n <= radius; n++) {
            kernel[n] = Math.exp(-n * n / (2 * sigma * sigma));
            sum += n == 0 ? kernel[n] : 2 * kernel[n];
        }
        for (int n = 0; n <= radius; n++) {
            kernel[n] /= sum;
        }
        return kernel;
    }

    /// Filters `side` lines that lie beside one another, the first from `start` on, `length` values `step` apart.
    private static void lines(
            float[] values, int start, int step, int length, int side, double[] kernel) {
        int radius = kernel.length - 1;
        if (radius == 0) {
            return;
        }
        var from = new float[length * side];
        var sums = new double[side];
        for (int n = 0; n < length; n++) {
            System.arraycopy(values, start + n * step, from, n * side, side);
        }
        for (int n = 0; n < length; n++) {
            Arrays.fill(sums, 0);
            for (int r = -radius; r <= radius; r++) {
                int at = Math.clamp((long) n + r, 0, length - 1) * side;
                double weight = kernel[Math.abs(r)];
                for (int c = 0; c < side; c++) {
                    sums[c] += weight * from[at + c];
                }
            }
            for (int c = 0; c < side; c++) {
                values[start + n * step + c] = (float) sums[c];
            }
        }
    }

    /// How steep the values are at every voxel of the box, a millimetre, by central differences: ITK's
    /// GradientMagnitude. The shell gets 0.
    public static float[] gradient(LocalVolume local, float[] values, Crew crew) {
        LocalBox box = local.box();
        var steepness = new float[values.length];
        int row = box.row();
        int slice = box.slice();
        double perI = 0.5 / local.stepI();
        double perJ = 0.5 / local.stepJ();
        double perK = 0.5 / local.geometry().spacingK();
        crew.each(
                box.box().sizeK(),
                k -> {
                    for (int j = 0; j < box.box().sizeJ(); j++) {
                        int start = box.sliceStart(k) + j * row;
                        for (int n = start; n < start + box.box().sizeI(); n++) {
                            double i = perI * values[n + 1] - perI * values[n - 1];
                            double l = perJ * values[n + row] - perJ * values[n - row];
                            double m = perK * values[n + slice] - perK * values[n - slice];
                            steepness[n] = (float) Math.sqrt(i * i + l * l + m * m);
                        }
                    }
                });
        return steepness;
    }
}
