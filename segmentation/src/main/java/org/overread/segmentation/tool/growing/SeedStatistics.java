// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// What the voxels around seeds say: the mean of the seeds' boxes and the variance of all their voxels, a voxel in
/// several boxes counted in each, the outermost voxels repeated beyond the edge. `lowest` and `highest` are values of
/// the seeds themselves.
record SeedStatistics(double mean, double variance, double lowest, double highest) {

    /// At least one seed; radius 0 takes the seeds alone.
    static SeedStatistics of(Voxels.InMemory voxels, List<Seed.Point> seeds, int radius) {
        var values = new VoxelValues(voxels);
        double side = 2.0 * radius + 1;
        double box = side * side * side;
        double mean = 0;
        double sum = 0;
        double squares = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Seed.Point seed : seeds) {
            double value = values.at(seed.i(), seed.j(), seed.k());
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            double[] sums = sums(values, seed, radius);
            mean += sums[0] / box;
            sum += sums[0];
            squares += sums[1];
        }
        double count = seeds.size() * box;
        mean /= seeds.size();
        // the two ways are equal but for rounding, and rounding is to be that of ITK
        double deviations =
                radius > 0 ? squares - mean * mean * count : squares - sum * sum / count;
        return new SeedStatistics(mean, deviations / (count - 1), lowest, highest);
    }

    private static double[] sums(VoxelValues values, Seed.Point seed, int radius) {
        GridSize size = values.size();
        double sum = 0;
        double squares = 0;
        for (int dk = -radius; dk <= radius; dk++) {
            int k = Math.clamp(seed.k() + dk, 0, size.k() - 1);
            for (int dj = -radius; dj <= radius; dj++) {
                int j = Math.clamp(seed.j() + dj, 0, size.j() - 1);
                for (int di = -radius; di <= radius; di++) {
                    double value = values.at(Math.clamp(seed.i() + di, 0, size.i() - 1), j, k);
                    sum += value;
                    squares += value * value;
                }
            }
        }
        return new double[] {sum, squares};
    }

    /// So many standard deviations to either side of the mean, wide enough for the seeds; empty where there is no
    /// number.
    Optional<ValueRange> range(double multiplier) {
        double half = multiplier * Math.sqrt(variance);
        double lower = Math.min(mean - half, lowest);
        double upper = Math.max(mean + half, highest);
        return Double.isNaN(lower) || Double.isNaN(upper)
                ? Optional.empty()
                : Optional.of(new ValueRange(lower, upper));
    }
}
