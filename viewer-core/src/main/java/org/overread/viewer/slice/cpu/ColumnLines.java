// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The lines that a picture across the columns of the slices is made of, one of each slice: most of them take part in
/// two rows of pixels, and each of their samples lies in a line of memory of its own, which is slow to fetch. Any
/// thread; two may make the same line at once.
final class ColumnLines {
    /// Columns nearer than this to each other are one, in indices.
    private static final double SAME = 1e-9;

    private final double column;
    private final AlignedSampler.Line form;
    private final AtomicReferenceArray<AlignedSampler.@Nullable Line> bySlice;
    private final Optional<ColumnStripes> stripes;

    /// Makes the line of a slice.
    @FunctionalInterface
    interface Maker {
        AlignedSampler.Line line(int k);
    }

    /// `form`: from where to where the lines reach; `stripes`: where their samples may be at hand.
    ColumnLines(
            double column, AlignedSampler.Line form, int slices, Optional<ColumnStripes> stripes) {
        this.column = column;
        this.form = form;
        bySlice = new AtomicReferenceArray<>(slices);
        this.stripes = stripes;
    }

    Optional<ColumnStripes> stripes() {
        return stripes;
    }

    boolean serve(double wanted, AlignedSampler.Line line) {
        return Math.abs(wanted - column) < SAME
                && line.from == form.from
                && line.values.length == form.values.length;
    }

    /// Nobody writes into the line.
    AlignedSampler.Line of(int k, Maker maker) {
        AlignedSampler.Line known = bySlice.get(k);
        if (known != null) {
            return known;
        }
        AlignedSampler.Line made = maker.line(k);
        bySlice.set(k, made);
        return made;
    }
}
