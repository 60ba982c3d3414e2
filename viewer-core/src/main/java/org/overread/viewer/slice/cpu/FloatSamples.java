// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.volume.GridSize;

/// Float samples; between samples of which one is no number there is none either.
final class FloatSamples implements Samples {
    private final float[][] slices;
    private final int columns;

    FloatSamples(float[][] slices, GridSize size) {
        this.slices = slices;
        columns = size.i();
    }

    @Override
    public float value(int k, int at) {
        return slices[k][at];
    }

    @Override
    public void nearest(FixedRun run, float[] out, int from) {
        long x = run.x();
        long y = run.y();
        long z = run.z();
        for (int n = 0; n < run.count(); n++) {
            int at = FixedRun.floor(y) * columns + FixedRun.floor(x);
            out[from + n] = slices[FixedRun.floor(z)][at];
            x += run.dx();
            y += run.dy();
            z += run.dz();
        }
    }

    @Override
    public void corners(FixedRun run, Corners corners) {
        for (int plus = 0; plus < 2; plus++) {
            float[] left = corners.ones[0];
            float[] right = corners.ones[1];
            float[] leftBelow = corners.ones[2];
            float[] rightBelow = corners.ones[3];
            long x = run.x();
            long y = run.y();
            long z = run.z();
            for (int n = 0; n < run.count(); n++) {
                float[] slice = slices[FixedRun.floor(z) + plus];
                int at = FixedRun.floor(y) * columns + FixedRun.floor(x);
                int below = at + columns;
                left[n] = slice[at];
                right[n] = slice[at + 1];
                leftBelow[n] = slice[below];
                rightBelow[n] = slice[below + 1];
                x += run.dx();
                y += run.dy();
                z += run.dz();
            }
            corners.join(plus, run.count());
        }
    }

    @Override
    public void fours(FixedRun run, int slice, Fours fours) {
        for (int p = 0; p < 4; p++) {
            float[] out = fours.rows[p];
            long x = run.x();
            long y = run.y();
            long z = run.z();
            for (int n = 0; n < run.count(); n++) {
                float[] samples = slices[FixedRun.floor(z) + slice];
                int at = (FixedRun.floor(y) + p - 1) * columns + FixedRun.floor(x);
                out[4 * n] = samples[at - 1];
                out[4 * n + 1] = samples[at];
                out[4 * n + 2] = samples[at + 1];
                out[4 * n + 3] = samples[at + 2];
                x += run.dx();
                y += run.dy();
                z += run.dz();
            }
        }
    }

    @Override
    public void addRow(int j, int k, float weight, AlignedSampler.Line line) {
        float[] slice = slices[k];
        float[] sums = line.values;
        int start = j * columns + line.from;
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * slice[start + n];
        }
    }

    @Override
    public void addColumn(int i, int k, float weight, AlignedSampler.Line line) {
        float[] slice = slices[k];
        float[] sums = line.values;
        int at = line.from * columns + i;
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * slice[at];
            at += columns;
        }
    }

    @Override
    public void columns(int first, int k, float[][] target) {
        float[] slice = slices[k];
        float[] c0 = target[0];
        float[] c1 = target[1];
        float[] c2 = target[2];
        float[] c3 = target[3];
        float[] c4 = target[4];
        float[] c5 = target[5];
        float[] c6 = target[6];
        float[] c7 = target[7];
        int at = first;
        for (int j = 0; j < c0.length; j++) {
            c0[j] = slice[at];
            c1[j] = slice[at + 1];
            c2[j] = slice[at + 2];
            c3[j] = slice[at + 3];
            c4[j] = slice[at + 4];
            c5[j] = slice[at + 5];
            c6[j] = slice[at + 6];
            c7[j] = slice[at + 7];
            at += columns;
        }
    }
}
