// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.neck;

import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;

/// A narrow place of a region.
///
/// `at` and `place` are its middle in voxels and in the patient (mm), `areaMm2` the area of its smallest section.
/// `behind` is what hangs together with the seeds through it alone, `millilitres` of it; `cut` is the layer of voxels of
/// `behind` that, taken away, parts the two.
public record Neck(
        VoxelPoint at,
        PatientPoint place,
        double areaMm2,
        double millilitres,
        Mask behind,
        Mask cut) {

    /// Of the circle with the section's area.
    public double widthMm() {
        return 2 * Math.sqrt(areaMm2 / Math.PI);
    }
}
