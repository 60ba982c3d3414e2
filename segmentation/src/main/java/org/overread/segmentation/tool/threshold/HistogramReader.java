// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.Progress;

/// Counts the values of a volume, or of a part of it. Values that are no finite number are not counted. About a
/// nanosecond a voxel for whole numbers, whose every value is counted first.
final class HistogramReader {
    private final Voxels.InMemory voxels;
    private final BitSlices part;
    private final GridSize size;
    private final ToolWork work;

    HistogramReader(Voxels.InMemory voxels, BitSlices part, ToolWork work) {
        this.voxels = voxels;
        this.part = part;
        this.work = work;
        size = part.size();
    }

    /// Empty where there are not two different values to tell apart.
    Optional<Histogram> read(int bins) {
        return switch (voxels) {
            case Voxels.Int16 whole -> counted(k -> whole.slice(k), 0x8000, bins);
            case Voxels.UInt16 whole -> counted(k -> whole.slice(k), 0, bins);
            case Voxels.Float32 real -> reals(real, bins);
        };
    }

    @FunctionalInterface
    private interface Shorts {
        short[] slice(int k);
    }

    /// `offset` makes the type's lowest value number 0.
    private Optional<Histogram> counted(Shorts shorts, int offset, int bins) {
        var counts = new long[0x1_0000];
        var words = new long[BitSlices.wordsPerSlice(size)];
        for (int k = 0; k < size.k(); k++) {
            next(k, words);
            short[] values = shorts.slice(k);
            for (int w = 0; w < words.length; w++) {
                int at = first(w);
                if (words[w] == -1L) {
                    for (int n = at; n < at + 64; n++) {
                        counts[(values[n] + offset) & 0xFFFF]++;
                    }
                } else {
                    for (long bits = words[w]; bits != 0; bits &= bits - 1) {
                        counts[(values[at + Long.numberOfTrailingZeros(bits)] + offset) & 0xFFFF]++;
                    }
                }
            }
        }
        OptionalInt low = IntStream.range(0, 0x1_0000).filter(n -> counts[n] > 0).findFirst();
        if (low.isEmpty()) {
            return Optional.empty();
        }
        int high = 0xFFFF;
        while (counts[high] == 0) {
            high--;
        }
        if (high == low.getAsInt()) {
            return Optional.empty();
        }
        var histogram =
                new Histogram(low.getAsInt() - (double) offset, high - (double) offset, bins);
        for (int n = low.getAsInt(); n <= high; n++) {
            if (counts[n] > 0) {
                histogram.add(n - (double) offset, counts[n]);
            }
        }
        return Optional.of(histogram);
    }

    private Optional<Histogram> reals(Voxels.Float32 real, int bins) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        each(
                real,
                value -> {
                    ends[0] = Math.min(ends[0], value);
                    ends[1] = Math.max(ends[1], value);
                });
        if (!(ends[0] < ends[1])) {
            return Optional.empty();
        }
        var histogram = new Histogram(ends[0], ends[1], bins);
        each(real, value -> histogram.add(value, 1));
        return Optional.of(histogram);
    }

    @FunctionalInterface
    private interface ValueVisitor {
        void visit(float value);
    }

    private void each(Voxels.Float32 real, ValueVisitor visitor) {
        var words = new long[BitSlices.wordsPerSlice(size)];
        for (int k = 0; k < size.k(); k++) {
            next(k, words);
            float[] values = real.slice(k);
            for (int w = 0; w < words.length; w++) {
                int at = first(w);
                for (long bits = words[w]; bits != 0; bits &= bits - 1) {
                    float value = values[at + Long.numberOfTrailingZeros(bits)];
                    if (Float.isFinite(value)) {
                        visitor.visit(value);
                    }
                }
            }
        }
    }

    private void next(int k, long[] words) {
        work.check();
        work.progress().progress(new Progress(k, size.k()));
        part.read(k, words);
    }

    private int first(int w) {
        int perRow = BitSlices.wordsPerRow(size);
        return w / perRow * size.i() + ((w % perRow) << 6);
    }
}
