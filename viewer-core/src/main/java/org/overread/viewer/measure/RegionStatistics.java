// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.overread.viewer.volume.Volume;

/// The values of the voxels that count for a region, in the volume's unit.
///
/// Mean, deviation and median weigh each voxel by the size with which it counts; where all count alike they are the plain
/// ones, and `sd` divides by the number of voxels less one. `size` is what all of them measure together, mm² or mm³.
public record RegionStatistics(
        int voxels, double size, double mean, double sd, double least, double most, double median) {

    /// Empty where no voxel with a value counts, and for colours. Costs the region's voxels, of which it keeps the
    /// values for a moment.
    public static Optional<RegionStatistics> of(Region region, Volume volume) {
        return VoxelNumbers.of(volume.voxels(), volume.geometry().size().i())
                .flatMap(
                        numbers -> {
                            var values = new Values();
                            RegionVoxels.visit(
                                    region,
                                    volume.geometry(),
                                    (i, j, k, size) -> values.add(numbers.at(i, j, k), size));
                            return values.statistics();
                        });
    }

    /// Values as they come.
    private static final class Values {
        private double[] value = new double[256];
        private double[] size = new double[256];
        private int count;

        void add(double v, double weight) {
            if (Double.isNaN(v)) {
                return;
            }
            if (count == value.length) {
                value = Arrays.copyOf(value, 2 * count);
                size = Arrays.copyOf(size, 2 * count);
            }
            value[count] = v;
            size[count++] = weight;
        }

        Optional<RegionStatistics> statistics() {
            if (count == 0) {
                return Optional.empty();
            }
            double all = 0;
            double squares = 0;
            double sum = 0;
            double least = value[0];
            double most = value[0];
            boolean alike = true;
            for (int n = 0; n < count; n++) {
                all += size[n];
                squares += size[n] * size[n];
                sum += size[n] * value[n];
                least = Math.min(least, value[n]);
                most = Math.max(most, value[n]);
                alike &= Math.abs(size[n] - size[0]) <= 1e-9 * size[0];
            }
            double mean = sum / all;
            double spread = 0;
            for (int n = 0; n < count; n++) {
                spread += size[n] * (value[n] - mean) * (value[n] - mean);
            }
            double free = all - squares / all;
            double sd = count > 1 && free > 0 ? Math.sqrt(spread / free) : 0;
            double median = alike ? plainMedian() : weightedMedian(all);
            return Optional.of(new RegionStatistics(count, all, mean, sd, least, most, median));
        }

        private double plainMedian() {
            double[] sorted = Arrays.copyOf(value, count);
            Arrays.sort(sorted);
            return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        }

        /// Half of the region's size has lower values, half has higher ones.
        private double weightedMedian(double all) {
            int[] order =
                    IntStream.range(0, count)
                            .boxed()
                            .sorted(Comparator.comparingDouble(n -> value[n]))
                            .mapToInt(n -> n)
                            .toArray();
            double below = 0;
            for (int n = 0; n < count; n++) {
                below += size[order[n]];
                if (Math.abs(below - all / 2) <= 1e-9 * all && n + 1 < count) {
                    return (value[order[n]] + value[order[n + 1]]) / 2;
                }
                if (below > all / 2) {
                    return value[order[n]];
                }
            }
            return value[order[count - 1]];
        }
    }
}
