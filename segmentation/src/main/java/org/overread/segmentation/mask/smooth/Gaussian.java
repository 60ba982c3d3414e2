// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// Masks smoothed by a Gaussian of millimetres: one by itself, or several that share their borders.
///
/// Works in the box that the blur can reach; 4 bytes a voxel of it for each mask.
public final class Gaussian {
    /// Millimetres.
    public static final double LARGEST_SIGMA_MM = 50;

    /// Slicer keeps 127 of 255.
    private static final float KEPT = 127f / 255f;

    private Gaussian() {}

    /// The voxels where the blurred mask has 127/255 or more, as Slicer does.
    public static Mask of(Mask mask, double sigmaMm, Spacing spacing, Crew crew) {
        requireSigma(sigmaMm);
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return mask;
        }
        VoxelBox box = grown(bounds.get(), mask, sigmaMm, spacing);
        var field = new GaussianField(mask, box, sigmaMm, spacing, crew);
        var winners = new byte[box.sizeK()][];
        crew.each(
                winners.length,
                k -> {
                    float[] values = field.slice(k);
                    winners[k] = new byte[values.length];
                    for (int n = 0; n < values.length; n++) {
                        winners[k][n] = (byte) (values[n] >= KEPT ? 1 : 0);
                    }
                });
        return pick(mask, box, winners, 1, crew);
    }

    /// Smooths several masks together: each voxel goes to the mask, or to none of them, that is strongest there, so that
    /// no gap opens and no overlap arises between neighbours. Of equals the first wins, and any wins against none.
    public static List<Mask> jointly(List<Mask> masks, double sigmaMm, Spacing spacing, Crew crew) {
        requireSigma(sigmaMm);
        if (masks.size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%d masks; at most %d are smoothed together."
                            .formatted(masks.size(), Byte.MAX_VALUE));
        }
        Optional<VoxelBox> bounds =
                masks.stream().flatMap(m -> m.bounds().stream()).reduce(VoxelBox::union);
        if (bounds.isEmpty()) {
            return List.copyOf(masks);
        }
        VoxelBox box = grown(bounds.get(), masks.getFirst(), sigmaMm, spacing);
        var fields = new ArrayList<GaussianField>();
        for (Mask mask : masks) {
            fields.add(new GaussianField(mask, box, sigmaMm, spacing, crew));
        }
        var winners = new byte[box.sizeK()][];
        crew.each(winners.length, k -> winners[k] = strongest(fields, k));
        var smoothed = new ArrayList<Mask>();
        for (int n = 0; n < masks.size(); n++) {
            smoothed.add(pick(masks.get(n), box, winners, n + 1, crew));
        }
        return smoothed;
    }

    private static byte[] strongest(List<GaussianField> fields, int k) {
        float[] best = new float[0];
        float[] sum = new float[0];
        byte[] winner = new byte[0];
        for (int f = 0; f < fields.size(); f++) {
            float[] values = fields.get(f).slice(k);
            if (f == 0) {
                best = new float[values.length];
                sum = new float[values.length];
                winner = new byte[values.length];
            }
            for (int n = 0; n < values.length; n++) {
                sum[n] += values[n];
                if (values[n] > best[n]) {
                    best[n] = values[n];
                    winner[n] = (byte) (f + 1);
                }
            }
        }
        for (int n = 0; n < best.length; n++) {
            if (best[n] < 1 - sum[n]) {
                winner[n] = 0;
            }
        }
        return winner;
    }

    private static void requireSigma(double sigmaMm) {
        if (!(sigmaMm >= 0 && sigmaMm <= LARGEST_SIGMA_MM)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "A standard deviation of %s mm; it must be 0 to %.0f mm."
                            .formatted(sigmaMm, LARGEST_SIGMA_MM));
        }
    }

    private static VoxelBox grown(VoxelBox box, Mask mask, double sigmaMm, Spacing spacing) {
        return box.grown(
                GaussianField.reach(sigmaMm, spacing.i()),
                GaussianField.reach(sigmaMm, spacing.j()),
                GaussianField.reach(sigmaMm, spacing.k()),
                mask.size());
    }

    private static Mask pick(Mask like, VoxelBox box, byte[][] winners, int wanted, Crew crew) {
        return MaskRows.of(
                like.size(),
                (i, j, k, count) -> {
                    if (j < box.lowJ() || j > box.highJ() || k < box.lowK() || k > box.highK()) {
                        return 0;
                    }
                    byte[] slice = winners[k - box.lowK()];
                    int row = (j - box.lowJ()) * box.sizeI() - box.lowI();
                    int bits = 0;
                    int end = Math.min(i + count - 1, box.highI());
                    for (int at = Math.max(i, box.lowI()); at <= end; at++) {
                        bits |= (slice[row + at] == wanted ? 1 : 0) << (at - i);
                    }
                    return bits;
                },
                crew);
    }
}
