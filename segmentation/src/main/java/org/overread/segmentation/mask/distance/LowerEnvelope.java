// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

import java.util.Arrays;

/// For each place of a line the least of `costs[p] + step(x - p)` over all places p, exact and in one pass: the places
/// that are best somewhere are kept on a stack with the place from which each is best. One thread.
abstract class LowerEnvelope {
    private final int[] best;
    private final int[] from;
    private final double[] costOfBest;

    LowerEnvelope(int longest) {
        best = new int[longest];
        from = new int[longest];
        costOfBest = new double[longest];
    }

    /// The cost of so many samples along the line, squared millimetres.
    abstract double step(int samples);

    /// The first whole number at which `q` costs no more than `p`, which is before it; may lie beyond the line.
    abstract double firstWon(int p, double costOfP, int q, double costOfQ);

    /// Puts the least costs of the line into `result`; infinite where all are.
    final void lower(float[] costs, float[] result, int length) {
        int[] place = best;
        int[] start = from;
        double[] cost = costOfBest;
        int top = -1;
        for (int q = 0; q < length; q++) {
            double costOfQ = costs[q];
            if (costOfQ == Double.POSITIVE_INFINITY) {
                continue;
            }
            double won = 0;
            while (top >= 0) {
                won = firstWon(place[top], cost[top], q, costOfQ);
                if (won > start[top]) {
                    break;
                }
                top--;
                won = 0;
            }
            if (won < length) {
                top++;
                place[top] = q;
                cost[top] = costOfQ;
                start[top] = (int) won;
            }
        }
        if (top < 0) {
            Arrays.fill(result, 0, length, Float.POSITIVE_INFINITY);
            return;
        }
        for (int n = 0; n <= top; n++) {
            int end = n < top ? start[n + 1] : length;
            fill(result, start[n], end, place[n], cost[n]);
        }
    }

    private void fill(float[] result, int start, int end, int p, double cost) {
        for (int x = start; x < end; x++) {
            result[x] = (float) (cost + step(x - p));
        }
    }

    /// Distances to centres of voxels: parabolas.
    static final class ToCentres extends LowerEnvelope {
        private final double area;
        private final double[] half; // 1 / (2 area d)

        ToCentres(int longest, double spacing) {
            super(longest);
            area = spacing * spacing;
            half = new double[longest];
            for (int d = 1; d < longest; d++) {
                half[d] = 1 / (2 * area * d);
            }
        }

        @Override
        double step(int samples) {
            return area * samples * samples;
        }

        @Override
        double firstWon(int p, double costOfP, int q, double costOfQ) {
            int apart = q - p;
            return Math.ceil((p + q) * 0.5 + (costOfQ - costOfP) * half[apart]);
        }
    }

    /// Distances to the faces of voxels: parabolas with a flat bottom one sample wide.
    static final class ToFaces extends LowerEnvelope {
        private final double area;

        ToFaces(int longest, double spacing) {
            super(longest);
            area = spacing * spacing;
        }

        @Override
        double step(int samples) {
            double d = Math.max(0, Math.abs(samples) - 0.5);
            return area * d * d;
        }

        @Override
        double firstWon(int p, double costOfP, int q, double costOfQ) {
            double over =
                    (costOfQ - costOfP) / area; // q wins where its lead by distance is as large
            double apart = q - p;
            if (over <= -(apart - 0.5) * (apart - 0.5)) {
                return Math.min(p, Math.ceil((p + q - 1 + over / apart) / 2));
            }
            if (over > (apart - 0.5) * (apart - 0.5)) {
                return Math.max(q + 1, Math.ceil((p + q + 1 + over / apart) / 2));
            }
            return apart == 1
                    ? q
                    : Math.clamp(Math.ceil((p + q + over / (apart - 1)) / 2), p + 1, q);
        }
    }
}
