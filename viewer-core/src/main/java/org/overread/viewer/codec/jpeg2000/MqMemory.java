// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;

/// What a code-block is decoded in, used again for the next. One block uses it at a time.
final class MqMemory {
    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final ScanSets sets = new ScanSets();
    private final Columns columns = new Columns();
    private int[] values = new int[0];
    private int[] rows = new int[0];
    private byte[] bytes = new byte[0];

    MqDecoder mq() {
        return mq;
    }

    RawBits raw() {
        return raw;
    }

    ScanSets sets() {
        return sets;
    }

    Columns columns() {
        return columns;
    }

    /// Forgets the block before; the new one's coefficients by number, zeros.
    int[] clear(Area area, boolean causal) {
        sets.clear(area.width(), area.height(), causal);
        columns.clear(sets, causal);
        int numbers = sets.words() << ScanSets.WORD_BITS;
        if (values.length < numbers) {
            values = new int[numbers];
        } else {
            Arrays.fill(values, 0, numbers, 0);
        }
        return values;
    }

    /// Room for so many, whatever lies in it.
    int[] rows(int count) {
        if (rows.length < count) {
            rows = new int[count];
        }
        return rows;
    }

    /// Room for so many, whatever lies in it.
    byte[] bytes(int count) {
        if (bytes.length < count) {
            bytes = new byte[2 * count];
        }
        return bytes;
    }
}
