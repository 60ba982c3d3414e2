// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The arithmetically coded pass over a bit plane that finds what has become significant beside what was so already
/// (T.800 D.3.1).
///
/// Two blocks side by side, as in [RefinementPass]. Each pass works on decoders of its own, copies that never leave the
/// method: the compiler keeps their registers in those of the processor, which the speed depends on.
final class SignificancePass {
    private final ScanSets sets;
    private final Columns columns;
    private final long[] around;
    private final int[] values;
    private final byte[] contexts;
    private final int value;

    private int word;
    private long left;
    private long visited;
    private long insignificant;
    private int number;
    private long near;

    SignificancePass(ScanSets sets, Columns columns, int[] values, byte[] contexts, int plane) {
        this.sets = sets;
        this.columns = columns;
        this.values = values;
        this.contexts = contexts;
        around = columns.all();
        value = 3 << plane;
        word = sets.firstWord() - 1;
    }

    static void alone(MqBlock block) {
        SignificancePass pass = block.significance();
        MqDecoder mq = new MqDecoder(block.codeword());
        while (pass.hasNext()) {
            pass.take(mq.decode(pass.next()), mq);
        }
        block.codeword().goOnFrom(mq);
    }

    static void both(MqBlock one, MqBlock other) {
        SignificancePass first = one.significance();
        SignificancePass second = other.significance();
        MqDecoder mq = new MqDecoder(one.codeword());
        MqDecoder mqToo = new MqDecoder(other.codeword());
        while (first.hasNext() && second.hasNext()) {
            int context = first.next();
            int contextToo = second.next();
            int bit = mq.decode(context);
            int bitToo = mqToo.decode(contextToo);
            first.take(bit, mq);
            second.take(bitToo, mqToo);
        }
        while (first.hasNext()) {
            first.take(mq.decode(first.next()), mq);
        }
        while (second.hasNext()) {
            second.take(mqToo.decode(second.next()), mqToo);
        }
        one.codeword().goOnFrom(mq);
        other.codeword().goOnFrom(mqToo);
    }

    /// Where a word is done, keeps what was found in it. May be asked again after it said no.
    private boolean hasNext() {
        while (left == 0) {
            if (word >= sets.endWord()) {
                return false;
            }
            if (word >= sets.firstWord()) {
                sets.visit(word, visited, insignificant);
            }
            if (++word >= sets.endWord()) {
                return false;
            }
            left = sets.besideSignificant(word);
            visited = left;
            insignificant = sets.insignificant(word);
        }
        return true;
    }

    private int next() {
        int bit = Long.numberOfTrailingZeros(left);
        left &= left - 1;
        number = word << ScanSets.WORD_BITS | bit;
        near = around[number >>> 2] >>> Columns.place(bit);
        return contexts[(int) near & Columns.NEIGHBOURS];
    }

    private void take(int decision, MqDecoder mq) {
        if (decision == 0) {
            return;
        }
        int sign = mq.sign(near);
        values[number] = value | (sign << 31);
        columns.setSignificant(number, sign);
        insignificant &= ~(1L << number);
        long more = ScanSets.behind(number & ScanSets.BIT) & insignificant;
        left |= more;
        visited |= more;
    }
}
