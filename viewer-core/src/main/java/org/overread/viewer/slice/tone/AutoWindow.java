// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import java.util.Arrays;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// A window for volumes whose numbers have no agreed meaning, such as MR: from the 1st to the 99th percentile of an
/// evenly spread sample of voxels. Looks at some 100 000 voxels, whatever the size.
public final class AutoWindow {
    private static final double SAMPLES = 100_000;
    private static final double TAIL = 0.01;

    /// Shows the channels of a colour as they are.
    private static final Window UNCHANGED = new Window(127.5, 255);

    private AutoWindow() {}

    /// Background of one number that fills more than half of the volume does not count. Colours stay as they are.
    public static Window of(Volume volume) {
        if (volume.voxels() instanceof Voxels.Colours) {
            return UNCHANGED;
        }
        float[] sorted = sorted(sample(volume));
        return between(sorted, foreground(sorted), TAIL, 1 - TAIL);
    }

    /// The same from one slice alone, for a volume whose other slices are not there yet.
    public static Window ofSlice(Volume volume, int k) {
        if (volume.voxels() instanceof Voxels.Colours) {
            return UNCHANGED;
        }
        GridSize size = volume.geometry().size();
        int stride = (int) Math.max(1, Math.sqrt((double) size.i() * size.j() / SAMPLES));
        float[] sorted = sorted(sample(volume, k, k + 1, stride));
        return between(sorted, foreground(sorted), TAIL, 1 - TAIL);
    }

    /// From the part `low` to the part `high` of all values in ascending order: 0 is the least, 1 the greatest. Of
    /// colours it is their green that counts.
    public static Window between(Volume volume, double low, double high) {
        return between(sorted(sample(volume)), 0, low, high);
    }

    private static Window between(float[] sorted, int first, double low, double high) {
        int last = sorted.length - 1;
        if (last < 0) {
            return new Window(0, 1);
        }
        double from = sorted[first + (int) ((last - first) * low)];
        double to = sorted[first + (int) Math.ceil((last - first) * high)];
        return to > from ? new Window((from + to) / 2, to - from) : new Window(from, 1);
    }

    /// Where the numbers after the background begin.
    private static int foreground(float[] sorted) {
        int first = 0;
        while (first < sorted.length && sorted[first] == sorted[0]) {
            first++;
        }
        return first == sorted.length || first <= sorted.length / 2 ? 0 : first;
    }

    /// In ascending order, without those that are no numbers.
    private static float[] sorted(float[] values) {
        Arrays.sort(values);
        int numbers = values.length;
        while (numbers > 0 && Float.isNaN(values[numbers - 1])) { // sort puts them last
            numbers--;
        }
        return Arrays.copyOf(values, numbers);
    }

    private static float[] sample(Volume volume) {
        GridSize size = volume.geometry().size();
        int stride = (int) Math.max(1, Math.cbrt(size.voxels() / SAMPLES));
        return sample(volume, 0, size.k(), stride);
    }

    private static float[] sample(Volume volume, int firstK, int endK, int stride) {
        GridSize size = volume.geometry().size();
        int perRow = Math.ceilDiv(size.i(), stride);
        int rows = Math.ceilDiv(size.j(), stride);
        float[] values = new float[perRow * rows * Math.ceilDiv(endK - firstK, stride)];
        int next = 0;
        for (int k = firstK; k < endK; k += stride) {
            for (int j = 0; j < size.j(); j += stride) {
                for (int i = 0; i < size.i(); i += stride) {
                    values[next++] = value(volume.voxels(), k, j * size.i() + i);
                }
            }
        }
        return values;
    }

    private static float value(Voxels voxels, int k, int at) {
        // no hot loop: some 100 000 voxels
        return switch (voxels) {
            case Voxels.Int16 signed -> signed.slice(k)[at];
            case Voxels.UInt16 unsigned -> Short.toUnsignedInt(unsigned.slice(k)[at]);
            case Voxels.Float32 real -> real.slice(k)[at];
            case Voxels.Bricked(BrickedValues values) -> {
                int columns = values.size(0).i();
                yield values.value(0, at % columns, at / columns, k);
            }
            case Voxels.Rgb8 colours -> colours.slice(k)[at] >> 8 & 0xFF;
            case Voxels.BrickedColours(_, BrickedValues green, _) -> {
                int columns = green.size(0).i();
                yield green.value(0, at % columns, at / columns, k);
            }
        };
    }
}
