// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

/// Indices with 40 binary places: a step is an addition, and the sample below and the share of the next one are cut out
/// without a conversion. A picture of 10,000 columns is off by less than a hundred-millionth of a voxel.
final class FixedPoint {
    /// Indices nearer than this to where samples end may lie beyond once they are in fixed point.
    static final double MARGIN = 1e-6;

    private static final int PLACES = 40;

    private FixedPoint() {}

    static long of(double index) {
        return (long) (index * 0x1p40);
    }

    static int floor(long index) {
        return (int) (index >> PLACES);
    }

    /// What lies above the sample below, to 24 places.
    static float share(long index) {
        return ((int) (index >> (PLACES - 24)) & 0xFFFFFF) * 0x1p-24f;
    }
}
