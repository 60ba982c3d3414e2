// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.function.ToDoubleFunction;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.integer.ShortType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// Volumes whose every value is known by a formula.
public final class TestVolumes {
    private TestVolumes() {}

    /// Head to the growing slice numbers, as an axial CT: 40 x 30 x 20 voxels of 1 x 1 x 2 mm around the origin, the
    /// value of voxel (i, j, k) is i + 40 j.
    public static Volume axial() {
        var size = new GridSize(40, 30, 20);
        var geometry =
                VolumeGeometry.regular(
                        size,
                        new PatientPoint(-19.5, -14.5, -19),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        2);
        return of(geometry, ValueUnit.HU, v -> v.i() + 40 * v.j());
    }

    public static Volume of(
            VolumeGeometry geometry, ValueUnit unit, ToDoubleFunction<VoxelPoint> value) {
        GridSize size = geometry.size();
        // planar images of 16-bit numbers store one short array a slice
        var image =
                (PlanarImg<ShortType, ShortArray>)
                        new PlanarImgFactory<>(new ShortType())
                                .create(size.i(), size.j(), size.k());
        var voxels = new Voxels.Int16(image);
        for (int k = 0; k < size.k(); k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                slice[n] =
                        (short)
                                Math.round(
                                        value.applyAsDouble(
                                                new VoxelPoint(n % size.i(), n / size.i(), k)));
            }
        }
        return new Volume("volume-of-the-test", "Analytic", geometry, unit, voxels);
    }
}
