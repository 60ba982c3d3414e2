// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.GridSize;

/// The columns of a volume's slices around those that were read last, eight side by side: a sample of a column lies in
/// a line of memory of its own, which holds its neighbours too, and whoever steps across columns wants these next. Any
/// thread; two may read the same columns at once.
final class ColumnStripes {
    static final int WIDTH = 8;

    /// Two that the taps of a picture lie in, and the one before.
    private static final int KEPT = 3;

    private final GridSize size;
    private final SequencedMap<Integer, AtomicReferenceArray<float @Nullable [][]>> kept =
            new LinkedHashMap<>();
    private double last = Double.NaN;

    /// Of a grid at least a stripe wide.
    ColumnStripes(GridSize size) {
        this.size = size;
    }

    /// What they take at most.
    static long bytes(GridSize size) {
        return (long) Float.BYTES * WIDTH * KEPT * size.j() * size.k();
    }

    /// Whether this column is near the one that was asked for last: after a jump, stripes would be read for nothing.
    synchronized boolean approach(double column) {
        boolean isNear = Math.abs(column - last) <= WIDTH;
        last = column;
        return isNear;
    }

    /// All samples of column `i` of slice `k`. Nobody writes into it.
    float[] column(Samples samples, int i, int k) {
        int stripe = i / WIDTH;
        int first = Math.min(stripe * WIDTH, size.i() - WIDTH);
        AtomicReferenceArray<float @Nullable [][]> bySlice = stripe(stripe);
        float @Nullable [][] columns = bySlice.get(k);
        if (columns == null) {
            columns = new float[WIDTH][size.j()];
            samples.columns(first, k, columns);
            bySlice.set(k, columns);
        }
        return columns[i - first];
    }

    private synchronized AtomicReferenceArray<float @Nullable [][]> stripe(int number) {
        AtomicReferenceArray<float @Nullable [][]> known = kept.get(number);
        if (known == null) {
            known = new AtomicReferenceArray<>(size.k());
            if (kept.size() == KEPT) {
                kept.pollFirstEntry();
            }
        }
        kept.putLast(number, known);
        return known;
    }

    /// The slice has other values now.
    synchronized void forget(int k) {
        kept.values().forEach(bySlice -> bySlice.set(k, null));
    }
}
