// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A stretch of slices as rays of one direction see it: sample indices grow evenly along a ray. `perMm…` is how much, and
/// a step is so long that samples fall on whole indices of the axis that changes fastest.
final class RayStretch {
    /// How much longer than a voxel is wide a step may be where it then goes from whole index to whole index: with longer
    /// ones edges lose their places.
    private static final double SLANT = 1.25;

    private final GridCell cell;
    private final double side;
    final double perMmI;
    final double perMmJ;
    final double perMmK;
    final double stepMm;
    final double mmPerI;
    final double mmPerJ;
    final double mmPerK;

    /// Indices between which the stretch lies.
    final double lowK;

    final double highK;

    RayStretch(GridCell cell, SpaceVolume volume, PatientVector deep, double longestStepMm) {
        this.cell = cell;
        side = volume.side();
        perMmI = cell.gradientI().dot(deep) / side;
        perMmJ = cell.gradientJ().dot(deep) / side;
        perMmK = cell.gradientK().dot(deep) / side;
        mmPerI = 1 / perMmI;
        mmPerJ = 1 / perMmJ;
        mmPerK = 1 / perMmK;
        lowK = sample(cell.lowestK());
        highK = sample(cell.highestK());
        double fastest =
                1 / Math.max(Math.abs(perMmI), Math.max(Math.abs(perMmJ), Math.abs(perMmK)));
        stepMm = stepMm(fastest, longestStepMm);
    }

    /// `fastest` is the way from one whole index to the next. A ray that crosses the grid slantwise takes it in one step,
    /// though it is longer than a voxel is wide; through thick slices it takes several.
    private static double stepMm(double fastest, double longest) {
        return fastest <= SLANT * longest
                ? fastest * Math.max(1, Math.rint(longest / fastest))
                : fastest / Math.ceil(fastest / longest - 1e-9);
    }

    /// A sample of a coarser level covers several voxels.
    private double sample(double voxel) {
        return (voxel + 0.5) / side - 0.5;
    }

    double indexI(PatientPoint p) {
        return sample(cell.gradientI().dot(p.from(cell.base())));
    }

    double indexJ(PatientPoint p) {
        return sample(cell.gradientJ().dot(p.from(cell.base())));
    }

    double indexK(PatientPoint p) {
        return sample(cell.firstK() + cell.gradientK().dot(p.from(cell.base())));
    }

    /// The direction in the patient in which values rise, from how they rise along the indices.
    PatientVector rise(double alongI, double alongJ, double alongK) {
        return new PatientVector(
                (alongI * cell.gradientI().x()
                                + alongJ * cell.gradientJ().x()
                                + alongK * cell.gradientK().x())
                        / side,
                (alongI * cell.gradientI().y()
                                + alongJ * cell.gradientJ().y()
                                + alongK * cell.gradientK().y())
                        / side,
                (alongI * cell.gradientI().z()
                                + alongJ * cell.gradientJ().z()
                                + alongK * cell.gradientK().z())
                        / side);
    }
}
