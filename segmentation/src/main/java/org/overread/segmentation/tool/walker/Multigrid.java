// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.walker;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.work.Crew;

/// Solves a matrix of a grid roughly, at the cost of some ten products: on the grid itself only what differs from voxel
/// to voxel, the rest on grids half, a quarter … as fine. Symmetric, so that conjugate gradients may use it.
final class Multigrid {
    private static final int SMALLEST = 300; // voxels; below, sweeps alone will do
    private static final int LAST_SWEEPS = 12;

    /// Corrections from a grid whose voxels are lumps are too small; this much larger they fit better.
    private static final float LARGER = 1.4f;

    private static final class Level {
        private final GridMatrix matrix;
        private final float[] wanted;
        private final float[] answer;

        Level(GridMatrix matrix) {
            this.matrix = matrix;
            wanted = new float[matrix.count()];
            answer = new float[matrix.count()];
        }
    }

    private final GridMatrix finest;
    private final List<Level> levels = new ArrayList<>();
    private final Crew crew;

    Multigrid(GridMatrix matrix, Crew crew) {
        this.crew = crew;
        finest = matrix;
        GridMatrix at = matrix;
        while ((long) at.ni * at.nj * at.nk > SMALLEST) {
            GridMatrix half = at.halved(crew);
            if (half.count() == at.count()) {
                break; // nothing is tied to anything
            }
            at = half;
            levels.add(new Level(at));
        }
    }

    /// `answer` becomes roughly what gives `wanted`.
    void solve(float[] wanted, float[] answer) {
        cycle(finest, wanted, answer, 0);
    }

    private void cycle(GridMatrix matrix, float[] wanted, float[] answer, int next) {
        matrix.begin(wanted, answer, crew);
        matrix.relax(wanted, answer, 1, crew);
        if (next < levels.size()) {
            Level coarse = levels.get(next);
            matrix.gather(wanted, answer, coarse.matrix, coarse.wanted, crew);
            cycle(coarse.matrix, coarse.wanted, coarse.answer, next + 1);
            matrix.spread(answer, coarse.matrix, coarse.answer, LARGER, crew);
        } else {
            for (int sweep = 0; sweep < LAST_SWEEPS; sweep++) {
                matrix.relax(wanted, answer, 0, crew);
                matrix.relax(wanted, answer, 1, crew);
            }
            matrix.relax(wanted, answer, 0, crew);
        }
        matrix.relax(wanted, answer, 1, crew);
        matrix.relax(wanted, answer, 0, crew);
    }
}
