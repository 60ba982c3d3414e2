// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;

/// What lies under the mouse: the value of the voxel whose cell holds the point, empty outside the volume.
public record PointerReading(
        PatientPoint patient, VoxelPoint voxel, OptionalDouble value, ValueUnit unit) {

    /// `there` are the slices that have values already.
    static PointerReading at(Volume volume, ArrivedSlices there, PatientPoint point) {
        VoxelPoint voxel = volume.geometry().toVoxel(point);
        long i = Math.round(voxel.i());
        long j = Math.round(voxel.j());
        long k = Math.round(voxel.k());
        OptionalDouble value =
                there.holds((double) k) && volume.geometry().size().contains(i, j, k)
                        ? OptionalDouble.of(valueAt(volume, i, j, k))
                        : OptionalDouble.empty();
        return new PointerReading(point, voxel, value, volume.unit());
    }

    private static double valueAt(Volume volume, long i, long j, long k) {
        return volume.voxels().image().randomAccess().setPositionAndGet(i, j, k).getRealDouble();
    }
}
