// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;

/// For each pixel of some rows the set of labels that it shows, 64 to a plane: bit `n & 63` of plane `n / 64` is label n.
/// Pixels reach `margin` beyond the rows on every side, where outlines look for neighbours.
final class SetPicture {
    private final SetRoom room;
    private final int labels;
    private final int stride;
    private final int firstRow;
    private final int rows;
    private final int margin;
    private final long[][] planes;

    /// What the planes hold is for others to say first.
    SetPicture(SetRoom room, int width, int firstRow, int rows, int margin, int labels) {
        this.room = room;
        this.labels = labels;
        this.margin = margin;
        this.firstRow = firstRow;
        stride = width + 2 * margin;
        this.rows = rows + 2 * margin;
        planes = new long[(labels + 63) / 64][];
        Arrays.setAll(planes, _ -> room.take(stride * this.rows));
    }

    int stride() {
        return stride;
    }

    int planes() {
        return planes.length;
    }

    long[] plane(int n) {
        return planes[n];
    }

    /// Where pixel (0, `row`) of the picture is.
    int at(int row) {
        return (row - firstRow + margin) * stride + margin;
    }

    /// Leaves what the other has not.
    SetPicture minus(SetPicture other) {
        SetPicture result = empty();
        for (int p = 0; p < planes.length; p++) {
            long[] from = planes[p];
            long[] to = result.planes[p];
            long[] taken = other.planes[p];
            for (int n = 0; n < stride * rows; n++) {
                to[n] = from[n] & ~taken[n];
            }
        }
        return result;
    }

    /// Leaves what the other has, too.
    SetPicture and(SetPicture other) {
        SetPicture result = empty();
        for (int p = 0; p < planes.length; p++) {
            long[] from = planes[p];
            long[] to = result.planes[p];
            long[] both = other.planes[p];
            for (int n = 0; n < stride * rows; n++) {
                to[n] = from[n] & both[n];
            }
        }
        return result;
    }

    private SetPicture empty() {
        return new SetPicture(
                room, stride - 2 * margin, firstRow, rows - 2 * margin, margin, labels);
    }
}
