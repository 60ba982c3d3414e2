// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import org.overread.viewer.volume.VolumeGeometry;

/// Millimetres from one sample to the next along i, j and k, where the three axes are perpendicular.
public record Spacing(double i, double j, double k) {
    /// Larger ones come from a wrong header, not from a scanner.
    private static final double LARGEST = 1e4;

    public static final Spacing ONE = new Spacing(1, 1, 1);

    public Spacing {
        require("i", i);
        require("j", j);
        require("k", k);
    }

    private static void require(String axis, double value) {
        if (!(value > 0 && value <= LARGEST)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "The spacing along %s is %s mm; it must be above 0 and at most %.0f mm."
                            .formatted(axis, value, LARGEST));
        }
    }

    /// The spacing of a grid; along k that of the slices' normal.
    public static Spacing of(VolumeGeometry geometry) {
        return new Spacing(geometry.spacingI(), geometry.spacingJ(), geometry.spacingK());
    }

    public double smallest() {
        return Math.min(i, Math.min(j, k));
    }

    /// Cubic millimetres of one voxel.
    public double voxelVolume() {
        return i * j * k;
    }
}
