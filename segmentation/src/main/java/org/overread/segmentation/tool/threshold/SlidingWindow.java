// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.Arrays;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Mean and standard deviation of the box around each voxel, from sums that are kept for columns and slide along rows.
/// Values beyond the edge are the nearest inside. Values that are no finite number count as 0.
final class SlidingWindow {
    private final VoxelValues values;
    private final GridSize size;
    private final int radius;
    private final int sliceRadius;
    private final double count;
    private final float[] loaded;
    private final float[] slice;
    private final double[] sums; // over the slices of the box, for each pixel
    private final double[] squares;
    private final double[] columnSums; // over its rows too
    private final double[] columnSquares;
    private final double[] rowSums;
    private final double[] rowSquares;
    private int at = -1;
    private int rowAt;

    SlidingWindow(Voxels.InMemory voxels, int radius, int sliceRadius) {
        values = new VoxelValues(voxels);
        size = values.size();
        this.radius = radius;
        this.sliceRadius = sliceRadius;
        double side = 2.0 * radius + 1;
        count = side * side * (2.0 * sliceRadius + 1);
        int pixels = size.i() * size.j();
        loaded = new float[pixels];
        slice = new float[pixels];
        sums = new double[pixels];
        squares = new double[pixels];
        columnSums = new double[size.i()];
        columnSquares = new double[size.i()];
        rowSums = new double[size.i()];
        rowSquares = new double[size.i()];
    }

    /// To the next slice, or to the first.
    void moveTo(int k) {
        if (k == 0) {
            Arrays.fill(sums, 0);
            Arrays.fill(squares, 0);
            for (int other = -sliceRadius; other <= sliceRadius; other++) {
                add(other, 1);
            }
        } else {
            add(k - 1 - sliceRadius, -1);
            add(k + sliceRadius, 1);
        }
        values.copySlice(k, slice);
        clean(slice);
        at = k;
    }

    private void add(int k, int sign) {
        values.copySlice(Math.clamp(k, 0, size.k() - 1), loaded);
        clean(loaded);
        for (int n = 0; n < loaded.length; n++) {
            double value = loaded[n];
            sums[n] += sign * value;
            squares[n] += sign * value * value;
        }
    }

    private static void clean(float[] values) {
        for (int n = 0; n < values.length; n++) {
            values[n] = Float.isFinite(values[n]) ? values[n] : 0;
        }
    }

    /// To the next row of the slice, or to its first.
    void row(int j) {
        if (j == 0) {
            Arrays.fill(columnSums, 0);
            Arrays.fill(columnSquares, 0);
            for (int other = -radius; other <= radius; other++) {
                addRow(other, 1);
            }
        } else {
            addRow(j - 1 - radius, -1);
            addRow(j + radius, 1);
        }
        slide(columnSums, rowSums);
        slide(columnSquares, rowSquares);
        rowAt = j;
    }

    private void addRow(int j, int sign) {
        int row = Math.clamp(j, 0, size.j() - 1) * size.i();
        for (int i = 0; i < size.i(); i++) {
            columnSums[i] += sign * sums[row + i];
            columnSquares[i] += sign * squares[row + i];
        }
    }

    private void slide(double[] columns, double[] to) {
        int last = size.i() - 1;
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += columns[Math.clamp(i, 0, last)];
        }
        to[0] = sum;
        for (int i = 1; i <= last; i++) {
            sum += columns[Math.min(i + radius, last)] - columns[Math.max(i - 1 - radius, 0)];
            to[i] = sum;
        }
    }

    double value(int i) {
        if (at < 0) {
            throw new IllegalStateException("no slice yet");
        }
        return slice[rowAt * size.i() + i];
    }

    double mean(int i) {
        return rowSums[i] / count;
    }

    /// Of the population, never NaN.
    double deviation(int i) {
        double mean = mean(i);
        return Math.sqrt(Math.max(0, rowSquares[i] / count - mean * mean));
    }
}
