// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Volumes drawn in code. The nested phantom is one that other programs draw too, voxel for voxel.
public final class Phantom {
    private Phantom() {}

    /// Three nested lumpy bodies of 120, 40 and -60 in -1000, with noise of -16…15.
    public static Volume nested(int n) {
        return nested(new GridSize(n, n, n));
    }

    /// The same in a box of any shape.
    public static Volume nested(GridSize size) {
        var image = PlanarImgs.shorts(size.i(), size.j(), size.k());
        int state = 12345;
        for (int k = 0; k < size.k(); k++) {
            short[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int at = 0; at < slice.length; at++) {
                int row = at / size.i();
                double x = (at % size.i() - size.i() / 2.0) / (size.i() / 2.0);
                double y = (row - size.j() / 2.0) / (size.j() / 2.0);
                double z = (k - size.k() / 2.0) / (size.k() / 2.0);
                double r =
                        Math.sqrt(x * x + y * y * 1.2 + z * z * 1.1)
                                + 0.06 * Math.sin(9 * x) * Math.sin(7 * y) * Math.cos(8 * z);
                int value = r < 0.35 ? 120 : r < 0.6 ? 40 : r < 0.85 ? -60 : -1000;
                state = state * 1664525 + 1013904223;
                slice[at] = (short) (value + ((state >>> 24) & 31) - 16);
            }
        }
        return of(size, new Voxels.Int16(image));
    }

    /// Sides of a voxel are 1 mm.
    public static Volume of(GridSize size, Voxels voxels) {
        var geometry =
                VolumeGeometry.regular(
                        size,
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        return new Volume("phantom", "phantom", geometry, ValueUnit.HU, voxels);
    }

    /// A volume of these whole numbers, i fastest.
    public static Volume of(GridSize size, int... values) {
        var image = PlanarImgs.shorts(size.i(), size.j(), size.k());
        int perSlice = size.i() * size.j();
        for (int n = 0; n < values.length; n++) {
            image.getPlane(n / perSlice).getCurrentStorageArray()[n % perSlice] = (short) values[n];
        }
        return of(size, new Voxels.Int16(image));
    }

    /// The same for reals.
    public static Volume of(GridSize size, float... values) {
        var image = PlanarImgs.floats(size.i(), size.j(), size.k());
        int perSlice = size.i() * size.j();
        for (int n = 0; n < values.length; n++) {
            image.getPlane(n / perSlice).getCurrentStorageArray()[n % perSlice] = values[n];
        }
        return of(size, new Voxels.Float32(image));
    }
}
