// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

/// Rows of an image's values.
@FunctionalInterface
interface RowSource {
    /// Writes the values of a row into their columns and says which columns these are.
    void row(int row, float[] values, PlaneSampler.Columns inside);
}
