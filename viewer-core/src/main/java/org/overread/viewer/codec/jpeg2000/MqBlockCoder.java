// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// The block coder of JPEG 2000 part 1 (T.800 Annex D): three passes over each bit plane, arithmetically coded by what
/// the eight neighbours are known to be.
///
/// A column of four coefficients, the unit of the scan, is one int: bits 0 to 17 tell which of the 3 x 6 coefficients
/// around and in it are significant, by row (above, its four, below) and in a row west, itself, east; bits 18 to 21
/// which of the four were visited in this plane; 22 to 25 which were refined before; 26 to 31 which of the six in the
/// column are negative.
final class MqBlockCoder implements BlockCoder {
    private static final int ANY_SIGNIFICANT = 0x3FFFF;
    private static final int OWN_SIGNIFICANT = 1 << 4 | 1 << 7 | 1 << 10 | 1 << 13;
    private static final int VISITED = 18;
    private static final int REFINED = 22;
    private static final int NEGATIVE = 27;
    private static final int NEIGHBOURS = 0x1EF;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final BlockStyle style;
    private byte[] zeroContexts = new byte[0];
    private int[] values = new int[0];
    private int[] columns = new int[0];
    private byte[] bytes = new byte[0];
    private int width;
    private int height;

    /// Ints from a stripe to the next; there is a column more on both sides, and a stripe above and below.
    private int stride;

    MqBlockCoder(BlockStyle style) {
        this.style = style;
    }

    @Override
    public int[] decode(CodeBlock block, byte[] tile, Band band) throws BrokenPictureException {
        prepare(block, tile);
        zeroContexts = MqContexts.ofInsignificant(band.kind());
        int plane = band.planes() - block.missingPlanes - 1;
        if (block.passes > 3 * plane + 1) {
            throw BrokenPictureException.corrupt("a JPEG 2000 code-block of too many passes");
        }
        mq.resetContexts();
        int at = 0;
        int kind = 2; // 0 significance, 1 refinement, 2 cleanup
        int pass = 0;
        for (int codeword = 0; codeword < block.codewords(); codeword++) {
            boolean isRaw = style.has(BlockStyle.BYPASS) && pass >= 10 && kind < 2;
            int length = block.bytesOf(codeword);
            if (isRaw) {
                raw.begin(bytes, at, at + length);
            } else {
                mq.begin(bytes, at, at + length);
            }
            for (int i = 0; i < block.passesOf(codeword); i++, pass++) {
                switch (kind) {
                    case 0 -> {
                        if (isRaw) {
                            propagateRaw(plane);
                        } else {
                            propagate(plane);
                        }
                    }
                    case 1 -> {
                        if (isRaw) {
                            refineRaw(plane);
                        } else {
                            refine(plane);
                        }
                    }
                    default -> {
                        cleanUp(plane);
                        plane--;
                    }
                }
                kind = (kind + 1) % 3;
                if (style.has(BlockStyle.RESET)) {
                    mq.resetContexts();
                }
            }
            at += length;
        }
        return values;
    }

    private void prepare(CodeBlock block, byte[] tile) {
        width = block.area.width();
        height = block.area.height();
        stride = width + 2;
        int stripes = (height + 3) / 4;
        int samples = width * height;
        if (values.length < samples) {
            values = new int[samples];
        } else {
            Arrays.fill(values, 0, samples, 0);
        }
        int flags = stride * (stripes + 2);
        if (columns.length < flags) {
            columns = new int[flags];
        } else {
            Arrays.fill(columns, 0, flags, 0);
        }
        int total = block.totalBytes();
        if (bytes.length < total) {
            bytes = new byte[2 * total];
        }
        block.copyTo(tile, bytes);
    }

    private void propagate(int plane) {
        int[] flags = columns;
        byte[] contexts = zeroContexts;
        int value = 3 << plane;
        for (int top = 0, index = stride + 1; top < height; top += 4, index += 2) {
            int rows = Math.min(4, height - top);
            for (int x = 0; x < width; x++, index++) {
                int f = flags[index];
                if ((f & ANY_SIGNIFICANT) == 0) {
                    continue;
                }
                for (int row = 0; row < rows; row++) {
                    int around = f >>> (3 * row);
                    if ((around & NEIGHBOURS) == 0 || (around & 16) != 0) {
                        continue;
                    }
                    if (mq.decode(contexts[around & NEIGHBOURS]) != 0) {
                        int sign = sign(index, row);
                        values[(top + row) * width + x] = value | (sign << 31);
                        makeSignificant(index, row, sign);
                        f = flags[index];
                    }
                    f |= 1 << (VISITED + row);
                    flags[index] = f;
                }
            }
        }
    }

    private void propagateRaw(int plane) {
        int[] flags = columns;
        int value = 3 << plane;
        for (int top = 0, index = stride + 1; top < height; top += 4, index += 2) {
            int rows = Math.min(4, height - top);
            for (int x = 0; x < width; x++, index++) {
                for (int row = 0; row < rows; row++) {
                    int around = flags[index] >>> (3 * row);
                    if ((around & NEIGHBOURS) == 0 || (around & 16) != 0) {
                        continue;
                    }
                    if (raw.bit() != 0) {
                        int sign = raw.bit();
                        values[(top + row) * width + x] = value | (sign << 31);
                        makeSignificant(index, row, sign);
                    }
                    flags[index] |= 1 << (VISITED + row);
                }
            }
        }
    }

