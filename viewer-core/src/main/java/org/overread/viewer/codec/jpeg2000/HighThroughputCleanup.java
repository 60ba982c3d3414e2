// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// The cleanup pass of a high-throughput block (T.814 clause 7.3): row by row of quads, two quads at a time.
///
/// Four samples of a quad are numbered top left, bottom left, top right, bottom right.
final class HighThroughputCleanup {
    /// By the next three bits of an exponent's code: prefix length, suffix length << 2, value << 5.
    private static final int[] PREFIXES = {
        3 | 5 << 2 | 5 << 5,
        1 | 1 << 5,
        2 | 2 << 5,
        1 | 1 << 5,
        3 | 1 << 2 | 3 << 5,
        1 | 1 << 5,
        2 | 2 << 5,
        1 | 1 << 5
    };

    private static final int MAX_PLAIN_SUFFIX = 28;

    private MelDecoder mel = new MelDecoder(new byte[0], 0, 0);
    private BackwardBits codes = BackwardBits.ofRefinement(new byte[0], 0, 0);
    private ForwardBits magnitudes = new ForwardBits(new byte[0], 0, 0, 0xFF);
    private int[] values = new int[0];
    private int width;
    private int height;
    private int plane;
    private int maxBound;

    /// Of the row of quads above and the one in hand, with a quad more on both sides: significance patterns.
    private int[] above = new int[0];

    private int[] row = new int[0];

    /// Of the lower samples of the quads above, by column, with two more on both sides: exponents.
    private int[] exponentsAbove = new int[0];

    private int[] exponents = new int[0];

    /// How much the exponents of the two quads in hand exceed what is expected.
    private int excess0;

    private int excess1;

    void decode(
            byte[] bytes,
            int length,
            int suffix,
            int[] target,
            int blockWidth,
            int blockHeight,
            int lastPlane,
            int bound)
            throws BrokenPictureException {
        mel = new MelDecoder(bytes, length - suffix, length);
        codes = BackwardBits.ofCleanup(bytes, length - suffix, length);
        magnitudes = new ForwardBits(bytes, 0, length - suffix, 0xFF);
        values = target;
        width = blockWidth;
        height = blockHeight;
        plane = lastPlane;
        maxBound = bound;
        int quads = (width + 1) / 2;
        above = new int[quads + 4];
        row = new int[quads + 4];
        exponentsAbove = new int[2 * quads + 8];
        exponents = new int[2 * quads + 8];
        for (int y = 0; y < height; y += 2) {
            decodeRow(y, quads);
            int[] swap = above;
            above = row;
            row = swap;
            swap = exponentsAbove;
            exponentsAbove = exponents;
            exponents = swap;
            Arrays.fill(exponents, 0);
            Arrays.fill(row, 0);
        }
    }

    private void decodeRow(int y, int quads) throws BrokenPictureException {
        boolean first = y == 0;
        for (int quad = 0; quad < quads; quad += 2) {
            int entry0 = code(first, quad);
            row[quad + 1] = HighThroughputCodes.significance(entry0);
            int entry1 = 0;
            if (quad + 1 < quads) {
                entry1 = code(first, quad + 1);
                row[quad + 2] = HighThroughputCodes.significance(entry1);
            }
            readExcess(
                    first,
                    HighThroughputCodes.offset(entry0) != 0,
                    HighThroughputCodes.offset(entry1) != 0);
            decodeQuad(y, quad, entry0, excess0);
            if (quad + 1 < quads) {
                decodeQuad(y, quad + 1, entry1, excess1);
            }
        }
    }

    /// The code of a quad's significance; 0 for a quad without any.
    private int code(boolean first, int quad) {
        int left = row[quad];
        int context;
        if (first) {
            context = (left & 1) | left >> 1;
        } else {
            int northWest = above[quad];
            int north = above[quad + 1];
            int northEast = above[quad + 2];
            context =
                    (northWest >> 3 & 1)
                            | (north >> 1 & 1)
                            | ((left >> 2 | left >> 3) & 1) << 1
                            | ((north >> 3 | northEast >> 1) & 1) << 2;
        }
        if (context == 0 && mel.event() == 0) {
            return 0;
        }
        int next = codes.peek(HighThroughputCodes.CODE_BITS);
        int[] table = first ? HighThroughputCodes.FIRST_ROW : HighThroughputCodes.OTHER_ROWS;
        int entry = table[context << HighThroughputCodes.CODE_BITS | next];
        codes.skip(HighThroughputCodes.length(entry));
        return entry;
    }

    private void readExcess(boolean first, boolean has0, boolean has1)
            throws BrokenPictureException {
        excess0 = 0;
        excess1 = 0;
        if (has0 && has1) {
            int more = 0;
            if (first && mel.event() != 0) {
                more = 2;
            }
            int prefix0 = prefix();
            if (first && more == 0 && (prefix0 & 3) > 2) {
                excess1 = 1 + codes.bits(1);
                excess0 = withSuffix(prefix0);
                return;
            }
            int prefix1 = prefix();
            excess0 = withSuffix(prefix0) + more;
            excess1 = withSuffix(prefix1) + more;
        } else if (has0) {
            excess0 = withSuffix(prefix());
        } else if (has1) {
            excess1 = withSuffix(prefix());
        }
    }

    private int prefix() {
        int prefix = PREFIXES[codes.peek(3)];
        codes.skip(prefix & 3);
        return prefix;
    }

    private int withSuffix(int prefix) throws BrokenPictureException {
        int suffix = codes.bits(prefix >> 2 & 7);
        if (suffix >= MAX_PLAIN_SUFFIX) {
            throw BrokenPictureException.corrupt("a high-throughput exponent out of range");
        }
        return (prefix >> 5) + suffix;
    }

    private void decodeQuad(int y, int quad, int entry, int excess) throws BrokenPictureException {
        int significance = HighThroughputCodes.significance(entry);
        if (significance == 0) {
            return;
        }
        int expected = 1;
        if (y > 0 && (significance & (significance - 1)) != 0) {
            int column = 2 * quad + 2;
            int most =
                    Math.max(
                            Math.max(exponentsAbove[column - 1], exponentsAbove[column]),
                            Math.max(exponentsAbove[column + 1], exponentsAbove[column + 2]));
            expected = Math.max(1, most - 1);
        }
        int bound = expected + excess;
        if (bound > maxBound) {
            throw BrokenPictureException.corrupt("a high-throughput exponent out of range");
        }
        for (int n = 0; n < 4; n++) {
            if ((significance >> n & 1) == 0) {
                continue;
            }
            int bits = bound - (HighThroughputCodes.shorter(entry) >> n & 1);
            int read = magnitudes.bits(bits);
            int twice = (read | (HighThroughputCodes.topBits(entry) >> n & 1) << bits) | 1;
            int x = 2 * quad + (n >> 1);
            int sampleY = y + (n & 1);
            if (x < width && sampleY < height) {
                values[sampleY * width + x] = ((twice + 2) << plane) | (read << 31);
            }
            if ((n & 1) == 1) {
                exponents[x + 2] = 32 - Integer.numberOfLeadingZeros(twice);
            }
        }
    }
}
