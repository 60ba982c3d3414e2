// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

/// Neighbouring voxels of a row of the volume, both ends included; none where `low` is above `high`.
public record RowSpan(int low, int high) {
    public static final RowSpan NONE = new RowSpan(0, -1);

    public boolean isEmpty() {
        return low > high;
    }

    /// What both have.
    public RowSpan and(RowSpan other) {
        return new RowSpan(Math.max(low, other.low), Math.min(high, other.high));
    }

    /// The whole numbers from one place to another, as far as they lie in `0…size - 1`; the slack of a millionth is for
    /// those who look at the ends again.
    public static RowSpan within(double from, double to, int size) {
        if (!(from <= to)) { // negated: nothing lies between what is not a number
            return NONE;
        }
        double low = Math.ceil(from - 1e-6);
        double high = Math.floor(to + 1e-6);
        return low > size - 1 || high < 0
                ? NONE
                : new RowSpan((int) Math.max(0, low), (int) Math.min(size - 1, high));
    }
}
