// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

/// Replaces columns of a plane by the least of `value[p] + area (n - p)^2` over all places p of the column, exact: for
/// each column a stack of the parabolas that are lowest at some place, with the first such place.
///
/// Columns that lie side by side are worked on place by place. What happens to one mostly happens to the next, which a
/// processor foresees; one column after the other takes twice the time. Every parabola is lowest at one place at least,
/// so that going on to the next is a sum, not a branch. One thread.
final class ColumnEnvelopes implements Columns {
    // a parabola on a stack: its value's 31 bits, its place's 16, and 17 of the first place where
    // it is lowest
    private static final int VALUE = 33;
    private static final int PLACE = 17;
    private static final int PLACES = (1 << 16) - 1;
    private static final int STARTS = (1 << PLACE) - 1;

    private final int length;
    private final double[] half; // 1 / (2 area d)
    private final double[] squares; // area d d
    private final int[] tops = new int[STRIP];
    private final long[] stacks;

    ColumnEnvelopes(int length, double spacing) {
        this.length = length;
        half = new double[length];
        squares = new double[length];
        for (int d = 0; d < length; d++) {
            squares[d] = spacing * spacing * d * d;
            half[d] = 1 / (2 * spacing * spacing * d);
        }
        stacks = new long[STRIP * (length + 1)];
    }

    @Override
    public void lower(float[] plane, int first, int across, int columns) {
        for (int c = 0; c < columns; c++) {
            tops[c] = c - STRIP;
        }
        for (int n = 0; n < length; n++) {
            int at = n * across + first;
            for (int c = 0; c < columns; c++) {
                float value = plane[at + c];
                if (value != Float.POSITIVE_INFINITY) {
                    tops[c] = put(n, value, tops[c]);
                }
            }
        }
        boolean any = false;
        for (int c = 0; c < columns; c++) {
            any |= tops[c] >= 0;
            if (tops[c] < 0) {
                stacks[c] = parabola(Float.POSITIVE_INFINITY, 0, 0);
                tops[c] = c;
            }
            stacks[tops[c] + STRIP] = length;
            tops[c] = c;
        }
        for (int n = 0; any && n < length; n++) {
            int at = n * across + first;
            for (int c = 0; c < columns; c++) {
                int top = tops[c];
                top += (stacks[top + STRIP] & STARTS) <= n ? STRIP : 0;
                tops[c] = top;
                long parabola = stacks[top];
                plane[at + c] = (float) (value(parabola) + squares[Math.abs(n - place(parabola))]);
            }
        }
    }

    private static long parabola(float value, int place, int start) {
        return ((long) Float.floatToRawIntBits(value) << VALUE) | ((long) place << PLACE) | start;
    }

    private static float value(long parabola) {
        return Float.intBitsToFloat((int) (parabola >>> VALUE));
    }

    private static int place(long parabola) {
        return (int) (parabola >>> PLACE) & PLACES;
    }

    /// Puts a parabola on a stack in place of those that it leaves no room; tells where it is.
    private int put(int place, float value, int before) {
        double height = value + squares[place];
        int top = before;
        int start = 0;
        while (top >= 0) {
            long other = stacks[top];
            int its = place(other);
            double apart = height - (value(other) + squares[its]);
            start = (int) (apart * half[place - its] + 1); // where it gets lower than the other
            if (start > (other & STARTS)) {
                break;
            }
            top -= STRIP;
        }
        if (top < 0) {
            start = 0;
        }
        if (start < length) {
            top += STRIP;
            stacks[top] = parabola(value, place, start);
        }
        return top;
    }
}
