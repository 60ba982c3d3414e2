// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;
import org.overread.viewer.volume.Voxels;

/// Numbers as those of a volume in bricks, of which so much has been read.
public record Bricks(Voxels.Float32 voxels, GridSize size, double readShare)
        implements BrickedValues {
    public Bricks(Voxels.Float32 voxels, GridSize size) {
        this(voxels, size, 1);
    }

    @Override
    public SampleKind kind() {
        return SampleKind.FLOAT32;
    }

    @Override
    public int levels() {
        return 1;
    }

    @Override
    public GridSize size(int level) {
        return size;
    }

    @Override
    public float value(int level, int i, int j, int k) {
        return voxels.slice(k)[j * size.i() + i];
    }

    @Override
    public RandomAccessibleInterval<FloatType> image() {
        return voxels.image();
    }
}
