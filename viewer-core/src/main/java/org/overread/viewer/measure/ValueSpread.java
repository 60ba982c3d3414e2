// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.Arrays;
import java.util.Optional;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// How values are spread, in the volume's unit: what a histogram is drawn from. Immutable; keeps all values, in ascending
/// order, each with the size with which it counts.
public final class ValueSpread {
    private final double[] value;

    /// What all values up to this one measure together; alike where empty.
    private final double[] upTo;

    private final double each;
    private final double mean;

    private ValueSpread(double[] value, double[] upTo, double each) {
        this.value = value;
        this.upTo = upTo;
        this.each = each;
        double sum = 0;
        double middle = value[value.length / 2]; // so that far values lose no digits
        for (int n = 0; n < value.length; n++) {
            sum += sizeOf(n) * (value[n] - middle);
        }
        mean = middle + sum / size();
    }

    /// Of the voxels of a region. Empty where no voxel with a value counts, and for colours. Any thread; sorts the
    /// region's values.
    public static Optional<ValueSpread> of(Region region, Volume volume) {
        return RegionValues.of(region, volume).flatMap(RegionValues::spread);
    }

    /// Of the voxels that an outline encloses, by the same rule as of a flat region.
    public static Optional<ValueSpread> of(Marking.Polygon outline, Volume volume) {
        return RegionValues.of(outline, volume).flatMap(RegionValues::spread);
    }

    /// Of the voxels of a set, which count alike. Empty where none of them has a value, and for colours. The set is of the
    /// volume's grid. Any thread; sorts their values.
    public static Optional<ValueSpread> of(BitBlocks set, Volume volume) {
        GridSize size = volume.geometry().size();
        if (!set.size().equals(size)) {
            throw new IllegalArgumentException(
                    "a set of %s and other values".formatted(set.size()));
        }
        return VoxelNumbers.of(volume.voxels(), size.i())
                .flatMap(
                        numbers -> {
                            var values = new RegionValues();
                            SetVoxels.visit(set, (i, j, k) -> values.add(numbers.at(i, j, k), 1));
                            return values.spread();
                        });
    }

    /// Of values in ascending order, at least one, that count alike, each with a size above 0. The array is kept.
    public static ValueSpread alike(double[] sorted, double each) {
        return new ValueSpread(sorted, new double[0], each);
    }

    /// Of values in ascending order, at least one, each with a size of its own.
    static ValueSpread sorted(double[] sorted, double[] sizes) {
        double[] upTo = sizes.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
        return new ValueSpread(sorted, upTo, 0);
    }

    public int count() {
        return value.length;
    }

    /// What all measure together.
    public double size() {
        return upTo.length == 0 ? each * value.length : upTo[upTo.length - 1];
    }

    public double least() {
        return value[0];
    }

    public double most() {
        return value[value.length - 1];
    }

    public double mean() {
        return mean;
    }

    /// Divides by the number of values less one; of sizes that differ, accordingly. 0 of one value.
    public double sd() {
        double squares = 0;
        for (int n = 0; n < value.length; n++) {
            squares += sizeOf(n) * sizeOf(n);
        }
        double free = size() - squares / size();
        return value.length > 1 && free > 0 ? Math.sqrt(moment(2) * size() / free) : 0;
    }

    /// How far the longer tail lies above; 0 where all values are equal.
    public double skewness() {
        double variance = moment(2);
        return variance == 0 ? 0 : moment(3) / Math.pow(variance, 1.5);
    }

    /// Above 0 where tails are longer than those of a normal distribution; 0 where all values are equal.
    public double excessKurtosis() {
        double variance = moment(2);
        return variance == 0 ? 0 : moment(4) / (variance * variance) - 3;
    }

    /// About the mean.
    private double moment(int power) {
        double sum = 0;
        for (int n = 0; n < value.length; n++) {
            double away = value[n] - mean;
            double product = away * away;
            for (int p = 2; p < power; p++) {
                product *= away;
            }
            sum += sizeOf(n) * product;
        }
        return sum / size();
    }

    /// The value below which a share of the values lies, 0 to 1: linear between neighbours where all count alike, as
    /// numpy and spreadsheets have it; otherwise the value at which that share of the size is reached, or the middle of
    /// two where it is reached between them.
    public double percentile(double share) {
        if (upTo.length == 0) {
            double at = share * (value.length - 1);
            int below = (int) at;
            int above = Math.min(below + 1, value.length - 1);
            return value[below] + (at - below) * (value[above] - value[below]);
        }
        double wanted = share * size();
        double same = 1e-9 * size();
        int n = 0;
        while (n < value.length - 1 && upTo[n] < wanted - same) {
            n++;
        }
        boolean between = Math.abs(upTo[n] - wanted) <= same && n + 1 < value.length;
        return between ? (value[n] + value[n + 1]) / 2 : value[n];
    }

    public double median() {
        return percentile(0.5);
    }

    /// With bins of this width, whose edges are multiples of it.
    public Histogram histogram(double width) {
        double from = Math.floor(least() / width) * width;
        int bins = 1 + (int) Math.floor((most() - from) / width);
        double[] sizes = new double[bins];
        int[] counts = new int[bins];
        for (int n = 0; n < value.length; n++) {
            int bin = Math.clamp((int) Math.floor((value[n] - from) / width), 0, bins - 1);
            sizes[bin] += sizeOf(n);
            counts[bin]++;
        }
        return Histogram.of(from, width, sizes, counts);
    }

    /// A width that shows the shape and not the noise, by Freedman and Diaconis, of a round number: 1, 2 or 5 times a
    /// power of ten. Not below 1 where all values are whole.
    public double usualWidth() {
        double range = most() - least();
        double middleHalf = percentile(0.75) - percentile(0.25);
        double wanted = 2 * (middleHalf > 0 ? middleHalf : range / 2) / Math.cbrt(value.length);
        double finest = range / Histogram.MOST_BINS;
        double width = Histogram.roundUp(Math.max(wanted, finest));
        return isWhole() ? Math.max(1, width) : width;
    }

    private boolean isWhole() {
        return Arrays.stream(value).allMatch(v -> v == Math.rint(v));
    }

    private double sizeOf(int n) {
        return upTo.length == 0 ? each : n == 0 ? upTo[0] : upTo[n] - upTo[n - 1];
    }
}
