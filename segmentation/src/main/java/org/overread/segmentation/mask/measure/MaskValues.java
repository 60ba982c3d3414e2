// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.Arrays;
import java.util.Optional;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.Voxels;

/// The values of a volume where a mask is.
public final class MaskValues {
    private MaskValues() {}

    /// Empty where the mask has no voxel with a number for a value. 4 bytes for each voxel of the mask.
    public static Optional<ValueStatistics> statistics(Mask mask, Voxels.InMemory voxels) {
        float[] values = sorted(mask, voxels);
        if (values.length == 0) {
            return Optional.empty();
        }
        double shift = values[values.length / 2];
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            double d = value - shift;
            sum += d;
            squares += d * d;
        }
        int n = values.length;
        double variance = n == 1 ? 0 : Math.max(0, (squares - sum * sum / n) / (n - 1));
        return Optional.of(
                new ValueStatistics(
                        values[0],
                        shift + sum / n,
                        values[n - 1],
                        Math.sqrt(variance),
                        percentile(values, 0.05),
                        percentile(values, 0.25),
                        percentile(values, 0.5),
                        percentile(values, 0.75),
                        percentile(values, 0.95)));
    }

    private static double percentile(float[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * ((double) sorted[above] - sorted[below]);
    }

    private static float[] sorted(Mask mask, Voxels.InMemory voxels) {
        var image = voxels.image();
        var size = mask.size();
        if (image.dimension(0) != size.i()
                || image.dimension(1) != size.j()
                || image.dimension(2) != size.k()) {
            throw new IllegalArgumentException("a mask of %s and other values".formatted(size));
        }
        var values = new float[Math.toIntExact(mask.count())];
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return values;
        }
        VoxelBox box = bounds.get();
        int count = 0;
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int p = box.lowI() / Block.SIDE; p <= box.highI() / Block.SIDE; p++) {
                    int at = j * size.i() + p * Block.SIDE;
                    for (int bits = mask.rowBits(p, j, k); bits != 0; bits &= bits - 1) {
                        float value = value(voxels, k, at + Integer.numberOfTrailingZeros(bits));
                        if (!Float.isNaN(value)) {
                            values[count++] = value;
                        }
                    }
                }
            }
        }
        float[] numbers = Arrays.copyOf(values, count);
        Arrays.sort(numbers);
        return numbers;
    }

    private static float value(Voxels.InMemory voxels, int k, int at) {
        return switch (voxels) {
            case Voxels.Int16 v -> v.slice(k)[at];
            case Voxels.UInt16 v -> v.slice(k)[at] & 0xffff;
            case Voxels.Float32 v -> v.slice(k)[at];
        };
    }
}
