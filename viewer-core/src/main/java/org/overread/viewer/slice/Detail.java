// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Optional;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// What a picture of a volume too large for memory shows of it: a voxel of the picture covers `side` x `side` x `side`
/// acquired ones. `readShare` of the volume, 0 to 1, has been read so far; the rest is shown as `unread` says, from
/// voxels of `coarsestSide` acquired ones a side.
public record Detail(int side, int coarsestSide, double readShare, Unread unread) {

    /// What stands for voxels that have not been read.
    public enum Unread {
        /// All are read.
        NONE,
        /// Coarse voxels of which at least one slice is read.
        COARSE,
        /// In part only lines drawn between slices that lie far apart, or nothing.
        BETWEEN_SLICES
    }

    /// Of a scene's base image; empty where all of it is in memory.
    static Optional<Detail> of(SliceScene scene) {
        return bricks(scene.volume().voxels())
                .map(values -> of(values, level(scene.volume(), values, scene.raster().pixelMm())));
    }

    private static Detail of(BrickedValues values, int level) {
        double readShare = values.readShare();
        Unread unread;
        if (readShare == 1) {
            unread = Unread.NONE;
        } else {
            unread = values.hasGaps() ? Unread.BETWEEN_SLICES : Unread.COARSE;
        }
        return new Detail(1 << level, 1 << (values.levels() - 1), readShare, unread);
    }

    /// Of colours, a channel: the last one to be filled.
    private static Optional<BrickedValues> bricks(Voxels voxels) {
        return switch (voxels) {
            case Voxels.Bricked(BrickedValues values) -> Optional.of(values);
            case Voxels.BrickedColours(_, _, BrickedValues blue) -> Optional.of(blue);
            case Voxels.InMemory _, Voxels.Rgb8 _ -> Optional.empty();
        };
    }

    /// The level that pixels of this width are drawn from.
    public static int level(Volume volume, BrickedValues values, double pixelMm) {
        return values.levelFor(smallestSpacingMm(volume.geometry()), pixelMm);
    }

    private static double smallestSpacingMm(VolumeGeometry geometry) {
        double least = Math.min(geometry.spacingI(), geometry.spacingJ());
        for (int k = 0; k + 1 < geometry.size().k(); k++) {
            least = Math.min(least, geometry.kStep(k).length());
        }
        return least;
    }
}
