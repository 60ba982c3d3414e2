// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// A subband of one tile-component: what it holds and where its coefficients go.
///
/// `target` is the place of its first coefficient in the component's array, whose rows are `stride` long. `planes` is
/// the number of magnitude bit planes; `step` is the size of a quantisation step, 1 for reversible coding.
record Band(Kind kind, Area area, int target, int stride, int planes, float step) {
    /// Which of the two directions went through the high-pass filter, horizontal first.
    enum Kind {
        LL,
        HL,
        LH,
        HH
    }

    /// Where the coefficient at (x, y) of the band lies in the component's array.
    int placeOf(int x, int y) {
        return target + (y - area.y0()) * stride + x - area.x0();
    }
}
