// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.grid;

import java.util.List;
import org.overread.viewer.volume.PatientVector;

/// The depths at which a slab is sampled: both faces, the plane itself and evenly between, never more than half a
/// sample apart. The faces count half in a mean, for half of what they stand for lies outside the slab.
public record SlabSteps(int count, double spacingMm) {

    public static SlabSteps of(double thicknessMm, List<GridCell> cells, PatientVector normal) {
        if (thicknessMm == 0) {
            return new SlabSteps(1, 0);
        }
        double half = thicknessMm / 2;
        double steepest = steepest(cells, normal);
        // rounding must not add a step to a slab of a whole number of them
        int perSide = (int) Math.max(1, Math.ceil(half * steepest * 2 - 1e-9));
        return new SlabSteps(2 * perSide + 1, half / perSide);
    }

    /// How much the voxel index that grows fastest grows in a millimetre along the normal.
    public static double steepest(List<GridCell> cells, PatientVector normal) {
        double steepest = 0;
        for (GridCell cell : cells) {
            steepest = Math.max(steepest, Math.abs(cell.gradientI().dot(normal)));
            steepest = Math.max(steepest, Math.abs(cell.gradientJ().dot(normal)));
            steepest = Math.max(steepest, Math.abs(cell.gradientK().dot(normal)));
        }
        return steepest;
    }

    public double depthMm(int step) {
        return (step - (count - 1) / 2) * spacingMm;
    }

    public float weight(int step) {
        return step == 0 || step == count - 1 ? 0.5f : 1;
    }
}
