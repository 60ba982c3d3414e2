// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

/// Replaces columns of a plane by the least of `value[p] + area (n - p)^2` over all places p of the column, exact: for
/// each column a stack of the parabolas that are lowest at some place, with the first such place.
///
/// Columns that lie side by side are worked on place by place. What happens to one mostly happens to the next, which a
/// processor foresees; one column after the other takes twice the time. Every parabola is lowest at one place at least,
/// so that going on to the next is a sum, not a branch. One thread.
final class ColumnEnvelopes implements Columns {
    private final int length;
    private final double[] half; // 1 / (2 area d)
    private final double[] squares; // area d d
    private final int[] tops = new int[STRIP];
    private final int[] places;
    private final int[] starts;
    private final float[] values;
    private final double[] heights; // of the parabola above place 0

    ColumnEnvelopes(int length, double spacing) {
        this.length = length;
        half = new double[length];
        squares = new double[length];
        for (int d = 0; d < length; d++) {
            squares[d] = spacing * spacing * d * d;
            half[d] = 1 / (2 * spacing * spacing * d);
        }
        places = new int[STRIP * (length + 1)];
        starts = new int[STRIP * (length + 1)];
        values = new float[STRIP * (length + 1)];
        heights = new double[STRIP * (length + 1)];
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
                values[c] = Float.POSITIVE_INFINITY;
                places[c] = 0;
                tops[c] = c;
            }
            starts[tops[c] + STRIP] = length;
            tops[c] = c;
        }
        for (int n = 0; any && n < length; n++) {
            int at = n * across + first;
            for (int c = 0; c < columns; c++) {
                int top = tops[c];
                top += starts[top + STRIP] <= n ? STRIP : 0;
                tops[c] = top;
                plane[at + c] = (float) (values[top] + squares[Math.abs(n - places[top])]);
            }
        }
    }

    /// Puts a parabola on a stack in place of those that it leaves no room; tells where it is.
    private int put(int place, float value, int before) {
        double height = value + squares[place];
        int top = before;
        int start = 0;
        while (top >= 0) {
            // the first place where it is lower than the one before it
            start = (int) ((height - heights[top]) * half[place - places[top]] + 1);
            if (start > starts[top]) {
                break;
            }
            top -= STRIP;
        }
        if (top < 0) {
            start = 0;
        }
        if (start < length) {
            top += STRIP;
            places[top] = place;
            values[top] = value;
            heights[top] = height;
            starts[top] = start;
        }
        return top;
    }
}
