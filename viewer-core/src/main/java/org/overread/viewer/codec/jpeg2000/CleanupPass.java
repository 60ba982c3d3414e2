// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The arithmetically coded pass over a bit plane that finds what has become significant where no other pass was, whole
/// columns at once where nothing is near them (T.800 D.3.4).
///
/// It works on a decoder of its own, a copy that never leaves the method, as [SignificancePass] does.
final class CleanupPass {
    private final ScanSets sets;
    private final Columns columns;
    private final int[] values;
    private final byte[] contexts;

    CleanupPass(ScanSets sets, Columns columns, int[] values, byte[] contexts) {
        this.sets = sets;
        this.columns = columns;
        this.values = values;
        this.contexts = contexts;
    }

    void decode(int plane, MqDecoder codeword) {
        MqDecoder mq = new MqDecoder(codeword);
        long[] around = columns.all();
        int value = 3 << plane;
        for (int word = sets.firstWord(), end = sets.endWord(); word < end; word++) {
            long left = sets.untold(word);
            long insignificant = sets.insignificant(word);
            boolean full = sets.isFull(word);
            while (left != 0) {
                int bit = Long.numberOfTrailingZeros(left);
                left &= left - 1;
                long column = around[word << 4 | bit >>> 2];
                boolean found = false;
                if (full && (column & Columns.SIGNIFICANT) == 0) {
                    left &= ~(0xFL << bit);
                    if (mq.decode(MqContexts.RUN) == 0) {
                        continue;
                    }
                    int row = mq.decode(MqContexts.UNIFORM) << 1;
                    row |= mq.decode(MqContexts.UNIFORM);
                    left |= (0xEL << row & 0xF) << bit;
                    bit += row;
                    found = true;
                }
                long near = column >>> Columns.place(bit);
                if (found || mq.decode(contexts[(int) near & Columns.NEIGHBOURS]) != 0) {
                    int sign = mq.sign(near);
                    int number = word << ScanSets.WORD_BITS | bit;
                    values[number] = value | (sign << 31);
                    columns.setSignificant(number, sign);
                    insignificant &= ~(1L << bit);
                }
            }
            sets.visit(word, 0, insignificant);
        }
        codeword.goOnFrom(mq);
    }
}
