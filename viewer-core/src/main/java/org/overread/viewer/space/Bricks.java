// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

/// The least and the largest value in every brick of 8 x 8 x 8 cells between samples, so that rays can leap over what
/// they need not look at. Brick b holds the cells whose lower index is 8 b to 8 b + 7, with all of their corners; the
/// outermost bricks hold what lies beyond the outermost samples too.
final class Bricks {
    static final int SIDE = 8;

    final int acrossI;
    final int acrossJ;
    final int acrossK;
    final float[] least;
    final float[] most;

    private Bricks(Samples samples) {
        acrossI = Math.ceilDiv(samples.sizeI, SIDE);
        acrossJ = Math.ceilDiv(samples.sizeJ, SIDE);
        acrossK = Math.ceilDiv(samples.sizeK, SIDE);
        least = new float[acrossI * acrossJ * acrossK];
        most = new float[least.length];
    }

    /// Passes over all values once.
    static Bricks of(Samples samples) {
        var bricks = new Bricks(samples);
        for (int k = 0; k < bricks.acrossK; k++) {
            bricks.layer(samples, k);
        }
        return bricks;
    }

    private void layer(Samples samples, int bk) {
        int lastK = Math.min(samples.sizeK - 1, bk * SIDE + SIDE);
        for (int bj = 0; bj < acrossJ; bj++) {
            int lastJ = Math.min(samples.sizeJ - 1, bj * SIDE + SIDE);
            for (int bi = 0; bi < acrossI; bi++) {
                int lastI = Math.min(samples.sizeI - 1, bi * SIDE + SIDE);
                float low = Float.POSITIVE_INFINITY;
                float high = Float.NEGATIVE_INFINITY;
                for (int k = bk * SIDE; k <= lastK; k++) {
                    for (int j = bj * SIDE; j <= lastJ; j++) {
                        for (int i = bi * SIDE; i <= lastI; i++) {
                            float v = samples.voxel(i, j, k);
                            low = v < low ? v : low; // NaN is neither
                            high = v > high ? v : high;
                        }
                    }
                }
                int n = number(bi, bj, bk);
                least[n] = low;
                most[n] = high;
            }
        }
    }

    int number(int brickI, int brickJ, int brickK) {
        return (brickK * acrossJ + brickJ) * acrossI + brickI;
    }

    float leastOfAll() {
        float low = Float.POSITIVE_INFINITY;
        for (float v : least) {
            low = Math.min(low, v);
        }
        return low;
    }

    float mostOfAll() {
        float high = Float.NEGATIVE_INFINITY;
        for (float v : most) {
            high = Math.max(high, v);
        }
        return high;
    }
}
