// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

/// The inverse DCT of 8 x 8 blocks in whole numbers: the flow graph of Loeffler, Ligtenberg and Moschytz with
/// constants of 13 bits, rounded where the Independent JPEG Group's accurate transform rounds, so that results are the
/// same to the last bit.
final class InverseDct {
    private static final int BITS = 13;
    private static final int C0_298 = 2446;
    private static final int C0_390 = 3196;
    private static final int C0_541 = 4433;
    private static final int C0_765 = 6270;
    private static final int C0_899 = 7373;
    private static final int C1_175 = 9633;
    private static final int C1_501 = 12299;
    private static final int C1_847 = 15137;
    private static final int C1_961 = 16069;
    private static final int C2_053 = 16819;
    private static final int C2_562 = 20995;
    private static final int C3_072 = 25172;

    private final int[] work = new int[64];
    private final int[] steps;
    private final int passBits;
    private final int middle;
    private final int max;

    /// For samples of `precision` bits, quantised by `steps` (row by row).
    InverseDct(int[] steps, int precision) {
        this.steps = steps;
        passBits = precision == 8 ? 2 : 1;
        middle = 1 << (precision - 1);
        max = (1 << precision) - 1;
    }

    /// Writes the 64 samples of a block to `plane` from `to` on, `stride` apart a row.
    void transform(short[] values, int block, int[] plane, int to, int stride) {
        for (int i = 0; i < 64; i++) {
            work[i] = values[block + i] * steps[i];
        }
        for (int column = 0; column < 8; column++) {
            line(column, 8, BITS - passBits);
        }
        for (int row = 0; row < 8; row++) {
            line(8 * row, 1, BITS + passBits + 3);
            int at = to + row * stride;
            for (int column = 0; column < 8; column++) {
                plane[at + column] = Math.clamp(work[8 * row + column] + middle, 0, max);
            }
        }
    }

    private void line(int at, int step, int shift) {
        int in0 = work[at];
        int in1 = work[at + step];
        int in2 = work[at + 2 * step];
        int in3 = work[at + 3 * step];
        int in4 = work[at + 4 * step];
        int in5 = work[at + 5 * step];
        int in6 = work[at + 6 * step];
        int in7 = work[at + 7 * step];

        int shared = (in2 + in6) * C0_541;
        int even2 = shared - in6 * C1_847;
        int even3 = shared + in2 * C0_765;
        int even0 = (in0 + in4) << BITS;
        int even1 = (in0 - in4) << BITS;
        int a0 = even0 + even3;
        int a3 = even0 - even3;
        int a1 = even1 + even2;
        int a2 = even1 - even2;

        int z5 = (in7 + in3 + in5 + in1) * C1_175;
        int z1 = (in7 + in1) * -C0_899;
        int z2 = (in5 + in3) * -C2_562;
        int z3 = (in7 + in3) * -C1_961 + z5;
        int z4 = (in5 + in1) * -C0_390 + z5;
        int b0 = in7 * C0_298 + z1 + z3;
        int b1 = in5 * C2_053 + z2 + z4;
        int b2 = in3 * C3_072 + z2 + z3;
        int b3 = in1 * C1_501 + z1 + z4;

        int half = 1 << (shift - 1);
        work[at] = (a0 + b3 + half) >> shift;
        work[at + step] = (a1 + b2 + half) >> shift;
        work[at + 2 * step] = (a2 + b1 + half) >> shift;
        work[at + 3 * step] = (a3 + b0 + half) >> shift;
        work[at + 4 * step] = (a3 - b0 + half) >> shift;
        work[at + 5 * step] = (a2 - b1 + half) >> shift;
        work[at + 6 * step] = (a1 - b2 + half) >> shift;
        work[at + 7 * step] = (a0 - b3 + half) >> shift;
    }
}
