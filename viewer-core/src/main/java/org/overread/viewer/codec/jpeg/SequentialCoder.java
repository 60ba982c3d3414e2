// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// Whole blocks at once (T.81 Annex F).
final class SequentialCoder implements BlockCoder {
    private final EntropyReader in;
    private final HuffmanTable dc;
    private final HuffmanTable ac;
    private final short[] values;
    private int previous;

    SequentialCoder(
            EntropyReader in,
            @Nullable HuffmanTable dc,
            @Nullable HuffmanTable ac,
            short[] values) {
        this.in = in;
        this.dc = Objects.requireNonNull(dc);
        this.ac = Objects.requireNonNull(ac);
        this.values = values;
    }

    @Override
    public void decode(int block) throws BrokenPictureException {
        int category = in.symbol(dc);
        if (category > 16) {
            throw BrokenPictureException.corrupt("a DC difference of " + category + " bits");
        }
        if (category > 0) {
            previous += in.receiveSigned(category);
        }
        values[block] = (short) previous;
        for (int k = 1; k < 64; k++) {
            int symbol = in.symbol(ac);
            int bits = symbol & 0xF;
            int zeros = symbol >>> 4;
            if (bits == 0) {
                if (zeros < 15) {
                    return;
                }
                k += 15;
            } else {
                k += zeros;
                if (k > 63) {
                    throw BrokenPictureException.corrupt("a DCT block of more than 64");
                }
                values[block + Tables.ZIGZAG[k]] = (short) in.receiveSigned(bits);
            }
        }
    }

    @Override
    public void restart() {
        previous = 0;
    }
}
