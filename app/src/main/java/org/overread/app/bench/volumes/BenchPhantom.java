// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.volumes;

import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// The voxels on which peers are measured, as a volume of samples of 1 mm.
public final class BenchPhantom {
    private BenchPhantom() {}

    public static Volume of(int side) {
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(side, side, side),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        return new Volume("phantom", "phantom", geometry, ValueUnit.HU, PhantomVoxels.of(side));
    }
}
