// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.grid;

/// Pixels `from` to before `to` of one row of a picture, along which the voxel indices grow evenly: at column c the
/// index is (i + c·di, j + c·dj, k + c·dk).
///
/// `before` and `after` are the shares of the slice distance in that distance plus the one before or after it; both are
/// a half where slices lie evenly.
public record Run(
        int from,
        int to,
        double i,
        double di,
        double j,
        double dj,
        double k,
        double dk,
        double before,
        double after) {

    public boolean isEmpty() {
        return from >= to;
    }

    public Run between(int newFrom, int newTo) {
        return newFrom == from && newTo == to
                ? this
                : new Run(newFrom, newTo, i, di, j, dj, k, dk, before, after);
    }

    /// The part in columns from `left` to before `right`.
    Run within(int left, int right) {
        int first = Math.clamp(left, from, Math.max(from, to));
        return from >= left && to <= right ? this : between(first, Math.min(to, right));
    }

    /// The part whose i index lies in low…high, both included.
    public Run withI(double low, double high) {
        return clipped(i, di, low, high);
    }

    public Run withJ(double low, double high) {
        return clipped(j, dj, low, high);
    }

    public Run withK(double low, double high) {
        return clipped(k, dk, low, high);
    }

    private Run clipped(double start, double step, double low, double high) {
        if (isEmpty()) {
            return this;
        }
        if (step == 0) {
            return start >= low && start <= high ? this : between(from, from);
        }
        if (!isOutside(start + from * step, low, high)
                && !isOutside(start + (to - 1) * step, low, high)) {
            return this; // as most are, and the search below takes longer than this
        }
        double enter = ((step > 0 ? low : high) - start) / step;
        double leave = ((step > 0 ? high : low) - start) / step;
        int first = (int) Math.clamp(Math.ceil(enter), from, (double) to);
        int end = (int) Math.clamp(Math.floor(leave) + 1, first, (double) to);
        // the division rounds: the indices as they will be computed decide
        while (first < end && isOutside(start + first * step, low, high)) {
            first++;
        }
        while (end > first && isOutside(start + (end - 1) * step, low, high)) {
            end--;
        }
        while (first > from && !isOutside(start + (first - 1) * step, low, high)) {
            first--;
        }
        while (end < to && !isOutside(start + end * step, low, high)) {
            end++;
        }
        return between(first, end);
    }

    private static boolean isOutside(double value, double low, double high) {
        return value < low || value > high;
    }
}
