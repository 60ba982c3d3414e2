// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

/// For every brick how far the nearest brick lies in which there is something to be seen: 1 for a neighbour, by an edge
/// or a corner too. So a ray leaps over all of the emptiness around it at once. Immutable.
final class Leaps {
    private static final byte FARTHEST = Byte.MAX_VALUE;

    private final int acrossI;
    private final int acrossJ;
    private final int acrossK;
    private final byte[] far;

    private Leaps(Bricks bricks) {
        acrossI = bricks.acrossI;
        acrossJ = bricks.acrossJ;
        acrossK = bricks.acrossK;
        far = new byte[bricks.least.length];
    }

    static Leaps over(boolean[] full, Bricks bricks) {
        var leaps = new Leaps(bricks);
        for (int n = 0; n < full.length; n++) {
            leaps.far[n] = full[n] ? 0 : FARTHEST;
        }
        leaps.along(1, leaps.acrossI);
        leaps.along(leaps.acrossI, leaps.acrossJ);
        leaps.along(leaps.acrossI * leaps.acrossJ, leaps.acrossK);
        return leaps;
    }

    int at(int brickI, int brickJ, int brickK) {
        return far[(brickK * acrossJ + brickJ) * acrossI + brickI];
    }

    /// The largest of three distances along the axes is found one axis after another: what a line of bricks knows so far
    /// is met by what its bricks know at the distance along the line.
    private void along(int step, int length) {
        var line = new byte[length];
        for (int start = 0; start < far.length; start++) {
            if (start / step % length == 0) {
                for (int n = 0; n < length; n++) {
                    line[n] = far[start + n * step];
                }
                for (int n = 0; n < length; n++) {
                    far[start + n * step] = nearest(line, n);
                }
            }
        }
    }

    private static byte nearest(byte[] line, int at) {
        int best = line[at];
        for (int away = 1; away < best; away++) {
            if (at >= away) {
                best = Math.min(best, Math.max(away, line[at - away]));
            }
            if (at + away < line.length) {
                best = Math.min(best, Math.max(away, line[at + away]));
            }
        }
        return (byte) best;
    }
}
