// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Arrays;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// A window for volumes whose numbers have no agreed meaning, such as MR: from the 1st to the 99th percentile of an
/// evenly spread sample of voxels. Looks at some 100 000 voxels, whatever the size.
public final class AutoWindow {
    private static final double SAMPLES = 100_000;
    private static final double TAIL = 0.01;

    private AutoWindow() {}

    /// Background of one number that fills more than half of the volume does not count.
    public static Window of(Volume volume) {
        float[] sorted = sample(volume);
        Arrays.sort(sorted);
        int numbers = sorted.length;
        while (numbers > 0 && Float.isNaN(sorted[numbers - 1])) { // sort puts them last
            numbers--;
        }
        if (numbers == 0) {
            return new Window(0, 1);
        }
        int first = 0;
        while (first < numbers && sorted[first] == sorted[0]) {
            first++;
        }
        if (first == numbers || first <= numbers / 2) {
            first = 0;
        }
        double low = sorted[first + (int) ((numbers - 1 - first) * TAIL)];
        double high = sorted[first + (int) Math.ceil((numbers - 1 - first) * (1 - TAIL))];
        return high > low ? new Window((low + high) / 2, high - low) : new Window(low, 1);
    }

    private static float[] sample(Volume volume) {
        GridSize size = volume.geometry().size();
        int stride = (int) Math.max(1, Math.cbrt(size.voxels() / SAMPLES));
        int perRow = Math.ceilDiv(size.i(), stride);
        int rows = Math.ceilDiv(size.j(), stride);
        float[] values = new float[perRow * rows * Math.ceilDiv(size.k(), stride)];
        int next = 0;
        for (int k = 0; k < size.k(); k += stride) {
            for (int j = 0; j < size.j(); j += stride) {
                for (int i = 0; i < size.i(); i += stride) {
                    values[next++] = value(volume.voxels(), k, j * size.i() + i);
                }
            }
        }
        return values;
    }

    private static float value(Voxels voxels, int k, int at) {
        return switch (voxels) {
            case Voxels.Int16 signed -> signed.slice(k)[at];
            case Voxels.UInt16 unsigned -> Short.toUnsignedInt(unsigned.slice(k)[at]);
            case Voxels.Float32 real -> real.slice(k)[at];
        };
    }
}
