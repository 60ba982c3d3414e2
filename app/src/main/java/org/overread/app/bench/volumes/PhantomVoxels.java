// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.volumes;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.volume.Voxels;

/// The phantom P(n) on which other programs were measured: three warped shells in a cube and noise of whole numbers from
/// a 32-bit generator, the same in every language.
public final class PhantomVoxels {
    public static final double INNER = 0.35;
    public static final double MIDDLE = 0.6;
    public static final double OUTER = 0.85;

    private static final int FIRST_STATE = 12345;

    private PhantomVoxels() {}

    public static Voxels.Int16 of(int side) {
        var voxels = new Voxels.Int16(PlanarImgs.shorts(side, side, side));
        int state = FIRST_STATE;
        for (int k = 0; k < side; k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                double r = radius(n % side, n / side, k, side);
                int value = r < INNER ? 120 : r < MIDDLE ? 40 : r < OUTER ? -60 : -1000;
                state = state * 1664525 + 1013904223;
                slice[n] = (short) (value + ((state >>> 24) & 31) - 16);
            }
        }
        return voxels;
    }

    /// How far out a voxel lies: the shells end at [#INNER], [#MIDDLE] and [#OUTER].
    public static double radius(int i, int j, int k, int side) {
        double half = side / 2.0;
        double x = (i - half) / half;
        double y = (j - half) / half;
        double z = (k - half) / half;
        return Math.sqrt(x * x + y * y * 1.2 + z * z * 1.1)
                + 0.06 * Math.sin(9 * x) * Math.sin(7 * y) * Math.cos(8 * z);
    }
}
