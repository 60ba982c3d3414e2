// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.Voxels;

/// Which of the voxels under a brush it takes.
public sealed interface BrushLimit {

    /// All.
    record None() implements BrushLimit {}

    /// Those whose values lie in a range.
    record Values(Voxels.Grey voxels, ValueRange range) implements BrushLimit {}

    /// Those of the tissue that was under the middle of the brush when the stroke began, up to its edges.
    ///
    /// A voxel is of the tissue where its value is no farther from the tissue's than `tolerance` times the spread of
    /// values there, and where such voxels lead to it; in the blur of an edge it falls to the side that it is nearer to.
    /// The tissue is followed where it changes slowly, never across an edge.
    record Adaptive(Voxels.Grey voxels, double tolerance) implements BrushLimit {
        public static final double USUAL_TOLERANCE = 3;

        public Adaptive {
            if (!(tolerance > 0 && tolerance <= 100)) { // negated: NaN is refused too
                throw new IllegalArgumentException(
                        "A tolerance of %s; it must be above 0 and at most 100."
                                .formatted(tolerance));
            }
        }

        public static Adaptive of(Voxels.Grey voxels) {
            return new Adaptive(voxels, USUAL_TOLERANCE);
        }
    }
}
