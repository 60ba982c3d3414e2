// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;
import org.overread.viewer.volume.Voxels;

/// The colours of a large volume, slice by slice into bricks and coarser levels: a pyramid for each channel, so that the
/// mean of colours is the mean of their channels. Any thread. What it keeps in memory is as little as one pyramid does.
public final class ColourPyramid {
    private static final int CHANNELS = 3;

    private final Pyramid red;
    private final Pyramid green;
    private final Pyramid blue;

    private ColourPyramid(Pyramid red, Pyramid green, Pyramid blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /// An empty one, its files in the cache folder. Fails with [NoRoomException] where the disk is too full.
    public static ColourPyramid create(GridSize size) throws IOException {
        return create(size, BrickFolder.here().ready(), Pyramid.COARSE_VOXELS / CHANNELS);
    }

    /// `coarseVoxels` is what the coarsest level of a channel may have.
    static ColourPyramid create(GridSize size, Path folder, long coarseVoxels) throws IOException {
        return new ColourPyramid(
                channel(size, folder, coarseVoxels),
                channel(size, folder, coarseVoxels),
                channel(size, folder, coarseVoxels));
    }

    private static Pyramid channel(GridSize size, Path folder, long coarseVoxels)
            throws IOException {
        return Pyramid.create(size, SampleKind.UINT8, folder, coarseVoxels, CHANNELS);
    }

    /// In which order slices are best read, as of [Pyramid#order()].
    public List<Integer> order() {
        return red.order();
    }

    public Voxels.BrickedColours voxels() {
        return new Voxels.BrickedColours(red, green, blue);
    }

    /// Takes in slice `k`, colours packed as voxels hold them. The caller may use the array again afterwards.
    public void add(int k, int[] colours) {
        red.add(k, channel(colours, 16));
        green.add(k, channel(colours, 8));
        blue.add(k, channel(colours, 0));
    }

    private static SliceValues channel(int[] colours, int shift) {
        byte[] values = new byte[colours.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = (byte) (colours[n] >> shift);
        }
        return new SliceValues.Bytes(values);
    }
}
