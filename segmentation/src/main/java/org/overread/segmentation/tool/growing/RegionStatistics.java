// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import org.overread.segmentation.tool.bits.Bits;
import org.overread.viewer.volume.Voxels;

/// Mean and sample variance of the values in a region. Sums of whole numbers are exact.
record RegionStatistics(long count, double mean, double variance) {

    static RegionStatistics of(Voxels.InMemory voxels, Bits region) {
        return switch (voxels) {
            case Voxels.Int16 whole -> {
                var sums = new Whole();
                for (int k = 0; k < region.size().k(); k++) {
                    sums.add(whole.slice(k), region, k, 0xFFFF_FFFF);
                }
                yield sums.statistics();
            }
            case Voxels.UInt16 whole -> {
                var sums = new Whole();
                for (int k = 0; k < region.size().k(); k++) {
                    sums.add(whole.slice(k), region, k, 0xFFFF);
                }
                yield sums.statistics();
            }
            case Voxels.Float32 real -> {
                var sums = new Real();
                for (int k = 0; k < region.size().k(); k++) {
                    sums.add(real.slice(k), region, k);
                }
                yield sums.statistics();
            }
        };
    }

    private static RegionStatistics of(long count, double sum, double squares) {
        return new RegionStatistics(
                count, sum / count, (squares - sum * sum / count) / (count - 1.0));
    }

    private static final class Whole {
        private long count;
        private long sum;
        private long squares;

        void add(short[] values, Bits region, int k, int keep) {
            long[] words = region.sliceOrNull(k);
            if (words == null) {
                return;
            }
            int width = region.size().i();
            int perRow = region.wordsPerRow();
            for (int w = 0; w < words.length; w++) {
                int at = w / perRow * width + (w % perRow << 6);
                count += Long.bitCount(words[w]);
                for (long bits = words[w]; bits != 0; bits &= bits - 1) {
                    int value = values[at + Long.numberOfTrailingZeros(bits)] & keep;
                    sum += value;
                    squares += (long) value * value;
                }
            }
        }

        RegionStatistics statistics() {
            return of(count, (double) sum, (double) squares);
        }
    }

    private static final class Real {
        private long count;
        private double sum;
        private double squares;

        void add(float[] values, Bits region, int k) {
            long[] words = region.sliceOrNull(k);
            if (words == null) {
                return;
            }
            int width = region.size().i();
            int perRow = region.wordsPerRow();
            for (int w = 0; w < words.length; w++) {
                int at = w / perRow * width + (w % perRow << 6);
                count += Long.bitCount(words[w]);
                for (long bits = words[w]; bits != 0; bits &= bits - 1) {
                    double value = values[at + Long.numberOfTrailingZeros(bits)];
                    sum += value;
                    squares += value * value;
                }
            }
        }

        RegionStatistics statistics() {
            return of(count, sum, squares);
        }
    }
}
