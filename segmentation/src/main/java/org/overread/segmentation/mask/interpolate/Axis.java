// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.BitSet;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

/// The direction in which slices follow one another; u and v are the other two axes in the order of the volume.
public enum Axis {
    I {
        @Override
        int[] voxel(int u, int v, int slice) {
            return new int[] {slice, u, v};
        }

        @Override
        Spacing inSlice(Spacing spacing) {
            return new Spacing(spacing.j(), spacing.k(), 1);
        }
    },
    J {
        @Override
        int[] voxel(int u, int v, int slice) {
            return new int[] {u, slice, v};
        }

        @Override
        Spacing inSlice(Spacing spacing) {
            return new Spacing(spacing.i(), spacing.k(), 1);
        }
    },
    K {
        @Override
        int[] voxel(int u, int v, int slice) {
            return new int[] {u, v, slice};
        }

        @Override
        Spacing inSlice(Spacing spacing) {
            return new Spacing(spacing.i(), spacing.j(), 1);
        }
    };

    abstract int[] voxel(int u, int v, int slice);

    abstract Spacing inSlice(Spacing spacing);

    /// The numbers of the slices that have voxels.
    BitSet slices(Mask mask) {
        var slices = new BitSet();
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isPresent()) {
            VoxelBox box = bounds.get();
            for (int n = low(box); n <= high(box); n++) {
                if (hasVoxels(mask, box, n)) {
                    slices.set(n);
                }
            }
        }
        return slices;
    }

    private boolean hasVoxels(Mask mask, VoxelBox box, int slice) {
        VoxelBox plane = plane(box, slice);
        for (int k = plane.lowK(); k <= plane.highK(); k++) {
            for (int j = plane.lowJ(); j <= plane.highJ(); j++) {
                for (int i = plane.lowI(); i <= plane.highI(); i++) {
                    if (mask.contains(i, j, k)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    int low(VoxelBox box) {
        return switch (this) {
            case I -> box.lowI();
            case J -> box.lowJ();
            case K -> box.lowK();
        };
    }

    int high(VoxelBox box) {
        return switch (this) {
            case I -> box.highI();
            case J -> box.highJ();
            case K -> box.highK();
        };
    }

    private VoxelBox plane(VoxelBox box, int slice) {
        return switch (this) {
            case I -> new VoxelBox(slice, box.lowJ(), box.lowK(), slice, box.highJ(), box.highK());
            case J -> new VoxelBox(box.lowI(), slice, box.lowK(), box.highI(), slice, box.highK());
            case K -> new VoxelBox(box.lowI(), box.lowJ(), slice, box.highI(), box.highJ(), slice);
        };
    }

    /// A slice as a mask of one slice, the size of `area`, which may reach beyond the volume.
    Mask cut(Mask mask, SliceArea area, int slice) {
        MaskEdit edit = Mask.empty(new GridSize(area.sizeU(), area.sizeV(), 1)).edit();
        for (int v = 0; v < area.sizeV(); v++) {
            for (int u = 0; u < area.sizeU(); u++) {
                int[] at = voxel(u + area.lowU(), v + area.lowV(), slice);
                if (isWithin(at, mask.size()) && mask.contains(at[0], at[1], at[2])) {
                    edit.set(u, v, 0);
                }
            }
        }
        return edit.mask();
    }

    /// Adds what [#cut] would answer, as far as it lies in the volume.
    void add(Mask part, SliceArea area, int slice, GridSize size, MaskEdit edit) {
        for (int v = 0; v < area.sizeV(); v++) {
            for (int u = 0; u < area.sizeU(); u++) {
                int[] at = voxel(u + area.lowU(), v + area.lowV(), slice);
                if (part.contains(u, v, 0) && isWithin(at, size)) {
                    edit.set(at[0], at[1], at[2]);
                }
            }
        }
    }

    private static boolean isWithin(int[] at, GridSize size) {
        return at[0] >= 0
                && at[1] >= 0
                && at[2] >= 0
                && at[0] < size.i()
                && at[1] < size.j()
                && at[2] < size.k();
    }

    /// A slice as a shape, as far as `area` covers it.
    FlatShape shape(Mask mask, SliceArea area, int slice) {
        long[] words = FlatShape.emptyWords(area);
        int perRow = FlatShape.wordsPerRow(area);
        for (int v = 0; v < area.sizeV(); v++) {
            for (int u = 0; u < area.sizeU(); u++) {
                int[] at = voxel(u + area.lowU(), v + area.lowV(), slice);
                if (mask.contains(at[0], at[1], at[2])) {
                    words[v * perRow + (u >>> 6)] |= 1L << u;
                }
            }
        }
        return new FlatShape(area, words);
    }

    /// The voxels of a run along u.
    VoxelBox run(int lowU, int highU, int v, int slice) {
        int[] low = voxel(lowU, v, slice);
        int[] high = voxel(highU, v, slice);
        return new VoxelBox(low[0], low[1], low[2], high[0], high[1], high[2]);
    }

    /// The axis along which the mask has slices without voxels between slices with voxels; where there are several, the
    /// one with the fewest slices with voxels. Empty where there is none, or no single one.
    public static Optional<Axis> ofGaps(Mask mask) {
        Optional<Axis> best = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (Axis axis : values()) {
            BitSet slices = axis.slices(mask);
            int count = slices.cardinality();
            boolean gapped = count > 1 && count < slices.length() - slices.nextSetBit(0);
            if (gapped && count <= fewest) {
                best = count < fewest ? Optional.of(axis) : Optional.empty();
                fewest = count;
            }
        }
        return best;
    }
}
