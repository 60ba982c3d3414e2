// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

/// The stored samples of a volume, fetched for many pixels at once. What is done with them is the same for all kinds
/// of numbers; only how they are fetched differs, and that decides what a picture costs.
interface Samples {
    /// One sample; `at` counts within slice `k`.
    float value(int k, int at);

    /// The samples below the indices of a run that lies in the grid.
    void nearest(FixedRun run, float[] out, int from);

    /// Fills the rows of `corners` for each pixel of a run that has samples on every side.
    void corners(FixedRun run, Corners corners);

    /// For each pixel four samples of each of four rows, those at -1, 0, 1 and 2, in the slice below it plus `slice`.
    void fours(FixedRun run, int slice, Fours fours);

    /// Adds `weight` times the samples of row `j` of slice `k` to the line.
    void addRow(int j, int k, float weight, AlignedSampler.Line line);

    /// Adds `weight` times the samples of column `i` of slice `k` to the line.
    void addColumn(int i, int k, float weight, AlignedSampler.Line line);

    /// Copies the [ColumnStripes#WIDTH] columns of slice `k` from `first` on.
    void columns(int first, int k, float[][] target);
}
