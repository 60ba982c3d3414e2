// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

/// The values of a grid, linear between samples, the outermost ones beyond. Any thread.
abstract sealed class Samples {
    final int sizeI;
    final int sizeJ;
    final int sizeK;

    private Samples(int sizeI, int sizeJ, int sizeK) {
        this.sizeI = sizeI;
        this.sizeJ = sizeJ;
        this.sizeK = sizeK;
    }

    abstract float voxel(int i, int j, int k);

    /// At fractional indices.
    abstract float at(float i, float j, float k);

    static float mix(float a, float b, float t) {
        return a + t * (b - a);
    }

    /// Whole numbers; `mask` makes unsigned ones of them.
    static final class Shorts extends Samples {
        private final short[][] slices;
        private final int mask;

        Shorts(int sizeI, int sizeJ, short[][] slices, int mask) {
            super(sizeI, sizeJ, slices.length);
            this.slices = slices;
            this.mask = mask;
        }

        @Override
        float voxel(int i, int j, int k) {
            return slices[k][j * sizeI + i] & mask;
        }

        @Override
        float at(float x, float y, float z) {
            int i = x <= 0 ? 0 : (int) x;
            int j = y <= 0 ? 0 : (int) y;
            int k = z <= 0 ? 0 : (int) z;
            if (i >= sizeI - 1 || j >= sizeJ - 1 || k >= sizeK - 1) {
                return atEnd(x, y, z);
            }
            float tx = x <= 0 ? 0 : x - i;
            float ty = y <= 0 ? 0 : y - j;
            float tz = z <= 0 ? 0 : z - k;
            int n = j * sizeI + i;
            short[] low = slices[k];
            short[] high = slices[k + 1];
            int m = mask;
            int below = n + sizeI;
            float a = mix(low[n] & m, low[n + 1] & m, tx);
            float b = mix(low[below] & m, low[below + 1] & m, tx);
            float c = mix(high[n] & m, high[n + 1] & m, tx);
            float d = mix(high[below] & m, high[below + 1] & m, tx);
            return mix(mix(a, b, ty), mix(c, d, ty), tz);
        }
    }

    /// Other numbers.
    static final class Floats extends Samples {
        private final float[][] slices;

        Floats(int sizeI, int sizeJ, float[][] slices) {
            super(sizeI, sizeJ, slices.length);
            this.slices = slices;
        }

        @Override
        float voxel(int i, int j, int k) {
            return slices[k][j * sizeI + i];
        }

        @Override
        float at(float x, float y, float z) {
            int i = x <= 0 ? 0 : (int) x;
            int j = y <= 0 ? 0 : (int) y;
            int k = z <= 0 ? 0 : (int) z;
            if (i >= sizeI - 1 || j >= sizeJ - 1 || k >= sizeK - 1) {
                return atEnd(x, y, z);
            }
            float tx = x <= 0 ? 0 : x - i;
            float ty = y <= 0 ? 0 : y - j;
            float tz = z <= 0 ? 0 : z - k;
            int n = j * sizeI + i;
            float[] low = slices[k];
            float[] high = slices[k + 1];
            int below = n + sizeI;
            float a = mix(low[n], low[n + 1], tx);
            float b = mix(low[below], low[below + 1], tx);
            float c = mix(high[n], high[n + 1], tx);
            float d = mix(high[below], high[below + 1], tx);
            return mix(mix(a, b, ty), mix(c, d, ty), tz);
        }
    }

    /// Where a neighbour is missing.
    final float atEnd(float x, float y, float z) {
        float cx = Math.clamp(x, 0, sizeI - 1);
        float cy = Math.clamp(y, 0, sizeJ - 1);
        float cz = Math.clamp(z, 0, sizeK - 1);
        int i = (int) cx;
        int j = (int) cy;
        int k = (int) cz;
        int nextI = Math.min(i + 1, sizeI - 1);
        int nextJ = Math.min(j + 1, sizeJ - 1);
        int nextK = Math.min(k + 1, sizeK - 1);
        float tx = cx - i;
        float ty = cy - j;
        float low =
                mix(
                        mix(voxel(i, j, k), voxel(nextI, j, k), tx),
                        mix(voxel(i, nextJ, k), voxel(nextI, nextJ, k), tx),
                        ty);
        float high =
                mix(
                        mix(voxel(i, j, nextK), voxel(nextI, j, nextK), tx),
                        mix(voxel(i, nextJ, nextK), voxel(nextI, nextJ, nextK), tx),
                        ty);
        return mix(low, high, cz - k);
    }
}
