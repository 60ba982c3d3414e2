// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// The samples of one channel of packed colours.
final class ChannelSamples implements Samples {
    private final int[][] slices;
    private final int columns;
    private final int shift;

    ChannelSamples(Voxels.Rgb8 colours, GridSize size, Channel channel) {
        slices = new int[size.k()][];
        for (int k = 0; k < slices.length; k++) {
            slices[k] = colours.slice(k);
        }
        columns = size.i();
        shift = channel.shift();
    }

    @Override
    public float value(int k, int at) {
        return slices[k][at] >> shift & 0xFF;
    }

    @Override
    public void nearest(FixedRun run, float[] out, int from) {
        long x = run.x();
        long y = run.y();
        long z = run.z();
        for (int n = 0; n < run.count(); n++) {
            int at = FixedRun.floor(y) * columns + FixedRun.floor(x);
            out[from + n] = slices[FixedRun.floor(z)][at] >> shift & 0xFF;
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
                int[] slice = slices[FixedRun.floor(z) + plus];
                int at = FixedRun.floor(y) * columns + FixedRun.floor(x);
                int below = at + columns;
                left[n] = slice[at] >> shift & 0xFF;
                right[n] = slice[at + 1] >> shift & 0xFF;
                leftBelow[n] = slice[below] >> shift & 0xFF;
                rightBelow[n] = slice[below + 1] >> shift & 0xFF;
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
                int[] samples = slices[FixedRun.floor(z) + slice];
                int at = (FixedRun.floor(y) + p - 1) * columns + FixedRun.floor(x);
                out[4 * n] = samples[at - 1] >> shift & 0xFF;
                out[4 * n + 1] = samples[at] >> shift & 0xFF;
                out[4 * n + 2] = samples[at + 1] >> shift & 0xFF;
                out[4 * n + 3] = samples[at + 2] >> shift & 0xFF;
                x += run.dx();
                y += run.dy();
                z += run.dz();
            }
        }
    }

    @Override
    public void addRow(int j, int k, float weight, AlignedSampler.Line line) {
        int[] slice = slices[k];
        float[] sums = line.values;
        int start = j * columns + line.from;
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * (slice[start + n] >> shift & 0xFF);
        }
    }

    @Override
    public void addColumn(int i, int k, float weight, AlignedSampler.Line line) {
        int[] slice = slices[k];
        float[] sums = line.values;
        int at = line.from * columns + i;
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * (slice[at] >> shift & 0xFF);
            at += columns;
        }
    }

    @Override
    public void columns(int first, int k, float[][] target) {
        for (int c = 0; c < target.length; c++) {
            for (int j = 0; j < target[c].length; j++) {
                target[c][j] = value(k, j * columns + first + c);
            }
        }
    }
}
