// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

/// So many points along u and v of a slice.
record Shift(int u, int v) {
    static final Shift NONE = new Shift(0, 0);

    Shift minus(Shift other) {
        return new Shift(u - other.u, v - other.v);
    }

    /// The same way back.
    Shift back() {
        return new Shift(-u, -v);
    }

    /// Half of the way, towards zero; where both parts are odd, v is rounded away from zero, so that the two halves
    /// differ by no more than one step in all.
    Shift half() {
        boolean uneven = u % 2 != 0;
        int halfV = v / 2;
        return new Shift(u / 2, uneven && v % 2 != 0 ? halfV + Integer.signum(v) : halfV);
    }

    /// Whether halving leaves one step that neither part takes.
    boolean leavesAStep() {
        return (u % 2 != 0) != (v % 2 != 0);
    }
}
