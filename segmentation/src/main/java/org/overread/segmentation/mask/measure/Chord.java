// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.Arrays;
import java.util.List;

/// A line within an area, mm.
record Chord(double fromX, double fromY, double toX, double toY, double mm) {

    /// Beside a corner of the rim, as a part of the distance to the next corner.
    private static final double BESIDE = 1e-6;

    /// The longest line perpendicular to `axis` that stays within the area. Between two corners of the rim such lines
    /// grow or shrink evenly, so the longest one ends at a corner.
    static Chord longestAcross(List<RimPiece> rim, LongestLine axis) {
        double ux = (axis.toX() - axis.fromX()) / axis.mm();
        double uy = (axis.toY() - axis.fromY()) / axis.mm();
        int count = rim.size();
        var low = new double[count];
        var high = new double[count];
        var turned = new RimPiece[count];
        for (int n = 0; n < count; n++) {
            RimPiece p = rim.get(n);
            double from = p.fromX() * ux + p.fromY() * uy;
            double to = p.toX() * ux + p.toY() * uy;
            low[n] = Math.min(from, to);
            high[n] = Math.max(from, to);
            turned[n] =
                    new RimPiece(
                            from, p.fromY() * ux - p.fromX() * uy, to, p.toY() * ux - p.toX() * uy);
        }
        double[] corners = Arrays.stream(turned).mapToDouble(RimPiece::fromX).sorted().toArray();
        Chord best = new Chord(0, 0, 0, 0, -1);
        var crossings = new double[count];
        for (int n = 0; n + 1 < count; n++) {
            double room = corners[n + 1] - corners[n];
            if (room > 1e-9) {
                for (double at :
                        new double[] {corners[n] + BESIDE * room, corners[n + 1] - BESIDE * room}) {
                    int crossed = 0;
                    for (int m = 0; m < count; m++) {
                        if (low[m] < at && at < high[m]) {
                            double t =
                                    (at - turned[m].fromX())
                                            / (turned[m].toX() - turned[m].fromX());
                            crossings[crossed++] =
                                    turned[m].fromY() + t * (turned[m].toY() - turned[m].fromY());
                        }
                    }
                    Arrays.sort(crossings, 0, crossed);
                    for (int m = 0; m + 1 < crossed; m += 2) {
                        double mm = crossings[m + 1] - crossings[m];
                        if (mm > best.mm * (1 + 1e-9)) {
                            best =
                                    new Chord(
                                            at * ux - crossings[m] * uy,
                                            at * uy + crossings[m] * ux,
                                            at * ux - crossings[m + 1] * uy,
                                            at * uy + crossings[m + 1] * ux,
                                            mm);
                        }
                    }
                }
            }
        }
        return best;
    }
}
