// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.volume.Voxels;

/// The phantom P(n) on which other programs were measured: three warped shells in a cube and noise of whole numbers from
/// a 32-bit generator, the same in every language.
final class PhantomVoxels {
    private static final int FIRST_STATE = 12345;

    private PhantomVoxels() {}

    static Voxels.Int16 of(int side) {
        var voxels = new Voxels.Int16(PlanarImgs.shorts(side, side, side));
        int state = FIRST_STATE;
        double half = side / 2.0;
        for (int k = 0; k < side; k++) {
            short[] slice = voxels.slice(k);
            double z = (k - half) / half;
            for (int j = 0; j < side; j++) {
                double y = (j - half) / half;
                for (int i = 0; i < side; i++) {
                    double x = (i - half) / half;
                    double r =
                            Math.sqrt(x * x + y * y * 1.2 + z * z * 1.1)
                                    + 0.06 * Math.sin(9 * x) * Math.sin(7 * y) * Math.cos(8 * z);
                    int value = r < 0.35 ? 120 : r < 0.6 ? 40 : r < 0.85 ? -60 : -1000;
                    state = state * 1664525 + 1013904223;
                    slice[j * side + i] = (short) (value + ((state >>> 24) & 31) - 16);
                }
            }
        }
        return voxels;
    }
}
