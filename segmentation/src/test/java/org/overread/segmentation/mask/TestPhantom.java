// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Voxels;

/// The phantom P(n) that other programs were measured on: three warped shells and noise from a 32-bit generator.
public final class TestPhantom {
    private TestPhantom() {}

    public static Voxels.Int16 voxels(int side) {
        var voxels = new Voxels.Int16(PlanarImgs.shorts(side, side, side));
        int state = 12345;
        double half = side / 2.0;
        for (int k = 0; k < side; k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                int i = n % side;
                int j = n / side;
                double x = (i - half) / half;
                double y = (j - half) / half;
                double z = (k - half) / half;
                double r =
                        Math.sqrt(x * x + y * y * 1.2 + z * z * 1.1)
                                + 0.06 * Math.sin(9 * x) * Math.sin(7 * y) * Math.cos(8 * z);
                int value = r < 0.35 ? 120 : r < 0.6 ? 40 : r < 0.85 ? -60 : -1000;
                state = state * 1664525 + 1013904223;
                slice[n] = (short) (value + ((state >>> 24) & 31) - 16);
            }
        }
        return voxels;
    }

    /// Where the phantom's classes blur into one another: hundreds of thousands of parts.
    public static Mask speckle(int side) {
        return speckle(voxels(side));
    }

    public static Mask speckle(Voxels voxels) {
        return MaskRows.between(voxels.numbers(), 42, 109, Crew.alone())
                .union(MaskRows.between(voxels.numbers(), -49, 9, Crew.alone()));
    }
}
