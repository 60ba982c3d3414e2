// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// How far a volume reaches along a direction, whole voxels included: millimetres from the patient origin.
record Extent(double low, double high) {

    static Extent of(VolumeGeometry geometry, PatientVector direction) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 8; corner++) {
            var voxel =
                    new VoxelPoint(
                            (corner & 1) == 0 ? -0.5 : geometry.size().i() - 0.5,
                            (corner & 2) == 0 ? -0.5 : geometry.size().j() - 0.5,
                            (corner & 4) == 0 ? -0.5 : geometry.size().k() - 0.5);
            double at = geometry.toPatient(voxel).from(PatientPoint.ORIGIN).dot(direction);
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        return new Extent(low, high);
    }

    double length() {
        return high - low;
    }
}
