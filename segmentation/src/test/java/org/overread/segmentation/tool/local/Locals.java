// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.local;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Boxes for tests.
public final class Locals {
    private Locals() {}

    /// The whole of a volume.
    public static LocalVolume whole(Volume volume, List<? extends Seed> seeds) {
        GridSize size = volume.geometry().size();
        var box = new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1);
        return LocalVolume.of(
                new ToolInput(volume, List.copyOf(seeds), Optional.empty()),
                new LocalBox(box, size),
                Crew.alone());
    }

    /// The same voxels, `i`, `j` and `k` mm apart.
    public static Volume spaced(Volume volume, double i, double j, double k) {
        return spaced(volume.geometry().size(), volume.voxels(), i, j, k);
    }

    private static Volume spaced(GridSize size, Voxels voxels, double i, double j, double k) {
        var geometry =
                VolumeGeometry.regular(
                        size,
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        i,
                        j,
                        k);
        return new Volume("phantom", "phantom", geometry, ValueUnit.HU, voxels);
    }
}
