// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.RowSpan;

/// Where the edges of outlines cut parallel lines of voxels on a plane, and which voxels of a line are inside.
///
/// Along a line, parity changes where an edge crosses it; a voxel that an edge comes closer to than rounding can tell is
/// asked for by itself. Made once for a direction of lines, then cut once for each slice.
final class LineCuts {
    private static final double NEAR_MM = 4e-6; // four nanometre steps of whole numbers

    private static final double SAME_MM = 1e-9;

    private final ExactPolygon exact;
    private final int size; // voxels in a line
    private final double stepMm;
    private final double alongU; // the lines' direction
    private final double alongV;
    private final double stepU;
    private final double stepV;
    private final double[] along; // of each point, in that direction
    private final double[] aside; // and to its left
    private final int[] next;

    // the lines cut last: the first voxel of line n is at (firstU + n · perLineU, firstV + n ·
    // perLineV)
    private double firstU;
    private double firstV;
    private double perLineU;
    private double perLineV;
    private int count;
    private Cuts[] lines = new Cuts[0];

    LineCuts(List<Contour> contours, double stepU, double stepV, int size) {
        exact = ExactPolygon.of(contours);
        this.size = size;
        this.stepU = stepU;
        this.stepV = stepV;
        stepMm = Math.hypot(stepU, stepV);
        alongU = stepU / stepMm;
        alongV = stepV / stepMm;
        int points = contours.stream().mapToInt(c -> c.points().size()).sum();
        along = new double[points];
        aside = new double[points];
        next = new int[points];
        int at = 0;
        for (Contour contour : contours) {
            int first = at;
            for (PlanePoint point : contour.points()) {
                along[at] = alongOf(point.u(), point.v());
                aside[at] = asideOf(point.u(), point.v());
                next[at] = at + 1;
                at++;
            }
            next[at - 1] = first;
        }
    }

    private double alongOf(double u, double v) {
        return u * alongU + v * alongV;
    }

    private double asideOf(double u, double v) {
        return v * alongU - u * alongV;
    }

    /// Cuts `count` lines.
    void cut(double atU, double atV, double nextU, double nextV, int count) {
        if (isCut(atU, atV, nextU, nextV, count)) {
            return;
        }
        firstU = atU;
        firstV = atV;
        perLineU = nextU;
        perLineV = nextV;
        this.count = count;
        int known = lines.length;
        if (known < count) {
            lines = Arrays.copyOf(lines, count);
            for (int n = known; n < count; n++) {
                lines[n] = new Cuts();
            }
        }
        for (int n = 0; n < count; n++) {
            lines[n].clear();
        }
        double aside0 = asideOf(atU, atV);
        double perLine = asideOf(nextU, nextV);
        for (int a = 0; a < along.length; a++) {
            cutBy(a, next[a], aside0, perLine);
        }
    }

    /// Lines lie at `aside0` + n · `perLine`.
    private void cutBy(int a, int b, double aside0, double perLine) {
        double low = Math.min(aside[a], aside[b]) - NEAR_MM;
        double high = Math.max(aside[a], aside[b]) + NEAR_MM;
        int from = 0;
        int to = count - 1;
        if (Math.abs(perLine) > 1e-9 * stepMm) {
            double x = (low - aside0) / perLine;
            double y = (high - aside0) / perLine;
            RowSpan span = RowSpan.within(Math.min(x, y), Math.max(x, y), count);
            from = span.low();
            to = span.high();
        }
        double rise = aside[b] - aside[a];
        double slope = rise == 0 ? 0 : (along[b] - along[a]) / rise;
        // how far along the line the edge stays as near as rounding
        double near = NEAR_MM * (1 + Math.abs(slope));
        boolean steep = rise != 0 && near < 0.25 * stepMm;
        double nearVoxels = near / stepMm;
        double firstVoxel = (along[a] + (aside0 - aside[a]) * slope - startOf(0)) / stepMm;
        double perVoxel = (perLine * slope - alongOf(perLineU, perLineV)) / stepMm;
        for (int n = from; n <= to; n++) {
            double here = aside0 + n * perLine;
            boolean crosses = aside[a] < here != aside[b] < here;
            double voxel = firstVoxel + n * perVoxel;
            if (crosses) {
                lines[n].cross(voxel);
            }
            if (!steep || !crosses) {
                if (here >= low && here <= high) {
                    flat(a, b, here, startOf(n), lines[n]);
                }
            } else if (Math.abs(voxel - Math.rint(voxel)) <= nearVoxels) {
                lines[n].ask(Math.rint(voxel), Math.rint(voxel), size);
            }
        }
    }

