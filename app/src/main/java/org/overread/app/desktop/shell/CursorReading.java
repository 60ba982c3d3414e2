// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.VoxelValue;

/// What lies under the cursor: where (patient, mm; voxel indices), how much, the number that the file holds where that is
/// another, what volumes laid over it hold there, bottom to top, and inside which structures, if any.
public record CursorReading(
        PatientPoint patient,
        VoxelPoint voxel,
        VoxelValue value,
        OptionalDouble stored,
        List<VoxelValue> over,
        Optional<String> structure) {
    public CursorReading {
        over = List.copyOf(over);
    }
}
