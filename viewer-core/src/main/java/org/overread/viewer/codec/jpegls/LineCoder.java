// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpegls;

import java.util.Arrays;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// Decodes lines (T.87 Annex A): each sample from its four neighbours and a code whose parameter adapts to what samples
/// in like surroundings needed before. Holds that memory: one for each scan.
///
/// A line is an array whose samples begin at 1; place 0 and the one after the last are filled in here.
final class LineCoder {
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
    private final UsualSamples usual;
    private final int[] memory;
    private final byte[] classes;

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
        Contexts contexts = new Contexts(parameters, near, range);
        usual = new UsualSamples(in, columns, contexts, max, reset, limit - rangeBits - 1);
        memory = contexts.memory;
        classes = contexts.classes;
    }

    /// Decodes one line of one component, which continues with its own run index.
    void decode(int component, int[] above, int[] line) throws BrokenPictureException {
        runIndex = runIndices[component];
        prepare(above, line);
        for (int x = 1; x <= columns; ) {
            if (near == 0) {
                x = usual.decode(above, line, x);
                if (x > columns) {
                    break;
                }
            }
            int ra = line[x - 1];
            int context = contextAt(above, line, x);
            if (context != 0) {
                line[x] = regular(context, ra, above[x], above[x - 1]);
                x++;
                continue;
            }
            int left = columns + 1 - x;
            int run = run(left);
            Arrays.fill(line, x, x + run, ra);
            x += run;
            if (run < left) {
                line[x] = afterRun(ra, above[x]);
                x++;
                if (runIndex > 0) {
                    runIndex--;
                }
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

    private int regular(int context, int ra, int rb, int rc) throws BrokenPictureException {
        int sign = context >> 31; // 0 or -1
        int at = ((context ^ sign) - sign) * Contexts.STRIDE;
        int k = memory[at + Contexts.PARAMETER];
        int mapped = in.golomb(k, limit - rangeBits - 1, rangeBits);
        requireInRange(mapped);
        int error = (mapped >>> 1) ^ -(mapped & 1);
        if (k == 0 && near == 0 && Contexts.isTurned(memory, at)) {
            error = ~error;
        }
        int correction = (memory[at + Contexts.CORRECTION] ^ sign) - sign;
        int prediction = Math.max(0, Math.min(max, Contexts.middle(ra, rb, rc) + correction));
        Contexts.learn(memory, at, error, step, reset);
        return sample(prediction, (error ^ sign) - sign);
    }

    private void requireInRange(int mapped) throws BrokenPictureException {
        if (Integer.compareUnsigned(mapped, 2 * range + 1) > 0) {
            throw BrokenPictureException.corrupt("a JPEG-LS difference out of range");
        }
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
        int at = (Contexts.COUNT + type) * Contexts.STRIDE;
        int n = memory[at + Contexts.SEEN];
        int a = memory[at + Contexts.MAGNITUDE];
        int negative = memory[at + Contexts.NEGATIVE];
        int k = Contexts.parameter(n, type == 0 ? a : a + (n >> 1));
        int escape = limit - RUN_BITS[runIndex] - 1 - rangeBits - 1;
        int mapped = in.golomb(k, escape, rangeBits);
        requireInRange(mapped);
        int twice = mapped + type;
        int odd = twice & 1;
        int error = (twice + odd) / 2;
        boolean oddIsNegative = k != 0 || 2 * negative >= n;
        if (oddIsNegative == (odd == 1)) {
            error = -error;
        }
        if (error < 0) {
            negative++;
        }
        a += (mapped + 1 - type) >> 1;
        if (n == reset) {
            a >>= 1;
            n >>= 1;
            negative >>= 1;
        }
        memory[at + Contexts.MAGNITUDE] = a;
        memory[at + Contexts.SEEN] = n + 1;
        memory[at + Contexts.NEGATIVE] = negative;
        return error;
    }
}