    /// Whether these are the lines cut last, as in the next slice of an upright stack.
    private boolean isCut(double atU, double atV, double nextU, double nextV, int lines) {
        return lines == count
                && Math.abs(atU - firstU) < SAME_MM
                && Math.abs(atV - firstV) < SAME_MM
                && Math.abs(nextU - perLineU) * lines < SAME_MM
                && Math.abs(nextV - perLineV) * lines < SAME_MM;
    }

    /// Asks for every voxel along the part of an edge that runs as near to a line as rounding.
    private void flat(int a, int b, double here, double start, Cuts line) {
        double rise = aside[b] - aside[a];
        double from = 0;
        double to = 1;
        if (rise != 0) {
            double x = (here - NEAR_MM - aside[a]) / rise;
            double y = (here + NEAR_MM - aside[a]) / rise;
            from = Math.max(0, Math.min(x, y));
            to = Math.min(1, Math.max(x, y));
        }
        double p = along[a] + from * (along[b] - along[a]) - start;
        double q = along[a] + to * (along[b] - along[a]) - start;
        line.ask(
                Math.ceil((Math.min(p, q) - NEAR_MM) / stepMm),
                Math.floor((Math.max(p, q) + NEAR_MM) / stepMm),
                size);
    }

    private double startOf(int n) {
        return alongOf(firstU + n * perLineU, firstV + n * perLineV);
    }

    /// Whether no edge comes near line `n`.
    boolean isEmpty(int n) {
        return lines[n].crossings == 0 && lines[n].asked == 0;
    }

    /// Neighbouring voxels that are inside, both ends included.
    @FunctionalInterface
    interface Run {
        void of(int low, int high);
    }

    /// Visits the runs of line `n`, as far as they lie in `allowed`.
    void forEachRun(int n, RowSpan allowed, Run run) {
        Cuts line = lines[n];
        double u = firstU + n * perLineU;
        double v = firstV + n * perLineV;
        Arrays.sort(line.at, 0, line.crossings);
        Arrays.sort(line.single, 0, line.asked);
        int asked = 0;
        for (int c = 0; c + 1 < line.crossings; c += 2) {
            // those at a crossing are asked for, so which side of it they count to does not matter
            int low = (int) Math.clamp(Math.ceil(line.at[c]), allowed.low(), allowed.high() + 1.0);
            int high =
                    (int)
                            Math.clamp(
                                    Math.ceil(line.at[c + 1]) - 1,
                                    allowed.low() - 1.0,
                                    allowed.high());
            for (; asked < line.asked && line.single[asked] <= high; asked++) {
                int voxel = line.single[asked];
                if (voxel < low) {
                    single(voxel, u, v, allowed, run);
                } else if (!isInside(voxel, u, v)) {
                    if (low < voxel) {
                        run.of(low, voxel - 1);
                    }
                    low = voxel + 1;
                }
            }
            if (low <= high) {
                run.of(low, high);
            }
        }
        for (; asked < line.asked; asked++) {
            single(line.single[asked], u, v, allowed, run);
        }
    }

    private void single(int voxel, double u, double v, RowSpan allowed, Run run) {
        if (voxel >= allowed.low() && voxel <= allowed.high() && isInside(voxel, u, v)) {
            run.of(voxel, voxel);
        }
    }

    private boolean isInside(int voxel, double u, double v) {
        return exact.contains(u + voxel * stepU, v + voxel * stepV);
    }

    /// What cuts one line.
    private static final class Cuts {
        private double[] at = new double[8];
        private int crossings;
        private int[] single = new int[4];
        private int asked;

        void clear() {
            crossings = 0;
            asked = 0;
        }

        void cross(double voxel) {
            if (crossings == at.length) {
                at = Arrays.copyOf(at, 2 * crossings);
            }
            at[crossings++] = voxel;
        }

        void ask(double from, double to, int size) {
            int last = (int) Math.min(to, size - 1.0);
            for (int voxel = (int) Math.max(from, 0); voxel <= last; voxel++) {
                if (asked == single.length) {
                    single = Arrays.copyOf(single, 2 * asked);
                }
                single[asked++] = voxel;
            }
        }
    }
}
