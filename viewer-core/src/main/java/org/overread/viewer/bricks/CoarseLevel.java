// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.overread.viewer.volume.GridSize;

/// The level that is always there: each voxel is the mean of what has been read of the voxels that it covers, so the
/// first slice of each layer already shows something.
final class CoarseLevel {
    private final int shift;
    private final GridSize size;
    private final float[][] means; // by slice
    private final byte[][] slicesRead; // that took part in a mean

    /// Of level `shift` over a grid of `whole`.
    CoarseLevel(GridSize whole, int shift) {
        this.shift = shift;
        int side = 1 << shift;
        size =
                new GridSize(
                        Math.ceilDiv(whole.i(), side),
                        Math.ceilDiv(whole.j(), side),
                        Math.ceilDiv(whole.k(), side));
        int inSlice = Math.multiplyExact(size.i(), size.j());
        means = new float[size.k()][inSlice];
        slicesRead = new byte[size.k()][inSlice];
        IntStream.range(0, size.k()).forEach(k -> Arrays.fill(means[k], Float.NaN));
    }

    GridSize size() {
        return size;
    }

    float value(int i, int j, int k) {
        return means[k][j * size.i() + i];
    }

    /// Takes a slice of the whole grid in; values that are no number do not count.
    void add(int k, int columns, int rows, SliceValues values) {
        int side = 1 << shift;
        float[] mean = means[k >> shift];
        byte[] count = slicesRead[k >> shift];
        synchronized (mean) { // slices of one layer come from several threads
            for (int cj = 0; cj < size.j(); cj++) {
                int endJ = Math.min((cj + 1) * side, rows);
                for (int ci = 0; ci < size.i(); ci++) {
                    int endI = Math.min((ci + 1) * side, columns);
                    float here = mean(values, columns, ci * side, endI, cj * side, endJ);
                    if (!Float.isNaN(here)) {
                        int at = cj * size.i() + ci;
                        int n = ++count[at];
                        mean[at] = n == 1 ? here : mean[at] + (here - mean[at]) / n;
                    }
                }
            }
        }
    }

    private static float mean(
            SliceValues values, int columns, int fromI, int endI, int fromJ, int endJ) {
        return switch (values) {
            case SliceValues.Signed signed -> {
                short[] all = signed.values();
                long sum = 0;
                for (int j = fromJ; j < endJ; j++) {
                    int inRow = 0;
                    for (int n = j * columns + fromI; n < j * columns + endI; n++) {
                        inRow += all[n];
                    }
                    sum += inRow;
                }
                yield (float) sum / ((endI - fromI) * (endJ - fromJ));
            }
            case SliceValues.Bytes _, SliceValues.Unsigned _, SliceValues.Real _ ->
                    ofNumbers(values, columns, fromI, endI, fromJ, endJ);
        };
    }

    /// What is no number does not count.
    private static float ofNumbers(
            SliceValues values, int columns, int fromI, int endI, int fromJ, int endJ) {
        float sum = 0;
        int count = 0;
        for (int j = fromJ; j < endJ; j++) {
            for (int i = fromI; i < endI; i++) {
                float value = values.at(j * columns + i);
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : sum / count;
    }
}
