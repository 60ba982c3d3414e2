// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

/// Distances to the faces of voxels: parabolas with a flat bottom one sample wide, column after column, exact. The places
/// that are lowest somewhere are kept on a stack with the place from which each is. One thread.
final class FlatEnvelopes implements Columns {
    private final int length;
    private final double area;
    private final int[] best;
    private final int[] from;
    private final double[] costOfBest;

    FlatEnvelopes(int length, double spacing) {
        this.length = length;
        area = spacing * spacing;
        best = new int[length];
        from = new int[length];
        costOfBest = new double[length];
    }

    @Override
    public void lower(float[] plane, int first, int across, int columns) {
        for (int c = 0; c < columns; c++) {
            lower(plane, first + c, across);
        }
    }

    private void lower(float[] plane, int column, int across) {
        int top = -1;
        for (int q = 0; q < length; q++) {
            double costOfQ = plane[q * across + column];
            if (costOfQ == Double.POSITIVE_INFINITY) {
                continue;
            }
            double won = 0;
            while (top >= 0) {
                won = firstWon(best[top], costOfBest[top], q, costOfQ);
                if (won > from[top]) {
                    break;
                }
                top--;
                won = 0;
            }
            if (won < length) {
                top++;
                best[top] = q;
                costOfBest[top] = costOfQ;
                from[top] = (int) won;
            }
        }
        for (int n = 0; n <= top; n++) {
            int end = n < top ? from[n + 1] : length;
            for (int x = from[n]; x < end; x++) {
                plane[x * across + column] = (float) (costOfBest[n] + step(x - best[n]));
            }
        }
    }

    /// The cost of so many samples along the line, squared millimetres.
    private double step(int samples) {
        double d = Math.max(0, Math.abs(samples) - 0.5);
        return area * d * d;
    }

    /// The first whole number at which `q` costs no more than `p`, which is before it; may lie beyond the line.
    private double firstWon(int p, double costOfP, int q, double costOfQ) {
        double over = (costOfQ - costOfP) / area; // q wins where its lead by distance is as large
        double apart = q - p;
        if (over <= -(apart - 0.5) * (apart - 0.5)) {
            return Math.min(p, Math.ceil((p + q - 1 + over / apart) / 2));
        }
        if (over > (apart - 0.5) * (apart - 0.5)) {
            return Math.max(q + 1, Math.ceil((p + q + 1 + over / apart) / 2));
        }
        return apart == 1 ? q : Math.clamp(Math.ceil((p + q + over / (apart - 1)) / 2), p + 1, q);
    }
}
