// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.scissors;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.ContourScan;
import org.overread.segmentation.draw.contour.SliceOutlines;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.VolumeGeometry;

/// Cuts a mask along an outline on a plane: what lies inside is what [ContourScan] says, seen along the plane's normal,
/// so a plane that faces the viewer cuts along the view.
///
/// Costs the lines of voxels in reach, whatever the outline; a box of 512 x 512 x 1000 voxels a fraction of a second.
public final class Scissors {
    private Scissors() {}

    /// What becomes of the mask.
    public enum Cut {
        ERASE_INSIDE,
        /// Within the reach: in the slice only, where the scissors cut a slice only.
        ERASE_OUTSIDE,
        FILL_INSIDE
    }

    /// How far scissors cut.
    public sealed interface Reach {
        /// The voxels that the plane passes through.
        record Slice() implements Reach {}

        /// So many millimetres to either side of the plane.
        record Deep(double mm) implements Reach {
            public Deep {
                if (!(mm >= 0)) { // negated: NaN is refused too
                    throw new IllegalArgumentException(
                            "Scissors %s mm deep; the depth must be 0 or more.".formatted(mm));
                }
            }
        }

        /// All of the volume.
        record Through() implements Reach {}
    }

    /// The mask after the cut.
    public static Mask cut(
            VolumeGeometry geometry, Mask mask, Contour outline, Reach reach, Cut cut) {
        if (mask.isEmpty() && cut != Cut.FILL_INSIDE) {
            return mask;
        }
        PlaneFrame plane = outline.plane();
        Mask inside = ContourScan.of(geometry, List.of(outline), slab(geometry, plane, reach));
        return switch (cut) {
            case ERASE_INSIDE -> mask.minus(inside);
            case FILL_INSIDE -> mask.union(inside);
            case ERASE_OUTSIDE ->
                    inReach(geometry, mask, plane, reach)
                            .map(part -> mask.minus(part.minus(inside)))
                            .orElseGet(() -> mask.intersection(inside));
        };
    }

    private static PlaneSlab slab(VolumeGeometry geometry, PlaneFrame plane, Reach reach) {
        return switch (reach) {
            case Reach.Slice() -> PlaneSlab.of(geometry, plane);
            case Reach.Deep(double mm) -> PlaneSlab.deep(geometry, plane, mm);
            case Reach.Through() -> PlaneSlab.through(geometry, plane);
        };
    }

    /// The part of the mask in reach; empty where all of it is.
    private static Optional<Mask> inReach(
            VolumeGeometry geometry, Mask mask, PlaneFrame plane, Reach reach) {
        return reach instanceof Reach.Through
                ? Optional.empty()
                : Optional.of(SliceOutlines.within(slab(geometry, plane, reach), mask));
    }
}
