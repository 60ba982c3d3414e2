// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.walker;

import java.util.Arrays;
import org.overread.segmentation.work.Crew;

/// Solves a matrix of a grid by conjugate gradients, each step of which a multigrid shows the way.
final class ConjugateGradients {
    private static final double STILL = 10;

    private final GridMatrix matrix;
    private final Crew crew;
    private final float[] product;
    private final float[] way;
    private final float[] direction;
    private final Multigrid multigrid;

    ConjugateGradients(GridMatrix matrix, Crew crew) {
        this.matrix = matrix;
        this.crew = crew;
        product = new float[matrix.count()];
        way = new float[matrix.count()];
        direction = new float[matrix.count()];
        multigrid = new Multigrid(matrix, crew);
    }

    /// How it went: the steps, and what is left of the right side.
    record Found(int steps, double left) {}

    /// Fills `x` with what gives `right`, which is used up, until the rest is `tolerance` of it and no number of `x` moves
    /// by more than ten times that any more: the rest alone says little of what is far from all seeds.
    Found solve(float[] right, float[] x, double tolerance, int mostSteps) {
        Arrays.fill(x, 0);
        double whole = Math.sqrt(dot(right, right));
        double left = whole;
        int steps = 0;
        double known = 1;
        double moved = 1;
        while (whole > 0
                && (left > tolerance * whole || moved > STILL * tolerance)
                && steps < mostSteps) {
            crew.cancel().check();
            multigrid.solve(right, way);
            double now = dot(right, way);
            double keep = steps == 0 ? 0 : now / known;
            if (!(now > 0)) {
                break;
            }
            known = now;
            double farthest = turn((float) keep);
            double energy = matrix.times(direction, product, crew);
            if (!(energy > 0)) {
                break;
            }
            left = Math.sqrt(walk(x, right, (float) (now / energy)));
            moved = farthest * (now / energy);
            steps++;
        }
        return new Found(steps, whole == 0 ? 0 : left / whole);
    }

    /// Answers the largest number of the new direction.
    private double turn(float keep) {
        var most = new double[matrix.nk];
        crew.each(
                matrix.nk,
                k -> {
                    float farthest = 0;
                    int end = matrix.start(matrix.nj, k);
                    for (int n = matrix.start(0, k); n < end; n++) {
                        float to = way[n] + keep * direction[n];
                        direction[n] = to;
                        farthest = Math.max(farthest, Math.abs(to));
                    }
                    most[k] = farthest;
                });
        return Arrays.stream(most).max().orElse(0);
    }

    /// Goes so far; answers the square of what is left.
    private double walk(float[] x, float[] right, float length) {
        var sums = new double[matrix.nk];
        crew.each(
                matrix.nk,
                k -> {
                    double sum = 0;
                    int end = matrix.start(matrix.nj, k);
                    for (int n = matrix.start(0, k); n < end; n++) {
                        x[n] += length * direction[n];
                        right[n] -= length * product[n];
                        sum += (double) right[n] * right[n];
                    }
                    sums[k] = sum;
                });
        return GridMatrix.sum(sums);
    }

    private double dot(float[] a, float[] b) {
        var sums = new double[matrix.nk];
        crew.each(
                matrix.nk,
                k -> {
                    double sum = 0;
                    int end = matrix.start(matrix.nj, k);
                    for (int n = matrix.start(0, k); n < end; n++) {
                        sum += (double) a[n] * b[n];
                    }
                    sums[k] = sum;
                });
        return GridMatrix.sum(sums);
    }
}
