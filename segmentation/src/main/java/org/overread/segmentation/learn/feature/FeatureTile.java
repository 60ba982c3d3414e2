// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import java.util.BitSet;

/// The features of the voxels of a region. Immutable by agreement: the array is written once, by whoever computed it.
public final class FeatureTile {
    private final TileRegion region;
    private final float[] values;
    private final BitSet unknown;

    FeatureTile(TileRegion region, float[] values, BitSet unknown) {
        this.region = region;
        this.values = values;
        this.unknown = unknown;
    }

    public TileRegion region() {
        return region;
    }

    /// One feature after the other, each of all voxels, i fastest. Not to be written.
    public float[] values() {
        return values;
    }

    /// Whether a voxel, counted in the region, has a value that is a number.
    public boolean isKnown(int n) {
        return !unknown.get(n);
    }

    /// All features of one voxel, counted in the region.
    public float[] row(int n) {
        int voxels = region.voxels();
        var row = new float[values.length / voxels];
        for (int f = 0; f < row.length; f++) {
            row[f] = values[f * voxels + n];
        }
        return row;
    }

    long bytes() {
        return 4L * values.length;
    }
}
