// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// The volume on which the growers are measured: three nested lumpy bodies with noise, which peers draw too, voxel for
/// voxel.
final class BenchPhantom {
    private BenchPhantom() {}

    static Volume of(int side) {
        var image = PlanarImgs.shorts(side, side, side);
        int noise = 12345;
        double half = side / 2.0;
        for (int k = 0; k < side; k++) {
            short[] slice = image.getPlane(k).getCurrentStorageArray();
            double z = (k - half) / half;
            for (int n = 0; n < slice.length; n++) {
                int row = n / side;
                double x = (n % side - half) / half;
                double y = (row - half) / half;
                double r =
                        Math.sqrt(x * x + y * y * 1.2 + z * z * 1.1)
                                + 0.06 * Math.sin(9 * x) * Math.sin(7 * y) * Math.cos(8 * z);
                int value = r < 0.35 ? 120 : r < 0.6 ? 40 : r < 0.85 ? -60 : -1000;
                noise = noise * 1664525 + 1013904223;
                slice[n] = (short) (value + ((noise >>> 24) & 31) - 16);
            }
        }
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(side, side, side),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        return new Volume("phantom", "phantom", geometry, ValueUnit.HU, new Voxels.Int16(image));
    }
}
