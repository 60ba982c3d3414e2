// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.nio.file.Path;
import java.util.Locale;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Whether two files lie on one grid.
final class Grids {
    /// Of a voxel's smallest side: file formats round.
    private static final double TOLERANCE = 0.02;

    private Grids() {}

    static void requireSame(Path file, VolumeGeometry its, VolumeGeometry on)
            throws MaskFileException {
        boolean same = its.size().equals(on.size());
        double off = 0;
        for (int corner = 0; corner < 8 && same; corner++) {
            var at =
                    new VoxelPoint(
                            (corner & 1) * (on.size().i() - 1.0),
                            ((corner >> 1) & 1) * (on.size().j() - 1.0),
                            (corner >> 2) * (on.size().k() - 1.0));
            off = Math.max(off, its.toPatient(at).distanceTo(on.toPatient(at)));
        }
        double allowed =
                TOLERANCE * Math.min(on.spacingI(), Math.min(on.spacingJ(), on.spacingK()));
        if (!same || !(off <= allowed)) { // negated: NaN is refused too
            String apart =
                    same
                            ? "they lie %.2f mm apart at a corner and %.2f mm is allowed"
                                    .formatted(off, allowed)
                            : "they are not on one grid";
            throw new MaskFileException(
                    "%s is %s; the volume is %s: %s."
                            .formatted(file.getFileName(), describe(its), describe(on), apart));
        }
    }

    private static String describe(VolumeGeometry grid) {
        GridSize size = grid.size();
        PatientPoint first = grid.toPatient(new VoxelPoint(0, 0, 0));
        return String.format(
                Locale.ROOT,
                "%d × %d × %d voxels of %.4g × %.4g × %.4g mm from (%.2f, %.2f, %.2f)",
                size.i(),
                size.j(),
                size.k(),
                grid.spacingI(),
                grid.spacingJ(),
                grid.spacingK(),
                first.x(),
                first.y(),
                first.z());
    }
}
