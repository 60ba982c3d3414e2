// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.GridSize;

/// Reads float samples; a sample whose neighbours hold one that is no number is none itself.
final class FloatSampler implements LineSampler {
    private final float[][] slices;
    private final GridSize size;

    FloatSampler(float[][] slices, GridSize size) {
        this.slices = slices;
        this.size = size;
    }

    @Override
    public void nearest(Run run, float[] out) {
        for (int c = run.from(); c < run.to(); c++) {
            int i = Taps.nearest(run.i() + c * run.di(), size.i());
            int j = Taps.nearest(run.j() + c * run.dj(), size.j());
            int k = Taps.nearest(run.k() + c * run.dk(), size.k());
            out[c] = slices[k][j * size.i() + i];
        }
    }

    @Override
    public void linear(Run run, float[] out) {
        Run inner = Taps.inner(run, size);
        linearAtBorder(run.between(run.from(), inner.from()), out);
        linearInside(inner, out);
        linearAtBorder(run.between(inner.to(), run.to()), out);
    }

    private void linearInside(Run run, float[] out) {
        int columns = size.i();
        for (int c = run.from(); c < run.to(); c++) {
            double x = run.i() + c * run.di();
            double y = run.j() + c * run.dj();
            double z = run.k() + c * run.dk();
            int i = (int) x;
            int j = (int) y;
            int k = (int) z;
            float fx = (float) (x - i);
            float fy = (float) (y - j);
            float fz = (float) (z - k);
            int at = j * columns + i;
            float low = bilinear(slices[k], at, at + 1, at + columns, at + columns + 1, fx, fy);
            float high =
                    bilinear(slices[k + 1], at, at + 1, at + columns, at + columns + 1, fx, fy);
            out[c] = low + (high - low) * fz;
        }
    }

    private void linearAtBorder(Run run, float[] out) {
        for (int c = run.from(); c < run.to(); c++) {
            double x = Taps.clamped(run.i() + c * run.di(), size.i());
            double y = Taps.clamped(run.j() + c * run.dj(), size.j());
            double z = Taps.clamped(run.k() + c * run.dk(), size.k());
            int i = (int) x;
            int j = (int) y;
            int k = (int) z;
            float fx = (float) (x - i);
            float fy = (float) (y - j);
            float fz = (float) (z - k);
            int upper = j * size.i();
            int lower = Math.min(j + 1, size.j() - 1) * size.i();
            int right = Math.min(i + 1, size.i() - 1);
            int a = upper + i;
            int b = upper + right;
            int d = lower + i;
            int e = lower + right;
            float low = bilinear(slices[k], a, b, d, e, fx, fy);
            float high = bilinear(slices[Math.min(k + 1, size.k() - 1)], a, b, d, e, fx, fy);
            out[c] = low + (high - low) * fz;
        }
    }

    private float bilinear(float[] slice, int a, int b, int d, int e, float fx, float fy) {
        float left = slice[a];
        float leftBelow = slice[d];
        float upper = left + (slice[b] - left) * fx;
        float lower = leftBelow + (slice[e] - leftBelow) * fx;
        return upper + (lower - upper) * fy;
    }

    @Override
    public void cubic(Run run, float[] out) {
        Run inner = Taps.innerOfCubic(run, size);
        cubicAtBorder(run.between(run.from(), inner.from()), out);
        cubicInside(inner, out);
        cubicAtBorder(run.between(inner.to(), run.to()), out);
    }

    private void cubicInside(Run run, float[] out) {
        float[] wx = new float[4];
        float[] wy = new float[4];
        float[] wz = new float[4];
        for (int c = run.from(); c < run.to(); c++) {
            double x = run.i() + c * run.di();
            double y = run.j() + c * run.dj();
            double z = run.k() + c * run.dk();
            int i = (int) x;
            int j = (int) y;
            int k = (int) z;
            Taps.cubic((float) (x - i), 0.5f, 0.5f, wx);
            Taps.cubic((float) (y - j), 0.5f, 0.5f, wy);
            Taps.cubic((float) (z - k), (float) run.before(), (float) run.after(), wz);
            int at = (j - 1) * size.i() + i - 1;
            float sum = 0;
            for (int q = 0; q < 4; q++) {
                sum += wz[q] * bicubic(slices[k + q - 1], at, wx, wy);
            }
            out[c] = sum;
        }
    }

    /// Of the 16 samples from `at` on, right and down.
    private float bicubic(float[] slice, int at, float[] wx, float[] wy) {
        int second = at + size.i();
        int third = second + size.i();
        int fourth = third + size.i();
        return wy[0] * cubicRow(slice, at, wx)
                + wy[1] * cubicRow(slice, second, wx)
                + wy[2] * cubicRow(slice, third, wx)
                + wy[3] * cubicRow(slice, fourth, wx);
    }

    private float cubicRow(float[] slice, int at, float[] wx) {
        return wx[0] * slice[at]
                + wx[1] * slice[at + 1]
                + wx[2] * slice[at + 2]
                + wx[3] * slice[at + 3];
    }

    private void cubicAtBorder(Run run, float[] out) {
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
                float[] slice = slices[Math.clamp(k + q - 1, 0, size.k() - 1)];
                float ofSlice = 0;
                for (int p = 0; p < 4; p++) {
                    int row = Math.clamp(j + p - 1, 0, size.j() - 1) * size.i();
                    ofSlice += wy[p] * clampedRow(slice, row, i, wx);
                }
                sum += wz[q] * ofSlice;
            }
            out[c] = sum;
        }
    }

    private float clampedRow(float[] slice, int row, int i, float[] wx) {
        int last = size.i() - 1;
        return wx[0] * slice[row + Math.max(i - 1, 0)]
                + wx[1] * slice[row + i]
                + wx[2] * slice[row + Math.min(i + 1, last)]
                + wx[3] * slice[row + Math.min(i + 2, last)];
    }

    @Override
    public void addRow(int j, int k, float weight, AlignedSampler.Line line) {
        float[] slice = slices[k];
        float[] sums = line.values;
        int start = j * size.i() + line.from;
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * slice[start + n];
        }
    }

    @Override
    public void addColumn(int i, int k, float weight, AlignedSampler.Line line) {
        float[] slice = slices[k];
        float[] sums = line.values;
        int columns = size.i();
        int at = line.from * columns + i;
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * slice[at];
            at += columns;
        }
    }
}
