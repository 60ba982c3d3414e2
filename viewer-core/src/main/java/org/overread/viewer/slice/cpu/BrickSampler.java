// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;

/// Reads samples from one level of a bricked volume; runs are in indices of the acquired grid.
final class BrickSampler implements RowSampler {
    private final BrickedValues values;
    private final int level;
    private final GridSize size;
    private final double scale;

    BrickSampler(BrickedValues values, int level) {
        this.values = values;
        this.level = level;
        size = values.size(level);
        scale = 1.0 / (1 << level);
    }

    /// An index of the acquired grid in this level.
    private double at(double index) {
        return (index + 0.5) * scale - 0.5;
    }

    @Override
    public void nearest(Run run, float[] out) {
        for (int c = run.from(); c < run.to(); c++) {
            int i = Taps.nearest(at(run.i() + c * run.di()), size.i());
            int j = Taps.nearest(at(run.j() + c * run.dj()), size.j());
            int k = Taps.nearest(at(run.k() + c * run.dk()), size.k());
            out[c] = values.value(level, i, j, k);
        }
    }

    @Override
    public void linear(Run run, float[] out) {
        float[] corners = new float[8];
        for (int c = run.from(); c < run.to(); c++) {
            double x = Taps.clamped(at(run.i() + c * run.di()), size.i());
            double y = Taps.clamped(at(run.j() + c * run.dj()), size.j());
            double z = Taps.clamped(at(run.k() + c * run.dk()), size.k());
            int i = (int) x;
            int j = (int) y;
            int k = (int) z;
            var cube =
                    new BrickedValues.Cube(
                            i,
                            j,
                            k,
                            Math.min(i + 1, size.i() - 1),
                            Math.min(j + 1, size.j() - 1),
                            Math.min(k + 1, size.k() - 1));
            values.corners(level, cube, corners);
            float fx = (float) (x - i);
            float fy = (float) (y - j);
            float low = bilinear(corners, 0, fx, fy);
            out[c] = low + (bilinear(corners, 4, fx, fy) - low) * (float) (z - k);
        }
    }

    private static float bilinear(float[] corners, int first, float fx, float fy) {
        float above = corners[first] + (corners[first + 1] - corners[first]) * fx;
        float below = corners[first + 2] + (corners[first + 3] - corners[first + 2]) * fx;
        return above + (below - above) * fy;
    }

    @Override
    public void cubic(Run run, float[] out) {
        float[] wx = new float[4];
        float[] wy = new float[4];
        float[] wz = new float[4];
        for (int c = run.from(); c < run.to(); c++) {
            double x = Taps.clamped(at(run.i() + c * run.di()), size.i());
            double y = Taps.clamped(at(run.j() + c * run.dj()), size.j());
            double z = Taps.clamped(at(run.k() + c * run.dk()), size.k());
            int i = (int) x;
            int j = (int) y;
            int k = (int) z;
            Taps.cubic((float) (x - i), 0.5f, 0.5f, wx);
            Taps.cubic((float) (y - j), 0.5f, 0.5f, wy);
            Taps.cubic((float) (z - k), (float) run.before(), (float) run.after(), wz);
            out[c] = weighted(i, j, k, wx, wy, wz);
        }
    }

    private float weighted(int i, int j, int k, float[] wx, float[] wy, float[] wz) {
        float sum = 0;
        for (int q = 0; q < 4; q++) {
            int atK = Math.clamp(k + q - 1, 0, size.k() - 1);
            for (int p = 0; p < 4; p++) {
                int atJ = Math.clamp(j + p - 1, 0, size.j() - 1);
                for (int n = 0; n < 4; n++) {
                    int atI = Math.clamp(i + n - 1, 0, size.i() - 1);
                    sum += wz[q] * wy[p] * wx[n] * values.value(level, atI, atJ, atK);
                }
            }
        }
        return sum;
    }
}
