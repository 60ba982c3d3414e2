// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/// The values of a volume that is too large for memory, at several levels of detail. Any thread.
///
/// Level 0 is the acquired grid. A voxel of level n is the mean of the 2 x 2 x 2 voxels of level n - 1 that it covers
/// (fewer at the far ends), so its index i lies at (i + 0.5) · 2^n - 0.5 of level 0. The coarsest level is held in
/// memory and stands in for whatever of a finer one has not been read yet; [#readShare()] and [#hasGaps()] say so.
public interface BrickedValues {

    /// How the values of level 0 are kept.
    SampleKind kind();

    /// Levels from 0 to before this.
    int levels();

    GridSize size(int level);

    /// The value of a voxel of a level, or of the coarsest level there while it is not read. NaN where nothing is known.
    float value(int level, int i, int j, int k);

    /// A voxel and its neighbours towards higher indices, which are itself at the far ends.
    record Cube(int i, int j, int k, int nextI, int nextJ, int nextK) {}

    /// The values at the corners of a cube: i first, then j, then k.
    default void corners(int level, Cube cube, float[] target) {
        for (int n = 0; n < 8; n++) {
            target[n] =
                    value(
                            level,
                            (n & 1) == 0 ? cube.i() : cube.nextI(),
                            (n & 2) == 0 ? cube.j() : cube.nextJ(),
                            (n & 4) == 0 ? cube.k() : cube.nextK());
        }
    }

    /// How much of the volume has been read, from 0 to 1.
    double readShare();

    /// Whether there are voxels of the coarsest level of which nothing has been read: near others they show what lies on
    /// the line between these, elsewhere they are unknown.
    default boolean hasGaps() {
        return false;
    }

    /// Slice k of level 0, columns first, into the start of `target`.
    default void readSlice(int k, float[] target) {
        GridSize size = size(0);
        int at = 0;
        for (int j = 0; j < size.j(); j++) {
            for (int i = 0; i < size.i(); i++) {
                target[at++] = value(0, i, j, k);
            }
        }
    }

    /// The finest level whose voxels are no smaller than a pixel: finer ones would be left out between the pixels.
    default int levelFor(double smallestSpacingMm, double pixelMm) {
        int level = 0;
        while (level < levels() - 1 && smallestSpacingMm * (2L << level) <= pixelMm * (1 + 1e-9)) {
            level++;
        }
        return level;
    }

    /// Level 0 for everything that is no hot loop.
    RandomAccessibleInterval<FloatType> image();
}
