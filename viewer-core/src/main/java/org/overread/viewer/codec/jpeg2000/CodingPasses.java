// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The two arithmetically coded passes over a bit plane that find what is significant (T.800 Annex D); the third is
/// [RefinementPass].
///
/// Each works on a decoder of its own, a copy that never leaves the method: the compiler keeps its registers in those
/// of the processor, which the passes' speed depends on.
final class CodingPasses {
    private final ScanSets sets;
    private final Columns columns;
    private final int[] values;
    private final byte[] contexts;

    CodingPasses(ScanSets sets, Columns columns, int[] values, Band.Kind band) {
        this.sets = sets;
        this.columns = columns;
        this.values = values;
        contexts = MqContexts.ofInsignificant(band);
    }

    void propagate(int plane, MqDecoder codeword) {
        MqDecoder mq = new MqDecoder(codeword);
        long[] around = columns.all();
        int value = 3 << plane;
        for (int word = sets.firstWord(), end = sets.endWord(); word < end; word++) {
            long left = sets.besideSignificant(word);
            long insignificant = sets.insignificant(word);
            long visited = left;
            while (left != 0) {
                int bit = Long.numberOfTrailingZeros(left);
                left &= left - 1;
                int number = word << ScanSets.WORD_BITS | bit;
                long near = around[number >>> 2] >>> Columns.place(bit);
                if (mq.decode(contexts[(int) near & Columns.NEIGHBOURS]) != 0) {
                    int sign = mq.sign(near);
                    values[number] = value | (sign << 31);
                    columns.setSignificant(number, sign);
                    insignificant &= ~(1L << bit);
                    long more = ScanSets.behind(bit) & insignificant;
                    left |= more;
                    visited |= more;
                }
            }
            sets.visit(word, visited, insignificant);
        }
        codeword.goOnFrom(mq);
    }

    void cleanUp(int plane, MqDecoder codeword) {
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
