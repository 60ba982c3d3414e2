// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.function.ToDoubleFunction;
import net.imglib2.img.planar.PlanarImgs;
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
        var voxels = new Voxels.Int16(PlanarImgs.shorts(size.i(), size.j(), size.k()));
        for (int k = 0; k < size.k(); k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                int j = n / size.i();
                var voxel = new VoxelPoint(n % size.i(), j, k);
                slice[n] = (short) Math.round(value.applyAsDouble(voxel));
            }
        }
        return new Volume("volume-of-the-test", "Analytic", geometry, unit, voxels);
    }
}
