// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Optional;

/// Whole indices reached from fractional ones.
final class GridStep {
    /// Nearer than this a plane counts as lying on the slice.
    private static final double ON = 1e-3;

    private GridStep() {}

    /// From between two slices the first step leads to the neighbour on that side.
    static int from(double index, int steps, int count) {
        long nearest = Math.round(index);
        long start = nearest;
        if (Math.abs(index - nearest) > ON && steps != 0) {
            start = steps > 0 ? (long) Math.floor(index) : (long) Math.ceil(index);
        }
        return (int) Math.clamp(start + steps, 0L, count - 1L);
    }

    /// The slice whose cell holds the index; none outside the volume.
    static Optional<SliceNumber> number(double index, int count) {
        if (!(index >= -0.5 && index <= count - 0.5)) {
            return Optional.empty();
        }
        int nearest = Math.clamp((int) Math.floor(index + 0.5), 0, count - 1);
        return Optional.of(new SliceNumber(nearest + 1, count));
    }
}
