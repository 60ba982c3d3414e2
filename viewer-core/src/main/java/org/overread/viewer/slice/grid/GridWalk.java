// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.grid;

import java.util.List;
import java.util.function.Consumer;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// Cuts rows of pixels into runs that lie in a grid, whole voxels included. Any thread.
public final class GridWalk {
    private final GridSize size;
    private final List<GridCell> cells;

    public GridWalk(VolumeGeometry geometry) {
        size = geometry.size();
        cells = GridCell.of(geometry);
    }

    /// The depths of a slab along `deep`, what a millimetre of it is in the grid's space.
    public SlabSteps steps(double thicknessMm, PatientVector deep) {
        return SlabSteps.of(thicknessMm, cells, deep);
    }

    /// Visits the runs of `width` pixels from `start` on, left to right; what lies outside is left out.
    public void row(PatientPoint start, PatientVector perColumn, int width, Consumer<Run> visitor) {
        row(start, perColumn, width, 0, width, visitor);
    }

    /// The same of the columns from `left` to before `right` alone: the runs that they lie in, cut off there.
    public void row(
            PatientPoint start,
            PatientVector perColumn,
            int width,
            int left,
            int right,
            Consumer<Run> visitor) {
        int first = cellAt(start);
        int last = cellAt(start.plus(perColumn.times(width - 1.0)));
        int from = 0;
        for (int cell = first; from < width; cell += first <= last ? 1 : -1) {
            Run whole = cells.get(cell).run(start, perColumn, width);
            Run run = whole.between(from, cell == last ? width : endOf(cell, whole));
            from = Math.max(from, run.to());
            Run part =
                    run.within(left, right)
                            .withI(-0.5, size.i() - 0.5)
                            .withJ(-0.5, size.j() - 0.5)
                            .withK(-0.5, size.k() - 0.5);
            if (!part.isEmpty()) {
                visitor.accept(part);
            }
            if (cell == last) {
                break;
            }
        }
    }

    /// The first column behind the cell, for rows that leave it.
    private int endOf(int cell, Run whole) {
        GridCell at = cells.get(cell);
        return whole.dk() > 0
                ? whole.withK(Double.NEGATIVE_INFINITY, Math.nextDown(at.highestK())).to()
                : whole.withK(at.lowestK(), Double.POSITIVE_INFINITY).to();
    }

    private int cellAt(PatientPoint p) {
        int low = 0;
        int high = cells.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (cells.get(middle).kAt(p) >= cells.get(middle).lowestK()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
