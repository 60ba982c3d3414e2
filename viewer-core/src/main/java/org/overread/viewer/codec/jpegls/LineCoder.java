// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpegls;

import java.util.Arrays;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// Decodes lines (T.87 Annex A): each sample from its four neighbours and a code whose parameter adapts to what samples
/// in like surroundings needed before. Holds that memory; one for each scan.
///
/// A line is an array whose samples begin at 1; place 0 and the one after the last are filled in here.
final class LineCoder {
    private static final int CONTEXTS = 365;
    private static final int[] RUN_BITS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12,
        13, 14, 15
    };

    private final JpegLsBits in;
    private final int columns;
    private final int max;
    private final int near;
    private final int step;
    private final int range;
    private final int rangeBits;
    private final int limit;
    private final int reset;

    /// By gradient + max: its class, -4 to 4.
    private final byte[] classes;

    // the memory of each context: A, B, C and N of T.87; the last two are for samples that end a
    // run
    private final int[] magnitude = new int[CONTEXTS + 2];
    private final int[] bias = new int[CONTEXTS];
    private final int[] correction = new int[CONTEXTS];
    private final int[] seen = new int[CONTEXTS + 2];
    private final int[] negative = new int[2];

    /// Where in [#RUN_BITS] each component is, and the one in hand.
    private final int[] runIndices = new int[4];

    private int runIndex;

    LineCoder(JpegLsBits in, int columns, Parameters parameters, int near) {
        this.in = in;
        this.columns = columns;
        this.near = near;
        max = parameters.maxValue();
        step = 2 * near + 1;
        range = (max + 2 * near) / step + 1;
        rangeBits = 32 - Integer.numberOfLeadingZeros(range - 1);
        int sampleBits = Math.max(2, 32 - Integer.numberOfLeadingZeros(max));
        limit = 2 * (sampleBits + Math.max(8, sampleBits));
        reset = parameters.reset();
        Arrays.fill(magnitude, Math.max(2, (range + 32) / 64));
        Arrays.fill(seen, 1);
        classes = new byte[2 * max + 1];
        for (int gradient = -max; gradient <= max; gradient++) {
            int size = Math.abs(gradient);
            int found;
            if (size <= near) {
                found = 0;
            } else if (size < parameters.t1()) {
                found = 1;
            } else if (size < parameters.t2()) {
                found = 2;
            } else {
                found = size < parameters.t3() ? 3 : 4;
            }
            classes[gradient + max] = (byte) (gradient < 0 ? -found : found);
        }
    }

    /// Decodes one line of one component, which continues with its own run index.
    void decode(int component, int[] above, int[] line) throws BrokenPictureException {
        runIndex = runIndices[component];
        prepare(above, line);
        int ra = line[0];
        int rc = above[0];
        int rb = above[1];
        for (int x = 1; x <= columns; ) {
            int rd = above[x + 1];
            int context =
                    81 * classes[rd - rb + max]
                            + 9 * classes[rb - rc + max]
                            + classes[rc - ra + max];
            if (context != 0) {
                ra = regular(context, ra, rb, rc);
                line[x++] = ra;
                rc = rb;
                rb = rd;
                continue;
            }
            int left = columns + 1 - x;
            int run = run(left);
            Arrays.fill(line, x, x + run, ra);
            x += run;
            if (run < left) {
                ra = afterRun(ra, above[x]);
                line[x++] = ra;
                if (runIndex > 0) {
                    runIndex--;
                }
            }
            if (x <= columns) {
                rc = above[x - 1];
                rb = above[x];
            }
        }
        runIndices[component] = runIndex;
    }

    /// Decodes one line of all components, sample by sample.
    void decodeTogether(int[][] above, int[][] lines) throws BrokenPictureException {
        int[] contexts = new int[lines.length];
        for (int c = 0; c < lines.length; c++) {
            prepare(above[c], lines[c]);
        }
        for (int x = 1; x <= columns; ) {
            int any = 0;
            for (int c = 0; c < lines.length; c++) {
                contexts[c] = contextAt(above[c], lines[c], x);
                any |= contexts[c];
            }
            if (any != 0) {
                // a component without a gradient of its own is then coded in context 0
                for (int c = 0; c < lines.length; c++) {
                    int[] up = above[c];
                    lines[c][x] = regular(contexts[c], lines[c][x - 1], up[x], up[x - 1]);
                }
                x++;
                continue;
            }
            int left = columns + 1 - x;
            int run = run(left);
            for (int[] line : lines) {
                Arrays.fill(line, x, x + run, line[x - 1]);
            }
            x += run;
            if (run < left) {
                for (int c = 0; c < lines.length; c++) {
                    lines[c][x] = edge(lines[c][x - 1], above[c][x]);
                }
                x++;
                if (runIndex > 0) {
                    runIndex--;
                }
            }
        }
    }

    /// The length of a run in a line that has `left` samples left.
    private int run(int left) throws BrokenPictureException {
        int run = 0;
        while (in.bit() != 0) {
            int whole = 1 << RUN_BITS[runIndex];
            if (run + whole <= left && runIndex < 31) {
                runIndex++;
            }
            run = Math.min(left, run + whole);
            if (run == left) {
                return run;
            }
        }
        run += in.receive(RUN_BITS[runIndex]);
        if (run >= left) {
            throw BrokenPictureException.corrupt("a JPEG-LS run beyond its line");
        }
        return run;
    }

    private void prepare(int[] above, int[] line) {
        line[0] = above[1];
        above[columns + 1] = above[columns];
    }

    private int contextAt(int[] above, int[] line, int x) {
        int rb = above[x];
        int rc = above[x - 1];
        return 81 * classes[above[x + 1] - rb + max]
                + 9 * classes[rb - rc + max]
                + classes[rc - line[x - 1] + max];
    }

    private int regular(int signedContext, int ra, int rb, int rc) throws BrokenPictureException {
        int sign = signedContext >> 31; // 0 or -1
        int q = (signedContext ^ sign) - sign;
        int low = Math.min(ra, rb);
        int high = Math.max(ra, rb);
        int prediction = rc >= high ? low : rc <= low ? high : ra + rb - rc;
        prediction += (correction[q] ^ sign) - sign;
        prediction = Math.max(0, Math.min(max, prediction));

        int n = seen[q];
        int a = magnitude[q];
        int k = parameter(n, a);
        int mapped = in.golomb(k, limit - rangeBits - 1, rangeBits);
        if (mapped > 2 * range + 1) {
            throw BrokenPictureException.corrupt("a JPEG-LS difference out of range");
        }
        int error = (mapped >>> 1) ^ -(mapped & 1);
        int b = bias[q];
        if (k == 0 && near == 0 && 2 * b <= -n) {
            error = ~error;
        }
        b += error * step;
        a += Math.abs(error);
        if (n == reset) {
            a >>= 1;
            b >>= 1;
            n >>= 1;
        }
        n++;
        if (b <= -n) {
            b = Math.max(b + n, 1 - n);
            if (correction[q] > -128) {
                correction[q]--;
            }
        } else if (b > 0) {
            b = Math.min(b - n, 0);
            if (correction[q] < 127) {
                correction[q]++;
            }
        }
        bias[q] = b;
        magnitude[q] = a;
        seen[q] = n;
        return sample(prediction, (error ^ sign) - sign);
    }

    private static int parameter(int n, int a) {
        int k = 0;
        while (n << k < a) {
            k++;
        }
        return k;
    }

    private int sample(int prediction, int error) {
        int value = prediction + error * step;
        if (value < -near) {
            value += range * step;
        } else if (value > max + near) {
            value -= range * step;
        }
        return Math.max(0, Math.min(max, value));
    }

    /// The sample that ended a run of `ra`.
    private int afterRun(int ra, int rb) throws BrokenPictureException {
        if (Math.abs(ra - rb) <= near) {
            return sample(ra, runError(1));
        }
        return edge(ra, rb);
    }

    private int edge(int ra, int rb) throws BrokenPictureException {
        int error = runError(0);
        return sample(rb, ra > rb ? -error : error);
    }

    private int runError(int type) throws BrokenPictureException {
        int q = CONTEXTS + type;
        int n = seen[q];
        int a = magnitude[q];
        int k = parameter(n, type == 0 ? a : a + (n >> 1));
        int escape = limit - RUN_BITS[runIndex] - 1 - rangeBits - 1;
        int mapped = in.golomb(k, escape, rangeBits);
        if (mapped > 2 * range + 1) {
            throw BrokenPictureException.corrupt("a JPEG-LS difference out of range");
        }
        int twice = mapped + type;
        int odd = twice & 1;
        int error = (twice + odd) / 2;
        boolean oddIsNegative = k != 0 || 2 * negative[type] >= n;
        if (oddIsNegative == (odd == 1)) {
            error = -error;
        }
        if (error < 0) {
            negative[type]++;
        }
        a += (mapped + 1 - type) >> 1;
        if (n == reset) {
            a >>= 1;
            n >>= 1;
            negative[type] >>= 1;
        }
        magnitude[q] = a;
        seen[q] = n + 1;
        return error;
    }
}
