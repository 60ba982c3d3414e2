// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The three arithmetically coded passes over a bit plane (T.800 Annex D).
///
/// Each works on a decoder of its own, a copy that never leaves the method: the compiler keeps its registers in those
/// of the processor, which the passes' speed depends on.
final class CodingPasses {
    private final Columns columns;
    private final int[] values;
    private final int width;
    private final int height;
    private final byte[] contexts;

    CodingPasses(Columns columns, int[] values, int width, int height, Band.Kind band) {
        this.columns = columns;
        this.values = values;
        this.width = width;
        this.height = height;
        contexts = MqContexts.ofInsignificant(band);
    }

    void propagate(int plane, MqDecoder codeword) {
        MqDecoder mq = new MqDecoder(codeword);
        long[] flags = columns.flags;
        int value = 3 << plane;
        for (int top = 0, index = columns.stride + 1; top < height; top += 4, index += 2) {
            int places = Columns.places(height - top);
            for (int at = top * width, end = at + width; at < end; at++, index++) {
                long column = flags[index];
                if ((column & Columns.SIGNIFICANT) == 0) {
                    continue;
                }
                int left = Columns.besideSignificant(column) & places;
                while (left != 0) {
                    int place = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    long around = column >>> place;
                    if (mq.decode(contexts[(int) around & Columns.NEIGHBOURS]) != 0) {
                        int sign = mq.sign(around);
                        values[at + row(place) * width] = value | (sign << 31);
                        column = columns.withSignificant(column, index, place, sign);
                        left |= Columns.below(column, place) & places;
                    }
                    column |= 1L << (Columns.VISITED + place);
                }
                flags[index] = column;
            }
        }
        codeword.goOnFrom(mq);
    }

    void refine(int plane, MqDecoder codeword) {
        MqDecoder mq = new MqDecoder(codeword);
        long[] flags = columns.flags;
        int half = 1 << plane;
        for (int top = 0, index = columns.stride + 1; top < height; top += 4, index += 2) {
            for (int at = top * width, end = at + width; at < end; at++, index++) {
                long column = flags[index];
                int left = Columns.toRefine(column);
                if (left == 0) {
                    continue;
                }
                flags[index] = column | (long) left << Columns.REFINED;
                do {
                    int place = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    int bit = mq.decode(MqContexts.ofRefinement(column >>> place));
                    values[at + row(place) * width] += (bit << (plane + 1)) - half;
                } while (left != 0);
            }
        }
        codeword.goOnFrom(mq);
    }

    void cleanUp(int plane, MqDecoder codeword) {
        MqDecoder mq = new MqDecoder(codeword);
        long[] flags = columns.flags;
        int value = 3 << plane;
        for (int top = 0, index = columns.stride + 1; top < height; top += 4, index += 2) {
            int places = Columns.places(height - top);
            for (int at = top * width, end = at + width; at < end; at++, index++) {
                long column = flags[index];
                int left = Columns.untold(column) & places;
                int found = -1;
                if ((column & Columns.SIGNIFICANT) == 0 && places == Columns.ALL) {
                    if (mq.decode(MqContexts.RUN) == 0) {
                        continue;
                    }
                    found = mq.decode(MqContexts.UNIFORM) << 1;
                    found = Columns.STEP * (found | mq.decode(MqContexts.UNIFORM));
                    left &= -1 << found;
                }
                while (left != 0) {
                    int place = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    long around = column >>> place;
                    if (place == found
                            || mq.decode(contexts[(int) around & Columns.NEIGHBOURS]) != 0) {
                        int sign = mq.sign(around);
                        values[at + row(place) * width] = value | (sign << 31);
                        column = columns.withSignificant(column, index, place, sign);
                    }
                }
                flags[index] = column & ~((long) Columns.ALL << Columns.VISITED);
            }
        }
        codeword.goOnFrom(mq);
    }

    private static int row(int place) {
        return (place * 11) >>> 5; // a third of 0, 3, 6 or 9
    }
}
