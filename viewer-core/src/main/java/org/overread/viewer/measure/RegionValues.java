// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.overread.viewer.volume.Volume;

/// The values of the voxels of a region, each with the size with which it counts. Not a number is no value.
final class RegionValues {
    private double[] value = new double[256];
    private double[] size = new double[256];
    private int count;

    /// Empty for colours; costs the region's voxels.
    static Optional<RegionValues> of(Region region, Volume volume) {
        return of(volume, visitor -> RegionVoxels.visit(region, volume.geometry(), visitor));
    }

    /// Of what an outline encloses.
    static Optional<RegionValues> of(Marking.Polygon outline, Volume volume) {
        var part = OutlinePart.of(outline);
        return of(volume, visitor -> PlaneVoxels.visit(part, volume.geometry(), visitor));
    }

    private static Optional<RegionValues> of(Volume volume, Consumer<RegionVoxels.Visitor> visit) {
        return VoxelNumbers.of(volume.voxels(), volume.geometry().size().i())
                .map(
                        numbers -> {
                            var values = new RegionValues();
                            visit.accept((i, j, k, size) -> values.add(numbers.at(i, j, k), size));
                            return values;
                        });
    }

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
        for (int n = 0; n < count; n++) {
            all += size[n];
            squares += size[n] * size[n];
            sum += size[n] * value[n];
            least = Math.min(least, value[n]);
            most = Math.max(most, value[n]);
        }
        double mean = sum / all;
        double spread = 0;
        for (int n = 0; n < count; n++) {
            spread += size[n] * (value[n] - mean) * (value[n] - mean);
        }
        double free = all - squares / all;
        double sd = count > 1 && free > 0 ? Math.sqrt(spread / free) : 0;
        double median = countAlike() ? plainMedian() : weightedMedian(all);
        return Optional.of(new RegionStatistics(count, all, mean, sd, least, most, median));
    }

    /// Whether all count with the same size.
    private boolean countAlike() {
        for (int n = 1; n < count; n++) {
            if (Math.abs(size[n] - size[0]) > 1e-9 * size[0]) {
                return false;
            }
        }
        return true;
    }

    /// The same, in ascending order.
    Optional<ValueSpread> spread() {
        if (count == 0) {
            return Optional.empty();
        }
        if (countAlike()) {
            double[] sorted = Arrays.copyOf(value, count);
            Arrays.sort(sorted);
            return Optional.of(ValueSpread.alike(sorted, size[0]));
        }
        int[] order = order();
        return Optional.of(
                ValueSpread.sorted(
                        IntStream.of(order).mapToDouble(n -> value[n]).toArray(),
                        IntStream.of(order).mapToDouble(n -> size[n]).toArray()));
    }

    private double plainMedian() {
        double[] sorted = Arrays.copyOf(value, count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }

    private int[] order() {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> value[n]))
                .mapToInt(n -> n)
                .toArray();
    }

    /// Half of the region's size has lower values, half has higher ones.
    private double weightedMedian(double all) {
        int[] order = order();
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
