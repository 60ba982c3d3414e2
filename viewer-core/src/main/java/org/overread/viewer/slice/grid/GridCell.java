// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.grid;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// A stretch of slices within which voxel indices are an affine function of the patient position.
///
/// An even stack is one such stretch; a table has one from each slice to the next, the outermost reaching outwards.
/// `base` has the indices (0, 0, firstK) and an index grows by its gradient times the displacement from there.
public record GridCell(
        PatientPoint base,
        double firstK,
        PatientVector gradientI,
        PatientVector gradientJ,
        PatientVector gradientK,
        double lowestK,
        double highestK,
        double before,
        double after) {

    public static List<GridCell> of(VolumeGeometry geometry) {
        double lowest = -0.5;
        double highest = geometry.size().k() - 0.5;
        return switch (geometry.slices()) {
            case SliceStack.Even(PatientPoint first, PatientVector step) ->
                    List.of(between(geometry, first, step, 0, lowest, highest, 0.5, 0.5));
            case SliceStack.Table(List<PatientPoint> origins) -> {
                List<GridCell> cells = new ArrayList<>();
                int last = origins.size() - 2;
                for (int k = 0; k <= last; k++) {
                    double here = distance(geometry, origins, k);
                    double before = here / (here + distance(geometry, origins, Math.max(k - 1, 0)));
                    double after =
                            here / (here + distance(geometry, origins, Math.min(k + 1, last)));
                    cells.add(
                            between(
                                    geometry,
                                    origins.get(k),
                                    origins.get(k + 1).from(origins.get(k)),
                                    k,
                                    k == 0 ? lowest : k,
                                    k == last ? highest : k + 1,
                                    before,
                                    after));
                }
                yield List.copyOf(cells);
            }
        };
    }

    private static double distance(VolumeGeometry geometry, List<PatientPoint> origins, int k) {
        return Math.abs(origins.get(k + 1).from(origins.get(k)).dot(geometry.normal()));
    }

    private static GridCell between(
            VolumeGeometry geometry,
            PatientPoint base,
            PatientVector step,
            double firstK,
            double lowestK,
            double highestK,
            double before,
            double after) {
        PatientVector gradientK = geometry.normal().times(1 / step.dot(geometry.normal()));
        PatientVector dualI = geometry.dualI();
        PatientVector dualJ = geometry.dualJ();
        return new GridCell(
                base,
                firstK,
                dualI.minus(gradientK.times(dualI.dot(step))),
                dualJ.minus(gradientK.times(dualJ.dot(step))),
                gradientK,
                lowestK,
                highestK,
                before,
                after);
    }

    /// Whether columns and rows go on straight from this cell into the other.
    public boolean hasInSliceGradientsOf(GridCell other) {
        double size = gradientI.length() + gradientJ.length();
        return gradientI.minus(other.gradientI).length() < 1e-6 * size
                && gradientJ.minus(other.gradientJ).length() < 1e-6 * size;
    }

    public double kAt(PatientPoint p) {
        return firstK + gradientK.dot(p.from(base));
    }

    /// The whole row that starts at `start` and goes on by `perColumn`, in this cell's indices.
    public Run run(PatientPoint start, PatientVector perColumn, int width) {
        PatientVector fromBase = start.from(base);
        return new Run(
                0,
                width,
                gradientI.dot(fromBase),
                step(gradientI, perColumn),
                gradientJ.dot(fromBase),
                step(gradientJ, perColumn),
                firstK + gradientK.dot(fromBase),
                step(gradientK, perColumn),
                before,
                after);
    }

    /// Steps below what a picture's width can tell from none are none, so that aligned planes are seen to be aligned.
    private static double step(PatientVector gradient, PatientVector perColumn) {
        double step = gradient.dot(perColumn);
        return Math.abs(step) < 1e-12 ? 0 : step;
    }
}
