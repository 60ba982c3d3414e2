// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.GridSize;

/// Which samples take part at an index, and by how much.
final class Taps {
    private Taps() {}

    static int nearest(double index, int count) {
        return Math.clamp((int) Math.floor(index + 0.5), 0, count - 1);
    }

    static double clamped(double index, int count) {
        return Math.clamp(index, 0, count - 1.0);
    }

    /// The part of the run whose nearest samples rounding cannot take out of the grid.
    static Run innerOfNearest(Run run, GridSize size) {
        double outer = 0.5 - FixedRun.MARGIN;
        return run.withI(-outer, size.i() - 1 + outer)
                .withJ(-outer, size.j() - 1 + outer)
                .withK(-outer, size.k() - 1 + outer);
    }

    /// The part of the run that has a sample on every side of each point.
    static Run inner(Run run, GridSize size) {
        return inner(run, size, 0);
    }

    /// The part of the run that has two samples on every side of each point.
    static Run innerOfCubic(Run run, GridSize size) {
        return inner(run, size, 1);
    }

    private static Run inner(Run run, GridSize size, int beyond) {
        double margin = beyond + FixedRun.MARGIN;
        Run within = run.withI(margin, size.i() - 1 - margin).withJ(margin, size.j() - 1 - margin);
        return run.dk() == 0 // such a one keeps its index to the last bit, also on the first slice
                ? within.withK(beyond, Math.nextDown(size.k() - 1.0 - beyond))
                : within.withK(margin, size.k() - 1 - margin);
    }

    /// The weights of the samples at -1, 0, 1 and 2 for a point at `t` between 0 and 1: Hermite's cubic with the slopes
    /// that reproduce straight lines.
    static void cubic(float t, float before, float after, float[] weights) {
        float t2 = t * t;
        float t3 = t2 * t;
        float slopeHere = (t3 - 2 * t2 + t) * before;
        float slopeNext = (t3 - t2) * after;
        float next = 3 * t2 - 2 * t3;
        weights[0] = -slopeHere;
        weights[1] = 1 - next - slopeNext;
        weights[2] = next + slopeHere;
        weights[3] = slopeNext;
    }
}
