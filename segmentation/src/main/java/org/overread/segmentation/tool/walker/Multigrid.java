// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.walker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.work.Crew;

/// Solves a matrix of a grid roughly, at the cost of some ten products: on the grid itself only what differs from voxel
/// to voxel, the rest on grids half, a quarter … as fine. Symmetric, so that conjugate gradients may use it.
final class Multigrid {
    private static final int SMALLEST = 300; // voxels; below, sweeps alone will do
    private static final int LAST_SWEEPS = 12;

    /// Corrections from a grid whose voxels are lumps are too small; this much larger they fit better.
    private static final float LARGER = 1.6f;

    private final List<Level> levels = new ArrayList<>();
    private final Crew crew;

    private static final class Level {
        private final GridMatrix matrix;
        private final float[] wanted;
        private final float[] answer;
        private final float[] rest;

        Level(GridMatrix matrix) {
            this(
                    matrix,
                    new float[matrix.count()],
                    new float[matrix.count()],
                    new float[matrix.count()]);
        }

        Level(GridMatrix matrix, float[] wanted, float[] answer, float[] rest) {
            this.matrix = matrix;
            this.wanted = wanted;
            this.answer = answer;
            this.rest = rest;
        }
    }

    /// `rest` is room for as many numbers as the matrix has, overwritten by each call.
    Multigrid(GridMatrix matrix, float[] rest, Crew crew) {
        this.crew = crew;
        levels.add(new Level(matrix, rest, rest, rest));
        GridMatrix at = matrix;
        while ((long) at.ni * at.nj * at.nk > SMALLEST) {
            at = at.halved(crew);
            levels.add(new Level(at));
        }
    }

    /// `answer` becomes roughly what gives `wanted`.
    void solve(float[] wanted, float[] answer) {
        cycle(0, wanted, answer);
    }

    private void cycle(int level, float[] wanted, float[] answer) {
        GridMatrix matrix = levels.get(level).matrix;
        Arrays.fill(answer, 0);
        if (level == levels.size() - 1) {
            for (int sweep = 0; sweep < LAST_SWEEPS; sweep++) {
                relax(matrix, wanted, answer, 0);
            }
            for (int sweep = 0; sweep < LAST_SWEEPS; sweep++) {
                relax(matrix, wanted, answer, 1);
            }
            return;
        }
        relax(matrix, wanted, answer, 0);
        Level coarse = levels.get(level + 1);
        float[] rest = levels.get(level).rest;
        matrix.residual(wanted, answer, rest, crew);
        gather(matrix, rest, coarse.matrix, coarse.wanted);
        cycle(level + 1, coarse.wanted, coarse.answer);
        spread(matrix, answer, coarse.matrix, coarse.answer);
        relax(matrix, wanted, answer, 1);
    }

    private void relax(GridMatrix matrix, float[] wanted, float[] answer, int first) {
        matrix.relax(wanted, answer, first, crew);
        matrix.relax(wanted, answer, 1 - first, crew);
    }

    private void gather(GridMatrix fine, float[] from, GridMatrix coarse, float[] to) {
        crew.each(
                coarse.nk,
                halfK -> {
                    for (int j = 0; j < coarse.nj; j++) {
                        int start = coarse.start(j, halfK);
                        Arrays.fill(to, start, start + coarse.ni, 0);
                    }
                    for (int k = 2 * halfK; k < Math.min(fine.nk, 2 * halfK + 2); k++) {
                        for (int j = 0; j < fine.nj; j++) {
                            int n = fine.start(j, k);
                            int h = coarse.start(j / 2, halfK);
                            for (int i = 0; i < fine.ni; i++) {
                                to[h + i / 2] += fine.isFree(n + i) ? from[n + i] : 0;
                            }
                        }
                    }
                });
    }

    private void spread(GridMatrix fine, float[] to, GridMatrix coarse, float[] from) {
        crew.each(
                fine.nk,
                k -> {
                    for (int j = 0; j < fine.nj; j++) {
                        int n = fine.start(j, k);
                        int h = coarse.start(j / 2, k / 2);
                        for (int i = 0; i < fine.ni; i++) {
                            if (fine.isFree(n + i)) {
                                to[n + i] += LARGER * from[h + i / 2];
                            }
                        }
                    }
                });
    }
}
