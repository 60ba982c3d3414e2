// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.overlay;

import java.util.BitSet;
import java.util.Optional;

/// Bits in the grid of an image, each as large as one of its pixels. Immutable.
public final class BitPlane {
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    private final BitSet bits;

    /// `left` and `top` are where its first bit lies in the image, counted from 0; `bits` run along rows and are its own
    /// from now on.
    public BitPlane(int left, int top, int columns, int rows, BitSet bits) {
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
        this.bits = bits;
    }

    /// The column of the image that its first one lies on, counted from 0.
    public int left() {
        return left;
    }

    public int top() {
        return top;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public boolean isSet(int column, int row) {
        return bits.get(row * columns + column);
    }

    /// What of it lies in an image of so many columns and rows, no larger than what is set there; empty where nothing is.
    Optional<BitPlane> within(int imageColumns, int imageRows) {
        int fromRow = Math.max(0, -top);
        int toRow = (int) Math.min(rows, (long) imageRows - top);
        int fromColumn = Math.max(0, -left);
        int toColumn = (int) Math.min(columns, (long) imageColumns - left);
        int first = toColumn;
        int last = -1;
        int upper = toRow;
        int lower = -1;
        for (int row = fromRow; row < toRow; row++) {
            int start = row * columns;
            int begin = bits.nextSetBit(start + fromColumn);
            if (begin < 0 || begin >= start + toColumn) {
                continue;
            }
            first = Math.min(first, begin - start);
            last = Math.max(last, bits.previousSetBit(start + toColumn - 1) - start);
            upper = Math.min(upper, row);
            lower = row;
        }
        return lower < 0 ? Optional.empty() : Optional.of(cut(first, upper, last, lower));
    }

    /// From one column and row to another, both within.
    private BitPlane cut(int fromColumn, int fromRow, int toColumn, int toRow) {
        int width = toColumn - fromColumn + 1;
        int height = toRow - fromRow + 1;
        var part = new BitSet(width * height);
        for (int row = 0; row < height; row++) {
            int start = (fromRow + row) * columns + fromColumn;
            for (int at = bits.nextSetBit(start);
                    at >= 0 && at < start + width;
                    at = bits.nextSetBit(at + 1)) {
                part.set(row * width + at - start);
            }
        }
        return new BitPlane(left + fromColumn, top + fromRow, width, height, part);
    }
}
