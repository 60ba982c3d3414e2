// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.watershed;

import org.overread.viewer.work.CancelToken;

/// The places from which no way leads down: ITK's RegionalMinima, numbered as its ConnectedComponents are, after its
/// HMinima. One thread.
final class Minima {
    private final boolean[] open;
    private final int[] steps;
    private final CancelToken cancel;
    private int[] waiting = new int[1 << 12];
    private int first;
    private int count;

    /// `steps` are sorted: the first half leads to smaller numbers.
    Minima(boolean[] open, int[] steps, CancelToken cancel) {
        this.open = open;
        this.steps = steps;
        this.cancel = cancel;
    }

    /// Fills every basin up to `level` above its bottom, as far as its rim allows: the lowest surface that lies at least
    /// `level` above `heights` at its minima and nowhere below `heights`.
    float[] filled(float[] heights, float level) {
        var surface = new float[heights.length];
        for (int n = 0; n < heights.length; n++) {
            surface[n] = open[n] ? (float) ((double) heights[n] + level) : Float.MAX_VALUE;
        }
        // two sweeps lower most of it, what is left follows from a queue
        for (int n = 0; n < heights.length; n++) {
            sweep(n, surface, heights, 0, steps.length / 2);
        }
        cancel.check();
        for (int n = heights.length - 1; n >= 0; n--) {
            sweep(n, surface, heights, steps.length / 2, steps.length);
            if (open[n] && lowersAnother(n, surface, heights)) {
                push(n);
            }
        }
        while (count > 0) {
            int n = pop();
            for (int step : steps) {
                int other = n + step;
                if (open[other] && surface[other] > surface[n] && surface[other] > heights[other]) {
                    surface[other] = Math.max(surface[n], heights[other]);
                    push(other);
                }
            }
        }
        return surface;
    }

    private void sweep(int n, float[] surface, float[] heights, int from, int to) {
        if (open[n]) {
            float least = surface[n];
            for (int s = from; s < to; s++) {
                least = Math.min(least, surface[n + steps[s]]);
            }
            surface[n] = Math.max(least, heights[n]);
        }
    }

    private boolean lowersAnother(int n, float[] surface, float[] heights) {
        for (int s = steps.length / 2; s < steps.length; s++) {
            int other = n + steps[s];
            if (open[other] && surface[other] > surface[n] && surface[other] > heights[other]) {
                return true;
            }
        }
        return false;
    }

    /// Writes 1, 2, 3 … onto the minima, in the order of their first voxels, into `labels` of zeros; answers how many.
    int mark(float[] heights, int[] labels) {
        int minima = 0;
        var seen = new boolean[heights.length];
        for (int n = 0; n < heights.length; n++) {
            if (open[n] && !seen[n] && isLowest(n, heights, seen)) {
                minima++;
                label(n, heights, labels, minima);
            }
        }
        return minima;
    }

    /// Visits all of equal height that hang together with a voxel.
    private boolean isLowest(int n, float[] heights, boolean[] seen) {
        boolean lowest = true;
        seen[n] = true;
        push(n);
        while (count > 0) {
            int at = pop();
            for (int step : steps) {
                int other = at + step;
                if (open[other]) {
                    lowest &= heights[other] >= heights[at];
                    if (!seen[other] && heights[other] == heights[at]) {
                        seen[other] = true;
                        push(other);
                    }
                }
            }
        }
        return lowest;
    }

    private void label(int n, float[] heights, int[] labels, int label) {
        labels[n] = label;
        push(n);
        while (count > 0) {
            int at = pop();
            for (int step : steps) {
                int other = at + step;
                if (open[other] && labels[other] == 0 && heights[other] == heights[at]) {
                    labels[other] = label;
                    push(other);
                }
            }
        }
    }

    private void push(int n) {
        if (count == waiting.length) {
            var larger = new int[2 * count];
            for (int c = 0; c < count; c++) {
                larger[c] = waiting[(first + c) & (count - 1)];
            }
            waiting = larger;
            first = 0;
        }
        waiting[(first + count++) & (waiting.length - 1)] = n;
    }

    private int pop() {
        int n = waiting[first];
        first = (first + 1) & (waiting.length - 1);
        if ((--count & 0xFFFF) == 0xFFFF) {
            cancel.check();
        }
        return n;
    }
}
