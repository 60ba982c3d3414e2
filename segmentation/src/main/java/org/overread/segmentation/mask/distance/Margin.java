// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.morphology.Kernel;
import org.overread.segmentation.mask.morphology.Morphology;
import org.overread.segmentation.work.Crew;

/// Masks grown and shrunk by millimetres, and the shells between.
///
/// A ball that a kernel can hold is laid around the surface's blocks; for larger ones distances are computed in the box
/// that the result can reach. Both give the same voxels.
public final class Margin {
    /// Millimetres.
    public static final double LARGEST_MM = 500;

    private static final double SLACK = 1e-6; // of 32-bit squares

    private Margin() {}

    /// Every voxel whose centre lies within `mm` of the centre of a voxel of the mask.
    public static Mask grow(Mask mask, double mm, Spacing spacing, Crew crew) {
        requireMargin(mm);
        return within(mask, mm, spacing, crew);
    }

    /// The mask less every voxel within `mm` of the centre of a voxel that is not in it; the edge of the volume does not
    /// count as such.
    public static Mask shrink(Mask mask, double mm, Spacing spacing, Crew crew) {
        requireMargin(mm);
        if (Kernel.reaches(mm, spacing)) {
            return Morphology.erode(mask, Kernel.ball(mm, spacing), crew);
        }
        return mask.minus(within(mask.complement(), mm, spacing, crew));
    }

    /// Where a shell lies to the surface that it is made from.
    public enum Shell {
        /// The mask becomes the hollow: the shell lies around it.
        AROUND,
        /// Half outside and half inside.
        ON,
        /// The mask's surface stays the outer one.
        WITHIN
    }

    /// A shell of `mm` along the mask's surface, as Slicer's effect Hollow has it.
    public static Mask hollow(Mask mask, double mm, Shell shell, Spacing spacing, Crew crew) {
        requireThickness(mm);
        double smallest = spacing.smallest();
        return switch (shell) {
            case AROUND -> within(mask, mm + 0.1 * smallest, spacing, crew).minus(mask);
            case ON ->
                    within(mask, mm / 2, spacing, crew)
                            .minus(mask)
                            .union(crust(mask, mm / 2 - smallest / 2, spacing, crew));
            case WITHIN -> crust(mask, mm - smallest, spacing, crew);
        };
    }

    private static void requireMargin(double mm) {
        if (!(mm >= 0 && mm <= LARGEST_MM)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "A margin of %s mm; it must be 0 to %.0f mm.".formatted(mm, LARGEST_MM));
        }
    }

    private static void requireThickness(double mm) {
        if (!(mm > 0 && mm <= LARGEST_MM)) {
            throw new IllegalArgumentException(
                    "A shell of %s mm; it must be above 0 and at most %.0f mm."
                            .formatted(mm, LARGEST_MM));
        }
    }

    /// The voxels of the mask within `mm` of its border voxels.
    private static Mask crust(Mask mask, double mm, Spacing spacing, Crew crew) {
        return mm < 0
                ? Mask.empty(mask.size())
                : within(Morphology.border(mask, crew), mm, spacing, crew).intersection(mask);
    }

    private static Mask within(Mask mask, double mm, Spacing spacing, Crew crew) {
        if (Kernel.reaches(mm, spacing)) {
            return Morphology.dilate(mask, Kernel.ball(mm, spacing), crew);
        }
        return mask.bounds().map(bounds -> far(mask, bounds, mm, spacing, crew)).orElse(mask);
    }

    private static Mask far(Mask mask, VoxelBox bounds, double mm, Spacing spacing, Crew crew) {
        VoxelBox box =
                bounds.grown(
                        steps(mm, spacing.i()),
                        steps(mm, spacing.j()),
                        steps(mm, spacing.k()),
                        mask.size());
        float[][] squares =
                SquaredDistances.to(mask, box, spacing, Convention.BORDER_CENTRES, crew);
        float limit = (float) (mm * mm * (1 + SLACK));
        return MaskRows.of(mask.size(), (i, j, k, _) -> bits(squares, box, i, j, k, limit), crew);
    }

    private static int steps(double mm, double spacing) {
        return (int) Math.min(1 << 20, Math.ceil(mm / spacing));
    }

    private static int bits(float[][] squares, VoxelBox box, int i, int j, int k, float limit) {
        if (j < box.lowJ() || j > box.highJ() || k < box.lowK() || k > box.highK()) {
            return 0;
        }
        float[] slice = squares[k - box.lowK()];
        int row = (j - box.lowJ()) * box.sizeI() - box.lowI();
        int bits = 0;
        int end = Math.min(i + Block.SIDE - 1, box.highI());
        for (int at = Math.max(i, box.lowI()); at <= end; at++) {
            bits |= (slice[row + at] <= limit ? 1 : 0) << (at - i);
        }
        return bits;
    }
}
