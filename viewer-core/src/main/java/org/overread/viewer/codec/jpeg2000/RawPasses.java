// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The two passes over a bit plane that may bypass the arithmetic coder (T.800 D.6).
final class RawPasses {
    private final Columns columns;
    private final int[] values;
    private final int width;
    private final int height;

    RawPasses(Columns columns, int[] values, int width, int height) {
        this.columns = columns;
        this.values = values;
        this.width = width;
        this.height = height;
    }

    void propagate(int plane, RawBits bits) {
        long[] flags = columns.flags;
        int value = 3 << plane;
        for (int top = 0, index = columns.stride + 1; top < height; top += 4, index += 2) {
            int places = Columns.places(height - top);
            for (int at = top * width, end = at + width; at < end; at++, index++) {
                long column = flags[index];
                int left = Columns.besideSignificant(column) & places;
                while (left != 0) {
                    int place = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    if (bits.bit() != 0) {
                        int sign = bits.bit();
                        values[at + place / Columns.STEP * width] = value | (sign << 31);
                        column = columns.withSignificant(column, index, place, sign);
                        left |= Columns.below(column, place) & places;
                    }
                    column |= 1L << (Columns.VISITED + place);
                }
                flags[index] = column;
            }
        }
    }

    void refine(int plane, RawBits bits) {
        long[] flags = columns.flags;
        int half = 1 << plane;
        for (int top = 0, index = columns.stride + 1; top < height; top += 4, index += 2) {
            for (int at = top * width, end = at + width; at < end; at++, index++) {
                int left = Columns.toRefine(flags[index]);
                flags[index] |= (long) left << Columns.REFINED;
                for (; left != 0; left &= left - 1) {
                    int place = Integer.numberOfTrailingZeros(left);
                    values[at + place / Columns.STEP * width] += bits.bit() != 0 ? half : -half;
                }
            }
        }
    }
}
