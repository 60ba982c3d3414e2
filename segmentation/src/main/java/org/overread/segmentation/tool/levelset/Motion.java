// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

/// How a front moves, in millimetres a unit of time where the drive says 1.
///
/// `propagation` pushes it outwards (inwards where negative); `curvature` pulls it towards the centres of its two
/// curvatures, so many times their sum; `advection` draws it down into the nearest edge, so many times the slope of the
/// edge map, and counts where edges drive it only.
public record Motion(double propagation, double curvature, double advection) {
    public Motion {
        if (!Double.isFinite(propagation)
                || !(curvature >= 0 && curvature < 1e6)
                || !(advection >= 0 && advection < 1e6)) {
            throw new IllegalArgumentException(
                    "a motion of %s, %s and %s".formatted(propagation, curvature, advection));
        }
    }
}
