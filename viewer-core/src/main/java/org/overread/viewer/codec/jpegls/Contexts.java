// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpegls;

/// What is remembered of samples in like surroundings: A, N, B and C of T.87 for each of 365 contexts, and the Golomb
/// parameter that follows from the first two.
///
/// How a sample differs is noise, and so is which way all this goes: it is arithmetic without a branch.
final class Contexts {
    /// Ordinary contexts; two more are for samples that end a run.
    static final int COUNT = 365;

    /// From a context to the next in [#memory], where the numbers of one lie side by side.
    static final int STRIDE = 8;

    static final int MAGNITUDE = 0;
    static final int SEEN = 1;
    static final int BIAS = 2;
    static final int CORRECTION = 3;
    static final int PARAMETER = 4;

    /// In the place of B where a run ended: how many errors were negative.
    static final int NEGATIVE = 2;

    final int[] memory = new int[STRIDE * (COUNT + 2)];

    /// Of which gradient a context is made: by gradient + largest sample.
    final byte[] classes;

    Contexts(Parameters parameters, int near, int range) {
        int magnitude = Math.max(2, (range + 32) / 64);
        for (int at = 0; at < memory.length; at += STRIDE) {
            memory[at + MAGNITUDE] = magnitude;
            memory[at + SEEN] = 1;
            memory[at + PARAMETER] = parameter(1, magnitude);
        }
        classes = GradientClasses.of(parameters, near);
    }

    /// Adapts the context at `at` to the error it made, in steps of `step`.
    static void learn(int[] memory, int at, int error, int step, int reset) {
        int a = memory[at + MAGNITUDE] + Math.abs(error);
        int n = memory[at + SEEN];
        int b = memory[at + BIAS] + error * step;
        if (n == reset) {
            a >>= 1;
            b >>= 1;
            n >>= 1;
        }
        n++;
        int low = (b + n - 1) >> 31; // -1: B is -N or less
        int high = -b >> 31; // -1: B is more than 0
        b += (n & low) - (n & high);
        int c = memory[at + CORRECTION] + low - high;
        memory[at + MAGNITUDE] = a;
        memory[at + SEEN] = n;
        memory[at + BIAS] = Math.max(1 - n, Math.min(0, b));
        memory[at + CORRECTION] = Math.max(-128, Math.min(127, c));
        memory[at + PARAMETER] = parameter(n, a);
    }

    /// Whether, where k is 0, the shorter codes are for the negative errors.
    static boolean isTurned(int[] memory, int at) {
        return 2 * memory[at + BIAS] <= -memory[at + SEEN];
    }

    /// The middle one of left, above, and left + above - corner.
    static int middle(int left, int above, int corner) {
        int plane = left + above - corner;
        return Math.max(Math.min(left, above), Math.min(Math.max(left, above), plane));
    }

    /// The least k for which n << k is `a` or more.
    static int parameter(int n, int a) {
        int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
        return k + (((n << k) - a) >>> 31);
    }
}
