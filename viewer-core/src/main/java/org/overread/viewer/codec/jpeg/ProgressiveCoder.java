// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// A band of coefficients, or one more bit of them, at a time (T.81 Annex G).
final class ProgressiveCoder implements BlockCoder {
    private final EntropyReader in;
    private final @Nullable HuffmanTable dc;
    private final @Nullable HuffmanTable ac;
    private final ScanHeader scan;
    private final short[] values;
    private int previous;

    /// How many more blocks have nothing new in this band.
    private int emptyBlocks;

    ProgressiveCoder(
            EntropyReader in,
            @Nullable HuffmanTable dc,
            @Nullable HuffmanTable ac,
            ScanHeader scan,
            short[] values) {
        this.in = in;
        this.dc = dc;
        this.ac = ac;
        this.scan = scan;
        this.values = values;
    }

    @Override
    public void decode(int block) throws BrokenPictureException {
        if (scan.first() == 0) {
            decodeDc(block);
        } else if (scan.high() == 0) {
            decodeBand(block);
        } else {
            refineBand(block);
        }
    }

    @Override
    public void restart() {
        previous = 0;
        emptyBlocks = 0;
    }

    private void decodeDc(int block) throws BrokenPictureException {
        if (dc == null) {
            values[block] |= (short) (in.receive(1) << scan.low());
            return;
        }
        int category = in.symbol(dc);
        if (category > 16) {
            throw BrokenPictureException.corrupt("a DC difference of " + category + " bits");
        }
        if (category > 0) {
            previous += in.receiveSigned(category);
        }
        values[block] = (short) (previous << scan.low());
    }

    private void decodeBand(int block) throws BrokenPictureException {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return;
        }
        HuffmanTable table = Objects.requireNonNull(ac);
        for (int k = scan.first(); k <= scan.last(); k++) {
            int symbol = in.symbol(table);
            int bits = symbol & 0xF;
            int zeros = symbol >>> 4;
            if (bits == 0) {
                if (zeros < 15) {
                    emptyBlocks = (1 << zeros) - 1 + in.receive(zeros);
                    return;
                }
                k += 15;
            } else {
                k += zeros;
                if (k > scan.last()) {
                    throw BrokenPictureException.corrupt("a DCT block beyond its band");
                }
                values[block + Tables.ZIGZAG[k]] = (short) (in.receiveSigned(bits) << scan.low());
            }
        }
    }

    private void refineBand(int block) throws BrokenPictureException {
        HuffmanTable table = Objects.requireNonNull(ac);
        int k = scan.first();
        for (; emptyBlocks == 0 && k <= scan.last(); k++) {
            int symbol = in.symbol(table);
            int bits = symbol & 0xF;
            int zeros = symbol >>> 4;
            int fresh = 0;
            if (bits > 0) {
                fresh = in.receive(1) != 0 ? 1 << scan.low() : -1 << scan.low();
            } else if (zeros < 15) {
                emptyBlocks = (1 << zeros) + in.receive(zeros);
                break;
            }
            k = refineOver(block, k, zeros);
            if (fresh != 0) {
                if (k > scan.last()) {
                    throw BrokenPictureException.corrupt("a DCT block beyond its band");
                }
                values[block + Tables.ZIGZAG[k]] = (short) fresh;
            }
        }
        if (emptyBlocks > 0) {
            refineOver(block, k, 64);
            emptyBlocks--;
        }
    }

    /// Refines what is there from `from` on, over `zeros` coefficients that are still 0; the place of the next zero.
    private int refineOver(int block, int from, int zeros) {
        int left = zeros;
        for (int k = from; k <= scan.last(); k++) {
            int at = block + Tables.ZIGZAG[k];
            int value = values[at];
            if (value == 0) {
                if (left-- == 0) {
                    return k;
                }
            } else if (in.receive(1) != 0) {
                int bit = 1 << scan.low();
                if ((value & bit) == 0) {
                    values[at] = (short) (value > 0 ? value + bit : value - bit);
                }
            }
        }
        return scan.last() + 1;
    }
}
