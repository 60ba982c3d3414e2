// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

/// Replaces, in columns of a plane, each value by the least of the value of any place and what the way from there costs;
/// infinite stays what nothing reaches.
sealed interface Columns permits ColumnEnvelopes, FlatEnvelopes {
    /// Columns side by side: one line of a processor's cache.
    int STRIP = 16;

    /// Up to [#STRIP] columns from `first` on of a plane whose rows are `across` long.
    void lower(float[] plane, int first, int across, int columns);
}
