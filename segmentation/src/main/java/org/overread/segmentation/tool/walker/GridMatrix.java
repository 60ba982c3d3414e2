// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.walker;

import java.util.Arrays;
import org.overread.segmentation.work.Crew;

/// A symmetric matrix of a grid: a number on the diagonal for each voxel and one, never positive, for each pair of
/// voxels that share a face. The sum of a row is never negative, so no solution leaves the range of what is given.
///
/// Voxels are numbered with a shell of one around them whose numbers are 0. Twenty bytes a voxel. What is computed does
/// not depend on the number of hands.
final class GridMatrix {
    private static final double WEAK = 0.3; // beside the strongest axis

    final int ni;
    final int nj;
    final int nk;
    final int row;
    final int slice;

    /// Minus the numbers of pairs: of a voxel with the next along i, j and k.
    final float[] toI;

    final float[] toJ;
    final float[] toK;

    /// What a row sums up to: how strongly a voxel is tied to values that are given.
    final float[] ground;

    final float[] diagonal;

    // how many halvings lie between the next finer grid and this
    private int shiftI;
    private int shiftJ;
    private int shiftK;

    private GridMatrix(GridMatrix fine, int shiftI, int shiftJ, int shiftK) {
        this(
                (fine.ni + shiftI) >> shiftI,
                (fine.nj + shiftJ) >> shiftJ,
                (fine.nk + shiftK) >> shiftK);
        this.shiftI = shiftI;
        this.shiftJ = shiftJ;
        this.shiftK = shiftK;
    }

    GridMatrix(int ni, int nj, int nk) {
        this.ni = ni;
        this.nj = nj;
        this.nk = nk;
        row = ni + 2;
        slice = row * (nj + 2);
        int count = slice * (nk + 2);
        toI = new float[count];
        toJ = new float[count];
        toK = new float[count];
        ground = new float[count];
        diagonal = new float[count];
    }

    int count() {
        return diagonal.length;
    }

    /// The number of the first voxel of a row.
    int start(int j, int k) {
        return (k + 1) * slice + (j + 1) * row + 1;
    }

    /// `y = A x`; answers `x · y`.
    double times(float[] x, float[] y, Crew crew) {
        var sums = new double[nk];
        crew.each(
                nk,
                k -> {
                    double sum = 0;
                    for (int j = 0; j < nj; j++) {
                        int from = start(j, k);
                        for (int n = from; n < from + ni; n++) {
                            y[n] = diagonal[n] * x[n] - neighbours(x, n);
                        }
                        for (int n = from; n < from + ni; n++) {
                            sum += (double) x[n] * y[n];
                        }
                    }
                    sums[k] = sum;
                });
        return sum(sums);
    }

    private float neighbours(float[] x, int n) {
        return toI[n - 1] * x[n - 1]
                + toI[n] * x[n + 1]
                + toJ[n - row] * x[n - row]
                + toJ[n] * x[n + row]
                + toK[n - slice] * x[n - slice]
                + toK[n] * x[n + slice];
    }

    // Voxels are coloured as on a chessboard, so that those of one colour have neighbours of the
    // other only.

    /// Lets the voxels of a colour, 0 or 1, agree with their neighbours.
    void relax(float[] b, float[] x, int colour, Crew crew) {
        crew.each(
                nk,
                k -> {
                    for (int j = 0; j < nj; j++) {
                        int from = start(j, k);
                        for (int n = from + ((colour + j + k) & 1); n < from + ni; n += 2) {
                            float d = diagonal[n];
                            x[n] = d > 0 ? (b[n] + neighbours(x, n)) / d : 0;
                        }
                    }
                });
    }

    /// The same for colour 0 where all neighbours are 0.
    void begin(float[] b, float[] x, Crew crew) {
        crew.each(
                nk,
                k -> {
                    for (int j = 0; j < nj; j++) {
                        int from = start(j, k);
                        for (int n = from + ((j + k) & 1); n < from + ni; n += 2) {
                            float d = diagonal[n];
                            x[n] = d > 0 ? b[n] / d : 0;
                        }
                    }
                });
    }

