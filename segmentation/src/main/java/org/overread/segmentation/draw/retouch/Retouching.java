// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.retouch;

/// What a retouching brush does to a mask where it passes.
public sealed interface Retouching {
    /// Millimetres; more is no local work any more.
    double LARGEST_MM = 10;

    double mm();

    /// A voxel belongs where most of the volume around it, a ball of a radius of `mm`, does; it stays as it is
    /// where that is exactly half.
    record Smooth(double mm) implements Retouching {
        public Smooth {
            require(mm);
        }
    }

    /// Voxels within `mm` of the mask join it.
    record Grow(double mm) implements Retouching {
        public Grow {
            require(mm);
        }
    }

    /// Voxels within `mm` of what is not in the mask leave it; the edge of the volume takes none away.
    record Shrink(double mm) implements Retouching {
        public Shrink {
            require(mm);
        }
    }

    private static void require(double mm) {
        if (!(mm > 0 && mm <= LARGEST_MM)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "Retouching by %s mm; it must be above 0 and at most %.0f mm."
                            .formatted(mm, LARGEST_MM));
        }
    }
}
