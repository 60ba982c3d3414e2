// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.SplittableRandom;

/// The scanner's noise: Gaussian, of deviation 1, alike in neighbouring pixels and independent from slice to slice.
final class Noise {
    private static final int TABLE_BITS = 14;
    private static final float[] NORMAL = normalTable();

    private Noise() {}

    /// A slice of noise, rows one after the other.
    static float[] slice(int width, int height, long seed, int k) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + k);
        int wide = width + 2;
        var white = new float[wide * (height + 2)];
        int n = 0;
        while (n < white.length) {
            long bits = random.nextLong();
            for (int part = 0; part < 4 && n < white.length; part++) {
                white[n++] = NORMAL[(int) (bits >>> (part * 16)) & ((1 << TABLE_BITS) - 1)];
            }
        }
        var across = new float[wide * (height + 2)];
        for (int c = 1; c < white.length - 1; c++) {
            across[c] = white[c - 1] + 2 * white[c] + white[c + 1];
        }
        var noise = new float[width * height];
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                int c = (j + 1) * wide + i + 1;
                // the kernel (1 2 1) x (1 2 1) multiplies the deviation by 6
                noise[j * width + i] = (across[c - wide] + 2 * across[c] + across[c + wide]) / 6;
            }
        }
        return noise;
    }

    /// Equally likely values of the normal distribution, so that a draw is a look-up.
    private static float[] normalTable() {
        var random = new SplittableRandom(7);
        var table = new float[1 << TABLE_BITS];
        for (int n = 0; n < table.length; n += 2) {
            table[n] = (float) random.nextGaussian();
            table[n + 1] = -table[n];
        }
        return table;
    }
}
