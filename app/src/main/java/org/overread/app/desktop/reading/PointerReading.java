// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.VoxelValue;

/// What lies under the mouse: the value of the voxel whose cell holds the point, empty outside the volume; and the number
/// that its file holds, where that is another and can be told.
public record PointerReading(
        PatientPoint patient, VoxelPoint voxel, Optional<VoxelValue> value, OptionalDouble stored) {

    /// `there` are the slices that have values already.
    static PointerReading at(
            Volume volume,
            Optional<OpenableVolume> origin,
            ArrivedSlices there,
            PatientPoint point) {
        VoxelPoint voxel = volume.geometry().toVoxel(point);
        long i = Math.round(voxel.i());
        long j = Math.round(voxel.j());
        long k = Math.round(voxel.k());
        Optional<VoxelValue> value =
                there.holds((double) k) && volume.geometry().size().contains(i, j, k)
                        ? Optional.of(volume.valueAt(i, j, k))
                        : Optional.empty();
        return new PointerReading(point, voxel, value, stored(origin, (int) k, value));
    }

    private static OptionalDouble stored(
            Optional<OpenableVolume> origin, int k, Optional<VoxelValue> value) {
        return origin.isPresent()
                        && value.orElse(null) instanceof VoxelValue.Measured(double number, _)
                ? origin.get().stored(k, number)
                : OptionalDouble.empty();
    }

    /// The number that the file holds for the voxel at a point; empty where it is the value, or cannot be told.
    public static OptionalDouble stored(ReadingModel reading, PatientPoint point) {
        Volume volume = reading.volume();
        return volume == null
                ? OptionalDouble.empty()
                : at(volume, reading.kind().origin().get(), reading.arrivedSlices(), point)
                        .stored();
    }
}
