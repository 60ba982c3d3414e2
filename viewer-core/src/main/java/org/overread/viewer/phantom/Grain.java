// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.SplittableRandom;

/// A smooth random field of mean 0 and deviation 1 that fills space by repeating: the texture of organs.
///
/// Fixed in the patient, so two series of one patient show the same texture. Safe to share between threads.
final class Grain {
    private static final int SIDE = 64;
    private static final int MASK = SIDE - 1;

    private final float[] field;
    private final double perMm;

    /// `sizeMm` is about the diameter of a grain.
    Grain(long seed, double sizeMm) {
        perMm = 2 / sizeMm;
        var random = new SplittableRandom(seed);
        var white = new float[SIDE * SIDE * SIDE];
        for (int n = 0; n < white.length; n++) {
            white[n] = (float) random.nextGaussian();
        }
        field = smoothed(smoothed(smoothed(white, 1), SIDE), SIDE * SIDE);
        double sum = 0;
        for (float v : field) {
            sum += v * v;
        }
        float scale = (float) (1 / Math.sqrt(sum / field.length));
        for (int n = 0; n < field.length; n++) {
            field[n] *= scale;
        }
    }

    private static float[] smoothed(float[] in, int stride) {
        var out = new float[in.length];
        int wrap = stride * MASK;
        for (int n = 0; n < in.length; n++) {
            int at = n / stride & MASK;
            int before = at == 0 ? n + wrap : n - stride;
            int after = at == MASK ? n - wrap : n + stride;
            out[n] = (in[before] + 2 * in[n] + in[after]) / 4;
        }
        return out;
    }

    /// The field at a point of the patient, mm.
    double at(double x, double y, double z) {
        double u = x * perMm + 1024;
        double v = y * perMm + 1024;
        double w = z * perMm + 1024;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        int k = (int) Math.floor(w);
        double fu = u - i;
        double fv = v - j;
        double low = mix(mix(i, j, k, fu), mix(i, j + 1, k, fu), fv);
        double high = mix(mix(i, j, k + 1, fu), mix(i, j + 1, k + 1, fu), fv);
        return mix(low, high, w - k);
    }

    private double mix(int i, int j, int k, double t) {
        int row = ((k & MASK) * SIDE + (j & MASK)) * SIDE;
        return mix(field[row + (i & MASK)], field[row + (i + 1 & MASK)], t);
    }

    private static double mix(double a, double b, double t) {
        return a + t * (b - a);
    }
}
