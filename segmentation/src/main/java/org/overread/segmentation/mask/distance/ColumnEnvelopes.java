// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

/// Replaces columns of a plane by the least of `value[p] + area (n - p)^2` over all places p of the column, exact: for
/// each column a stack of the parabolas that are lowest somewhere, with the place from which each is.
///
/// Columns that lie side by side are worked on place by place. What happens to one mostly happens to the next, which a
/// processor foresees; one column after the other takes twice the time. One thread.
final class ColumnEnvelopes implements Columns {
    private final int length;
    private final double[] half; // 1 / (2 area d)
    private final double[] squares; // area d d
    private final int[] tops;
    private final int[] places;
    private final double[] heights; // of the parabola above place 0
    private final double[] starts;

    ColumnEnvelopes(int length, double spacing) {
        this.length = length;
        half = new double[length];
        squares = new double[length];
        for (int d = 0; d < length; d++) {
            squares[d] = spacing * spacing * d * d;
            half[d] = 1 / (2 * spacing * spacing * d);
        }
        tops = new int[STRIP];
        places = new int[STRIP * (length + 1)];
        heights = new double[STRIP * (length + 1)];
        starts = new double[STRIP * (length + 1)];
    }

    @Override
    public void lower(float[] plane, int first, int across, int columns) {
        for (int c = 0; c < columns; c++) {
            tops[c] = bottom(c) - 1;
        }
        for (int n = 0; n < length; n++) {
            int at = n * across + first;
            for (int c = 0; c < columns; c++) {
                if (plane[at + c] != Float.POSITIVE_INFINITY) {
                    tops[c] = put(n, plane[at + c] + squares[n], tops[c], bottom(c));
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            if (tops[c] >= bottom(c)) {
                starts[tops[c] + 1] = length;
                tops[c] = bottom(c);
            }
        }
        for (int n = 0; n < length; n++) {
            int at = n * across + first;
            for (int c = 0; c < columns; c++) {
                int top = tops[c];
                if (top >= bottom(c)) {
                    while (starts[top + 1] < n) {
                        top++;
                    }
                    tops[c] = top;
                    int place = places[top];
                    double value = heights[top] - squares[place];
                    plane[at + c] = (float) (value + squares[Math.abs(n - place)]);
                }
            }
        }
    }

    private int bottom(int column) {
        return column * (length + 1);
    }

    /// Puts a parabola on a stack in place of those that it leaves no room; tells where it is.
    private int put(int place, double height, int before, int bottom) {
        int top = before;
        double start = Double.NEGATIVE_INFINITY;
        if (top >= bottom) {
            start = (height - heights[top]) * half[place - places[top]];
            while (start <= starts[top]) { // never so at the bottom, which starts nowhere
                top--;
                start = (height - heights[top]) * half[place - places[top]];
            }
        }
        if (start < length) {
            top++;
            places[top] = place;
            heights[top] = height;
            starts[top] = start;
        }
        return top;
    }
}
