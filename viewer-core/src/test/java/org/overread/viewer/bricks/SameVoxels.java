// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.util.Arrays;
import java.util.Optional;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// A volume in memory and the same one in bricks, voxel by voxel.
public final class SameVoxels {
    private SameVoxels() {}

    /// Where the two disagree, in words.
    public static Optional<String> difference(Volume whole, Volume bricked) {
        GridSize size = whole.geometry().size();
        return switch (bricked.voxels()) {
            case Voxels.Bricked bricks -> ofNumbers(size, whole, bricks);
            case Voxels.BrickedColours bricks -> ofColours(size, whole, bricks);
            case Voxels other -> Optional.of("no bricks: " + other.getClass());
        };
    }

    private static Optional<String> ofNumbers(GridSize size, Volume whole, Voxels.Bricked bricks) {
        var image = whole.voxels().numbers().image();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    float one = image.getAt(i, j, k).getRealFloat();
                    float other = bricks.values().value(0, i, j, k);
                    if (Float.compare(one, other) != 0 && one != other) {
                        return Optional.of("%s and %s at %d %d %d".formatted(one, other, i, j, k));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofColours(
            GridSize size, Volume whole, Voxels.BrickedColours bricks) {
        for (int k = 0; k < size.k(); k++) {
            boolean same =
                    whole.voxels() instanceof Voxels.Rgb8 colours
                            && Arrays.equals(colours.slice(k), bricks.slice(k));
            if (!same) {
                return Optional.of("other colours in slice " + k);
            }
        }
        return Optional.empty();
    }
}
