// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.overread.segmentation.tool.bits.VoxelValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// How often values come in a volume, to be looked at: even bins over all but the rarest values, the outer bins holding
/// what lies beyond. Counted on a share of the voxels that is spread over the whole volume.
public record ValueHistogram(double lowest, double highest, List<Long> counts) {
    private static final int BINS = 160;
    private static final int SAMPLES = 400_000;
    private static final double RARE = 0.001;

    public ValueHistogram {
        counts = List.copyOf(counts);
    }

    private static ValueHistogram empty() {
        return new ValueHistogram(0, 1, Collections.nCopies(BINS, 0L));
    }

    /// Of values that fit into memory; about 10 ms.
    static ValueHistogram of(Volume volume, CancelToken cancel) {
        if (!(volume.voxels() instanceof Voxels.InMemory voxels)) {
            return empty();
        }
        float[] sampled = samples(new VoxelValues(voxels), volume.geometry().size(), cancel);
        if (sampled.length == 0) {
            return empty();
        }
        Arrays.sort(sampled);
        double low = sampled[(int) (sampled.length * RARE)];
        double high = sampled[(int) (sampled.length * (1 - RARE))];
        if (high <= low) {
            high = low + 1;
        }
        var counts = new long[BINS];
        for (float value : sampled) {
            double share = (value - low) / (high - low);
            counts[Math.clamp((long) (share * BINS), 0, BINS - 1)]++;
        }
        return new ValueHistogram(low, high, Arrays.stream(counts).boxed().toList());
    }

    private static float[] samples(VoxelValues values, GridSize size, CancelToken cancel) {
        long all = (long) size.i() * size.j() * size.k();
        long stride = Math.max(1, all / SAMPLES) | 1; // odd, so that it meets every column
        var sampled = new float[(int) (all / stride) + 1];
        int count = 0;
        for (long n = 0; n < all; n += stride) {
            if (n % 4096 == 0) {
                cancel.check();
            }
            int i = (int) (n % size.i());
            int j = (int) (n / size.i() % size.j());
            int k = (int) (n / size.i() / size.j());
            float value = (float) values.at(i, j, k);
            if (Float.isFinite(value)) {
                sampled[count++] = value;
            }
        }
        return Arrays.copyOf(sampled, count);
    }

    /// Where a value stands between the ends, 0 to 1.
    double share(double value) {
        return Math.clamp((value - lowest) / (highest - lowest), 0, 1);
    }

    /// The value at a place between the ends, to a thousandth of the whole range.
    double value(double share) {
        double step = Math.pow(10, Math.floor(Math.log10((highest - lowest) / 500)));
        return Math.round((lowest + share * (highest - lowest)) / step) * step;
    }
}
