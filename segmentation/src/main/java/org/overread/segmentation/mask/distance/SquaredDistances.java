// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

import java.util.Arrays;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// Squared distances, in square millimetres, from every voxel of a box to the nearest voxel of a mask within the box:
/// exact, one axis after the other. Slices are shared out for the lines along i and j, then rows for those along k; what
/// is worked on stays in a processor's cache.
final class SquaredDistances {
    private final Mask mask;
    private final VoxelBox box;
    private final Spacing spacing;
    private final Convention convention;
    private final float[][] slices;

    /// Changes the finished row `j` of slice `k`, both counted from the first of the box, from `from` to before `to` of
    /// its array.
    @FunctionalInterface
    interface RowEnd {
        void apply(float[] slice, int from, int to, int j, int k);
    }

    private SquaredDistances(Mask mask, VoxelBox box, Spacing spacing, Convention convention) {
        this.mask = mask;
        this.box = box;
        this.spacing = spacing;
        this.convention = convention;
        slices = new float[box.sizeK()][];
    }

    /// One array a slice of the box, rows one after the other; infinite where the box holds no voxel of the mask.
    static float[][] to(
            Mask mask, VoxelBox box, Spacing spacing, Convention convention, Crew crew) {
        return to(mask, box, spacing, convention, (_, _, _, _, _) -> {}, crew);
    }

    /// The same, each row changed once it is finished.
    static float[][] to(
            Mask mask,
            VoxelBox box,
            Spacing spacing,
            Convention convention,
            RowEnd end,
            Crew crew) {
        var distances = new SquaredDistances(mask, box, spacing, convention);
        float[] squares = distances.squares();
        float[] backwards = backwards(squares);
        ThreadLocal<Columns> alongJ =
                ThreadLocal.withInitial(() -> distances.columns(box.sizeJ(), spacing.j()));
        crew.each(box.sizeK(), k -> distances.slice(k, squares, backwards, alongJ.get()));
        ThreadLocal<Rows> alongK = ThreadLocal.withInitial(() -> distances.new Rows());
        crew.each(
                box.sizeJ(),
                j -> {
                    distances.alongK(j, alongK.get(), end);
                });
        return distances.slices;
    }

    /// Of so many steps along i.
    private float[] squares() {
        var squares = new float[box.sizeI()];
        for (int n = 1; n < squares.length; n++) {
            double mm = (convention == Convention.INTERFACE ? n - 0.5 : n) * spacing.i();
            squares[n] = (float) (mm * mm);
        }
        return squares;
    }

    private static float[] backwards(float[] squares) {
        var backwards = new float[squares.length];
        for (int n = 0; n < squares.length; n++) {
            backwards[n] = squares[squares.length - 1 - n];
        }
        return backwards;
    }

    private void slice(int k, float[] squares, float[] backwards, Columns columns) {
        var slice = new float[box.sizeI() * box.sizeJ()];
        boolean any = false;
        for (int j = 0; j < box.sizeJ(); j++) {
            any |= alongI(slice, j, k, squares, backwards);
        }
        if (any && box.sizeJ() > 1) {
            lower(columns, slice, box.sizeI());
        }
        slices[k] = slice;
    }

    /// Tells whether the row has a voxel of the mask; its distances are infinite where it has none.
    private boolean alongI(float[] slice, int j, int k, float[] squares, float[] backwards) {
        int across = box.sizeI();
        int at = j * across;
        int last = Integer.MIN_VALUE; // voxel of the mask
        for (int p = box.lowI() / Block.SIDE; p <= box.highI() / Block.SIDE; p++) {
            int bits = mask.rowBits(p, j + box.lowJ(), k + box.lowK());
            int start = p * Block.SIDE - box.lowI();
            for (; bits != 0; bits &= bits - 1) {
                int i = start + Integer.numberOfTrailingZeros(bits);
                if (i >= 0 && i < across) {
                    fillTo(slice, at, last, i, squares, backwards);
                    last = i;
                }
            }
        }
        if (last < 0) {
            Arrays.fill(slice, at, at + across, Float.POSITIVE_INFINITY);
            return false;
        }
        System.arraycopy(squares, 0, slice, at + last, across - last);
        return true;
    }

    /// The places from after the voxel before to this one.
    private static void fillTo(
            float[] slice, int at, int before, int voxel, float[] squares, float[] backwards) {
        int middle = before < 0 ? -1 : (before + voxel) / 2;
        if (middle > before && before >= 0) {
            System.arraycopy(squares, 0, slice, at + before, middle - before + 1);
        }
        int count = voxel - middle;
        System.arraycopy(backwards, backwards.length - count, slice, at + middle + 1, count);
    }

    private void alongK(int j, Rows rows, RowEnd end) {
        int across = box.sizeI();
        for (int k = 0; k < slices.length; k++) {
            System.arraycopy(slices[k], j * across, rows.plane, k * across, across);
        }
        if (slices.length > 1) {
            lower(rows.columns, rows.plane, across);
        }
        for (int k = 0; k < slices.length; k++) {
            end.apply(rows.plane, k * across, (k + 1) * across, j, k);
            System.arraycopy(rows.plane, k * across, slices[k], j * across, across);
        }
    }

    /// What one thread needs for lines along k.
    private final class Rows {
        private final Columns columns = columns(box.sizeK(), spacing.k());
        private final float[] plane = new float[box.sizeI() * box.sizeK()];
    }

    private Columns columns(int length, double spacingAlong) {
        return switch (convention) {
            case BORDER_CENTRES -> new ColumnEnvelopes(length, spacingAlong);
            case INTERFACE -> new FlatEnvelopes(length, spacingAlong);
        };
    }

    private static void lower(Columns columns, float[] plane, int across) {
        for (int first = 0; first < across; first += Columns.STRIP) {
            columns.lower(plane, first, across, Math.min(Columns.STRIP, across - first));
        }
    }
}