    private void refine(int plane) {
        int[] flags = columns;
        int half = 1 << plane;
        for (int top = 0, index = stride + 1; top < height; top += 4, index += 2) {
            int rows = Math.min(4, height - top);
            for (int x = 0; x < width; x++, index++) {
                int f = flags[index];
                if ((f & OWN_SIGNIFICANT) == 0) {
                    continue;
                }
                for (int row = 0; row < rows; row++) {
                    int around = f >>> (3 * row);
                    if ((around & 16) == 0 || (f >>> (VISITED + row) & 1) != 0) {
                        continue;
                    }
                    int context = MqContexts.REFINE;
                    if ((f >>> (REFINED + row) & 1) != 0) {
                        context += 2;
                    } else if ((around & NEIGHBOURS) != 0) {
                        context++;
                    }
                    int at = (top + row) * width + x;
                    values[at] += mq.decode(context) != 0 ? half : -half;
                    f |= 1 << (REFINED + row);
                }
                flags[index] = f;
            }
        }
    }

    private void refineRaw(int plane) {
        int[] flags = columns;
        int half = 1 << plane;
        for (int top = 0, index = stride + 1; top < height; top += 4, index += 2) {
            int rows = Math.min(4, height - top);
            for (int x = 0; x < width; x++, index++) {
                int f = flags[index];
                for (int row = 0; row < rows; row++) {
                    if ((f >>> (3 * row) & 16) == 0 || (f >>> (VISITED + row) & 1) != 0) {
                        continue;
                    }
                    values[(top + row) * width + x] += raw.bit() != 0 ? half : -half;
                    f |= 1 << (REFINED + row);
                }
                flags[index] = f;
            }
        }
    }

    private void cleanUp(int plane) throws BrokenPictureException {
        int[] flags = columns;
        byte[] contexts = zeroContexts;
        int value = 3 << plane;
        for (int top = 0, index = stride + 1; top < height; top += 4, index += 2) {
            int rows = Math.min(4, height - top);
            for (int x = 0; x < width; x++, index++) {
                int f = flags[index];
                int row = 0;
                boolean found = false;
                if (rows == 4 && (f & ANY_SIGNIFICANT) == 0) {
                    if (mq.decode(MqContexts.RUN) == 0) {
                        continue;
                    }
                    row = mq.decode(MqContexts.UNIFORM) << 1 | mq.decode(MqContexts.UNIFORM);
                    found = true;
                }
                for (; row < rows; row++) {
                    int around = f >>> (3 * row);
                    if (!found) {
                        if ((around & 16) != 0 || (f >>> (VISITED + row) & 1) != 0) {
                            continue;
                        }
                        if (mq.decode(contexts[around & NEIGHBOURS]) == 0) {
                            continue;
                        }
                    }
                    found = false;
                    int sign = sign(index, row);
                    values[(top + row) * width + x] = value | (sign << 31);
                    makeSignificant(index, row, sign);
                    f = flags[index];
                }
                flags[index] = f & ~(0xF << VISITED);
            }
        }
        if (style.has(BlockStyle.SEGMENT_SYMBOLS)) {
            int symbol = 0;
            for (int i = 0; i < 4; i++) {
                symbol = symbol << 1 | mq.decode(MqContexts.UNIFORM);
            }
            if (symbol != 0xA) {
                throw BrokenPictureException.corrupt("a JPEG 2000 segmentation symbol");
            }
        }
    }

    private int sign(int index, int row) {
        int f = columns[index];
        int around = f >>> (3 * row);
        int own = f >>> (NEGATIVE + row - 1);
        int west = columns[index - 1] >>> (NEGATIVE + row) & 1;
        int east = columns[index + 1] >>> (NEGATIVE + row) & 1;
        int key =
                (around >>> 1 & 1)
                        | (around >>> 2 & 2)
                        | (around >>> 3 & 4)
                        | (around >>> 4 & 8)
                        | (own & 1) << 4
                        | west << 5
                        | east << 6
                        | (own >>> 2 & 1) << 7;
        int context = MqContexts.SIGN[key];
        return mq.decode(context & 0x1F) ^ (context >>> 5);
    }

    private void makeSignificant(int index, int row, int sign) {
        int[] flags = columns;
        int shift = 3 * row + 3;
        flags[index - 1] |= 4 << shift;
        flags[index] |= 2 << shift | sign << (NEGATIVE + row);
        flags[index + 1] |= 1 << shift;
        if (row == 0 && !style.has(BlockStyle.CAUSAL)) {
            int above = index - stride;
            flags[above - 1] |= 4 << 15;
            flags[above] |= 2 << 15 | sign << 31;
            flags[above + 1] |= 1 << 15;
        } else if (row == 3) {
            int below = index + stride;
            flags[below - 1] |= 4;
            flags[below] |= 2 | sign << (NEGATIVE - 1);
            flags[below + 1] |= 1;
        }
    }
}
