// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

/// Reads whole rows and columns of slices, for planes that lie along the grid.
interface LineSampler extends RowSampler {
    /// Adds `weight` times the samples of row `j` of slice `k` to the line.
    void addRow(int j, int k, float weight, AlignedSampler.Line line);

    /// Adds `weight` times the samples of column `i` of slice `k` to the line.
    void addColumn(int i, int k, float weight, AlignedSampler.Line line);
}
