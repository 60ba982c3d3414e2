// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.volume.VolumeGeometry;

/// Where slices lie along their normal, in millimetres: what blurs and differences across slices are weighed by, so that
/// slices whose distances differ are right too. Beyond the ends slices go on as the last two do.
record SliceSteps(VolumeGeometry geometry) {
    private static final double TRUNCATE = 3; // standard deviations, as in a slice

    /// A slice and its share in a blur.
    record Share(int k, float weight) {}

    private double position(int k) {
        return geometry.slices().originAt(k).from(geometry.origin()).dot(geometry.normal());
    }

    /// Millimetres from slice `k` to slice `k + 1`.
    double distance(int k) {
        return Math.abs(position(k + 1) - position(k));
    }

    /// The slices of the volume that a Gaussian around slice `k` takes in; the shares are together 1. A slice counts for
    /// the room that it takes.
    List<Share> blur(int k, double sigmaMm) {
        int last = geometry.size().k() - 1;
        var sums = new double[last + 1];
        double all = add(sums, k, k, sigmaMm);
        for (int n = k - 1; reaches(n, k, sigmaMm); n--) {
            all += add(sums, n, k, sigmaMm);
        }
        for (int n = k + 1; reaches(n, k, sigmaMm); n++) {
            all += add(sums, n, k, sigmaMm);
        }
        var shares = new ArrayList<Share>();
        for (int n = 0; n <= last; n++) {
            if (sums[n] > 0) {
                shares.add(new Share(n, (float) (sums[n] / all)));
            }
        }
        return shares;
    }

    private boolean reaches(int n, int k, double sigmaMm) {
        return Math.abs(position(n) - position(k)) <= TRUNCATE * sigmaMm + room(n) / 2;
    }

    private double room(int n) {
        return Math.abs(position(n + 1) - position(n - 1)) / 2;
    }

    private double add(double[] sums, int n, int k, double sigmaMm) {
        double off = (position(n) - position(k)) / sigmaMm;
        double weight = room(n) * Math.exp(-0.5 * off * off);
        sums[Math.clamp(n, 0, sums.length - 1)] += weight;
        return weight;
    }
}
