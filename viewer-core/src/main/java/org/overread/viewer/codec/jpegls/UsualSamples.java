// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpegls;

/// Decodes, without loss, the samples that are the usual ones: with a gradient, a short code and a value in range.
///
/// It does what [LineCoder] does for any sample, with all that changes in variables and no call on the way: here goes
/// nearly all the time of decoding.
final class UsualSamples {
    /// A longer code is left to others; there are as many bits at least.
    private static final int SHORT_CODE = 32;

    private final JpegLsBits in;
    private final int columns;
    private final int[] memory;
    private final byte[] classes;
    private final int max;
    private final int reset;
    private final int mostBits;

    /// A code of `escape` zeros is none of the usual ones.
    UsualSamples(JpegLsBits in, int columns, Contexts contexts, int max, int reset, int escape) {
        this.in = in;
        this.columns = columns;
        this.max = max;
        this.reset = reset;
        memory = contexts.memory;
        classes = contexts.classes;
        mostBits = Math.min(SHORT_CODE, escape);
    }

    /// Decodes from `from` on. Where the first other sample is, of which nothing was read, or behind the end.
    int decode(int[] above, int[] line, int from) {
        int[] memory = this.memory;
        byte[] classes = this.classes;
        int max = this.max;
        int reset = this.reset;
        int columns = this.columns;
        int mostBits = this.mostBits;
        long bits = in.bits;
        int count = in.count;
        int ra = line[from - 1];
        int rc = above[from - 1];
        int rb = above[from];
        int corner = classes[rb - rc + max];
        int x = from;
        for (; x <= columns; x++) {
            if (count < SHORT_CODE) {
                in.bits = bits;
                in.count = count;
                in.fill();
                bits = in.bits;
                count = in.count;
            }
            int rd = above[x + 1];
            int next = classes[rd - rb + max];
            int context = 81 * next + 9 * corner + classes[rc - ra + max];
            if (context == 0) {
                break;
            }
            int sign = context >> 31; // 0 or -1
            int at = ((context ^ sign) - sign) * Contexts.STRIDE;
            int k = memory[at + Contexts.PARAMETER];
            int zeros = Long.numberOfLeadingZeros(bits);
            if (zeros + k >= mostBits) {
                break;
            }
            int mapped = (int) ((bits << zeros) >>> (63 - k)) + ((zeros - 1) << k);
            int error = (mapped >>> 1) ^ -(mapped & 1);
            if (k == 0 && Contexts.isTurned(memory, at)) {
                error = ~error;
            }
            int correction = (memory[at + Contexts.CORRECTION] ^ sign) - sign;
            int prediction = Math.max(0, Math.min(max, Contexts.middle(ra, rb, rc) + correction));
            int value = prediction + ((error ^ sign) - sign);
            if (Integer.compareUnsigned(value, max) > 0) {
                break;
            }
            line[x] = value;
            bits <<= zeros + 1 + k;
            count -= zeros + 1 + k;
            Contexts.learn(memory, at, error, 1, reset);
            ra = value;
            rc = rb;
            rb = rd;
            corner = next;
        }
        in.bits = bits;
        in.count = count;
        return x;
    }
}
