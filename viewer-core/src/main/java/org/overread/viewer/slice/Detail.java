// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Optional;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// What a picture of a volume too large for memory shows of it: a voxel of the picture covers `side` x `side` x `side`
/// acquired ones, and `readShare` of the volume, 0 to 1, has been read so far.
public record Detail(int side, double readShare) {

    /// Of a scene's base image; empty where all of it is in memory.
    static Optional<Detail> of(SliceScene scene) {
        return bricks(scene.volume().voxels())
                .map(
                        values ->
                                new Detail(
                                        1
                                                << level(
                                                        scene.volume(),
                                                        values,
                                                        scene.raster().pixelMm()),
                                        values.readShare()));
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
