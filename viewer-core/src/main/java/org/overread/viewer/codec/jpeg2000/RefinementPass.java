// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The arithmetically coded pass over a bit plane that tells one more bit of what is significant (T.800 D.3.3).
///
/// Whom it visits and in which context is known before it begins; all that a processor waits for is the decision before.
/// So two blocks side by side take less time than one after the other.
final class RefinementPass {
    private final ScanSets sets;
    private final int[] values;
    private final int plane;

    private int word;
    private long left;
    private long again;
    private long beside;
    private int number;

    RefinementPass(ScanSets sets, int[] values, int plane) {
        this.sets = sets;
        this.values = values;
        this.plane = plane;
        word = sets.firstWord() - 1;
    }

    static void alone(MqBlock block) {
        RefinementPass pass = block.refinement();
        MqDecoder mq = new MqDecoder(block.codeword());
        while (pass.hasNext()) {
            pass.take(mq.decode(pass.next()));
        }
        block.codeword().goOnFrom(mq);
    }

    static void both(MqBlock one, MqBlock other) {
        RefinementPass first = one.refinement();
        RefinementPass second = other.refinement();
        MqDecoder mq = new MqDecoder(one.codeword());
        MqDecoder mqToo = new MqDecoder(other.codeword());
        while (first.hasNext() && second.hasNext()) {
            int context = first.next();
            int contextToo = second.next();
            int bit = mq.decode(context);
            int bitToo = mqToo.decode(contextToo);
            first.take(bit);
            second.take(bitToo);
        }
        while (first.hasNext()) {
            first.take(mq.decode(first.next()));
        }
        while (second.hasNext()) {
            second.take(mqToo.decode(second.next()));
        }
        one.codeword().goOnFrom(mq);
        other.codeword().goOnFrom(mqToo);
    }

    private boolean hasNext() {
        while (left == 0) {
            if (++word >= sets.endWord()) {
                return false;
            }
            left = sets.toRefine(word);
            again = sets.refined(word);
            beside = sets.around(word) & ~again;
            sets.refine(word);
        }
        return true;
    }

    private int next() {
        int bit = Long.numberOfTrailingZeros(left);
        left &= left - 1;
        number = word << ScanSets.WORD_BITS | bit;
        return MqContexts.ofRefinement((int) (beside >>> bit) & 1, (int) (again >>> bit) & 1);
    }

    private void take(int bit) {
        values[number] += (bit << (plane + 1)) - (1 << plane);
    }
}
