// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// The slices of a loading volume that are complete: `first` to `last` without a gap, none where `last` is smaller.
public record ArrivedSlices(int first, int last) {
    public static final ArrivedSlices NONE = new ArrivedSlices(0, -1);

    public boolean isEmpty() {
        return last < first;
    }

    /// Whether the value at a continuous slice index is there: that of the nearest slice.
    public boolean holds(double index) {
        return index >= first - 0.5 && index <= last + 0.5 && !isEmpty();
    }
}