    /// Sums what the voxels of colour 0 still lack, `b - A x`, into the coarser grid.
    void gather(float[] b, float[] x, GridMatrix coarse, float[] sums, Crew crew) {
        crew.each(
                coarse.nk,
                coarseK -> {
                    Arrays.fill(
                            sums, coarse.start(0, coarseK), coarse.start(coarse.nj, coarseK), 0);
                    int end = Math.min(nk, (coarseK + 1) << coarse.shiftK);
                    for (int k = coarseK << coarse.shiftK; k < end; k++) {
                        for (int j = 0; j < nj; j++) {
                            int from = start(j, k);
                            int to = coarse.start(j >> coarse.shiftJ, coarseK);
                            for (int i = (j + k) & 1; i < ni; i += 2) {
                                int n = from + i;
                                float d = diagonal[n];
                                sums[to + (i >> coarse.shiftI)] +=
                                        d > 0 ? b[n] - (d * x[n] - neighbours(x, n)) : 0;
                            }
                        }
                    }
                });
    }

    /// Adds so many times what the coarser grid says to the voxels of colour 0.
    void spread(float[] x, GridMatrix coarse, float[] from, float times, Crew crew) {
        crew.each(
                nk,
                k -> {
                    for (int j = 0; j < nj; j++) {
                        int to = start(j, k);
                        int c = coarse.start(j >> coarse.shiftJ, k >> coarse.shiftK);
                        for (int i = (j + k) & 1; i < ni; i += 2) {
                            if (diagonal[to + i] > 0) {
                                x[to + i] += times * from[c + (i >> coarse.shiftI)];
                            }
                        }
                    }
                });
    }

    /// The same grid half as fine, where two voxels a side are one: along those axes whose pairs are strong, since along
    /// the others sweeps are enough, and lumps would only blur.
    GridMatrix halved(Crew crew) {
        double[] strengths = {
            ni > 1 ? mean(toI, crew) : 0, nj > 1 ? mean(toJ, crew) : 0, nk > 1 ? mean(toK, crew) : 0
        };
        double weak = WEAK * Math.max(strengths[0], Math.max(strengths[1], strengths[2]));
        var half =
                new GridMatrix(
                        this,
                        ni > 1 && strengths[0] >= weak ? 1 : 0,
                        nj > 1 && strengths[1] >= weak ? 1 : 0,
                        nk > 1 && strengths[2] >= weak ? 1 : 0);
        crew.each(half.nk, k -> fill(half, k));
        half.close(crew);
        return half;
    }

    private double mean(float[] pairs, Crew crew) {
        var sums = new double[nk];
        crew.each(
                nk,
                k -> {
                    double sum = 0;
                    for (int n = start(0, k); n < start(nj, k); n++) {
                        sum += pairs[n];
                    }
                    sums[k] = sum;
                });
        return sum(sums);
    }

    private void fill(GridMatrix half, int halfK) {
        int end = Math.min(nk, (halfK + 1) << half.shiftK);
        for (int k = halfK << half.shiftK; k < end; k++) {
            for (int j = 0; j < nj; j++) {
                int to = half.start(j >> half.shiftJ, halfK);
                int from = start(j, k);
                boolean acrossJ = half.shiftJ == 0 || (j & 1) != 0;
                boolean acrossK = half.shiftK == 0 || (k & 1) != 0;
                for (int i = 0; i < ni; i++) {
                    int h = to + (i >> half.shiftI);
                    half.ground[h] += ground[from + i];
                    if (half.shiftI == 0 || (i & 1) != 0) {
                        half.toI[h] += toI[from + i];
                    }
                    if (acrossJ) {
                        half.toJ[h] += toJ[from + i];
                    }
                    if (acrossK) {
                        half.toK[h] += toK[from + i];
                    }
                }
            }
        }
    }

    /// Works out the diagonal: once, when the pairs and the ground are known.
    void close(Crew crew) {
        crew.each(
                nk,
                k -> {
                    for (int j = 0; j < nj; j++) {
                        int from = start(j, k);
                        for (int n = from; n < from + ni; n++) {
                            diagonal[n] =
                                    ground[n]
                                            + toI[n - 1]
                                            + toI[n]
                                            + toJ[n - row]
                                            + toJ[n]
                                            + toK[n - slice]
                                            + toK[n];
                        }
                    }
                });
    }

    static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
