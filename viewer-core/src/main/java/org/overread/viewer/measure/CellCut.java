// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

/// A part of a unit cell's face: a rectangle, cut by straight lines. Reused from cell to cell; one thread.
final class CellCut {
    private static final int MOST = 12;

    private double[] p = new double[MOST];
    private double[] q = new double[MOST];
    private double[] otherP = new double[MOST];
    private double[] otherQ = new double[MOST];
    private int corners;
    private double area;
    private double middleP;
    private double middleQ;

    void begin(double lowP, double highP, double lowQ, double highQ) {
        p[0] = lowP;
        q[0] = lowQ;
        p[1] = highP;
        q[1] = lowQ;
        p[2] = highP;
        q[2] = highQ;
        p[3] = lowP;
        q[3] = highQ;
        corners = highP > lowP && highQ > lowQ ? 4 : 0;
    }

    /// Keeps what has `at + perP · p + perQ · q` of 0 or more.
    void clip(double at, double perP, double perQ) {
        int kept = 0;
        for (int n = 0; n < corners; n++) {
            int next = n + 1 == corners ? 0 : n + 1;
            double here = at + perP * p[n] + perQ * q[n];
            double there = at + perP * p[next] + perQ * q[next];
            if (here >= 0) {
                otherP[kept] = p[n];
                otherQ[kept++] = q[n];
            }
            if ((here < 0) != (there < 0)) {
                double t = here / (here - there);
                otherP[kept] = p[n] + t * (p[next] - p[n]);
                otherQ[kept++] = q[n] + t * (q[next] - q[n]);
            }
        }
        double[] swap = p;
        p = otherP;
        otherP = swap;
        swap = q;
        q = otherQ;
        otherQ = swap;
        corners = kept;
    }

    /// Says whether something is left.
    boolean measure() {
        area = 0;
        middleP = 0;
        middleQ = 0;
        if (corners < 3) {
            return false;
        }
        for (int n = 1; n + 1 < corners; n++) {
            double twice = (p[n] - p[0]) * (q[n + 1] - q[0]) - (p[n + 1] - p[0]) * (q[n] - q[0]);
            area += twice / 2;
            middleP += twice / 6 * (p[0] + p[n] + p[n + 1]);
            middleQ += twice / 6 * (q[0] + q[n] + q[n + 1]);
        }
        if (!(area > 1e-12)) {
            return false;
        }
        middleP /= area;
        middleQ /= area;
        return true;
    }

    double area() {
        return area;
    }

    double middleP() {
        return middleP;
    }

    double middleQ() {
        return middleQ;
    }
}
