// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.Optional;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.VoxelValue;

/// What lies under the mouse: the value of the voxel whose cell holds the point, empty outside the volume.
public record PointerReading(PatientPoint patient, VoxelPoint voxel, Optional<VoxelValue> value) {

    /// `there` are the slices that have values already.
    static PointerReading at(Volume volume, ArrivedSlices there, PatientPoint point) {
        VoxelPoint voxel = volume.geometry().toVoxel(point);
        long i = Math.round(voxel.i());
        long j = Math.round(voxel.j());
        long k = Math.round(voxel.k());
        Optional<VoxelValue> value =
                there.holds((double) k) && volume.geometry().size().contains(i, j, k)
                        ? Optional.of(volume.valueAt(i, j, k))
                        : Optional.empty();
        return new PointerReading(point, voxel, value);
    }
}
