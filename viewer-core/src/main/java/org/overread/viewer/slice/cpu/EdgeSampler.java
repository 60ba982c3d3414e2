// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.GridSize;

/// Reads pixel by pixel; beyond the outermost samples the outermost is repeated.
final class EdgeSampler implements RowSampler {
    private final Samples samples;
    private final GridSize size;

    EdgeSampler(Samples samples, GridSize size) {
        this.samples = samples;
        this.size = size;
    }

    @Override
    public void nearest(Run run, float[] out) {
        for (int c = run.from(); c < run.to(); c++) {
            int i = Taps.nearest(run.i() + c * run.di(), size.i());
            int j = Taps.nearest(run.j() + c * run.dj(), size.j());
            int k = Taps.nearest(run.k() + c * run.dk(), size.k());
            out[c] = samples.value(k, j * size.i() + i);
        }
    }

    @Override
    public void linear(Run run, float[] out) {
        for (int c = run.from(); c < run.to(); c++) {
            double x = Taps.clamped(run.i() + c * run.di(), size.i());
            double y = Taps.clamped(run.j() + c * run.dj(), size.j());
            double z = Taps.clamped(run.k() + c * run.dk(), size.k());
            int i = (int) x;
            int j = (int) y;
            int k = (int) z;
            float low = bilinear(k, i, j, (float) (x - i), (float) (y - j));
            int next = Math.min(k + 1, size.k() - 1);
            float high = bilinear(next, i, j, (float) (x - i), (float) (y - j));
            out[c] = low + (high - low) * (float) (z - k);
        }
    }

    private float bilinear(int k, int i, int j, float fx, float fy) {
        int row = j * size.i();
        int nextRow = Math.min(j + 1, size.j() - 1) * size.i();
        int right = Math.min(i + 1, size.i() - 1);
        float left = samples.value(k, row + i);
        float leftBelow = samples.value(k, nextRow + i);
        float upper = left + (samples.value(k, row + right) - left) * fx;
        float lower = leftBelow + (samples.value(k, nextRow + right) - leftBelow) * fx;
        return upper + (lower - upper) * fy;
    }

    @Override
    public void cubic(Run run, float[] out) {
        float[] wx = new float[4];
        float[] wy = new float[4];
        float[] wz = new float[4];
        for (int c = run.from(); c < run.to(); c++) {
            double x = Taps.clamped(run.i() + c * run.di(), size.i());
            double y = Taps.clamped(run.j() + c * run.dj(), size.j());
            double z = Taps.clamped(run.k() + c * run.dk(), size.k());
            int i = (int) x;
            int j = (int) y;
            int k = (int) z;
            Taps.cubic((float) (x - i), 0.5f, 0.5f, wx);
            Taps.cubic((float) (y - j), 0.5f, 0.5f, wy);
            Taps.cubic((float) (z - k), (float) run.before(), (float) run.after(), wz);
            float sum = 0;
            for (int q = 0; q < 4; q++) {
                int slice = Math.clamp(k + q - 1, 0, size.k() - 1);
                float ofSlice = 0;
                for (int p = 0; p < 4; p++) {
                    int row = Math.clamp(j + p - 1, 0, size.j() - 1) * size.i();
                    ofSlice += wy[p] * ofRow(slice, row, i, wx);
                }
                sum += wz[q] * ofSlice;
            }
            out[c] = sum;
        }
    }

    private float ofRow(int k, int row, int i, float[] wx) {
        int last = size.i() - 1;
        return wx[0] * samples.value(k, row + Math.max(i - 1, 0))
                + wx[1] * samples.value(k, row + i)
                + wx[2] * samples.value(k, row + Math.min(i + 1, last))
                + wx[3] * samples.value(k, row + Math.min(i + 2, last));
    }
}
