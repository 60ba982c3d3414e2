// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

/// How thick a picture is: `thicknessMm` centred on the plane, of which one value is made for each pixel.
///
/// Samples outside the volume do not count, nor do voxels that are no number.
public record Slab(double thicknessMm, Mode mode) {
    /// The plane alone.
    public static final Slab THIN = new Slab(0, Mode.MEAN);

    /// Thicker slabs than any patient are asked for by mistake.
    public static final double MAX_MM = 5000;

    /// What becomes of the samples along a pixel's line of sight.
    public enum Mode {
        MAX,
        MIN,
        MEAN
    }

    public Slab {
        if (!(thicknessMm >= 0 && thicknessMm <= MAX_MM)) { // negated: NaN is refused too
            throw new IllegalArgumentException("a slab of " + thicknessMm + " mm");
        }
    }

    public boolean isThin() {
        return thicknessMm == 0;
    }
}
