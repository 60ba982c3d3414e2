// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// Which slices of a label were drawn as contours: those with a voxel that has nothing, of any label, on either side
/// along one axis, and its own label on both sides along the two others.
final class ContourSlices {
    private final Mask mask;
    private final Mask any;
    private final Map<Axis, BitSet> found = new EnumMap<>(Axis.class);

    private ContourSlices(Mask mask, Mask any) {
        this.mask = mask;
        this.any = any;
        for (Axis axis : Axis.values()) {
            found.put(axis, new BitSet());
        }
    }

    /// The slices of `mask` along each axis; `any` holds the voxels of all labels.
    static Map<Axis, BitSet> of(Mask mask, Mask any, Crew crew) {
        var slices = new ContourSlices(mask, any);
        mask.bounds()
                .ifPresent(box -> crew.each(box.sizeK(), n -> slices.look(box, box.lowK() + n)));
        return slices.found;
    }

    private void look(VoxelBox box, int k) {
        var alongI = new BitSet();
        var alongJ = new BitSet();
        int alongK = 0;
        for (int j = box.lowJ(); j <= box.highJ(); j++) {
            for (int p = box.lowI() / Block.SIDE; p <= box.highI() / Block.SIDE; p++) {
                int here = mask.rowBits(p, j, k);
                if (here == 0) {
                    continue;
                }
                int sameI = left(mask, here, p, j, k) & right(mask, here, p, j, k);
                int sameJ = row(mask, p, j - 1, k) & row(mask, p, j + 1, k);
                int sameK = row(mask, p, j, k - 1) & row(mask, p, j, k + 1);
                int all = any.rowBits(p, j, k);
                int freeI = ~left(any, all, p, j, k) & ~right(any, all, p, j, k);
                int freeJ = ~row(any, p, j - 1, k) & ~row(any, p, j + 1, k);
                int freeK = ~row(any, p, j, k - 1) & ~row(any, p, j, k + 1);
                for (int bits = here & freeI & sameJ & sameK; bits != 0; bits &= bits - 1) {
                    alongI.set(p * Block.SIDE + Integer.numberOfTrailingZeros(bits));
                }
                if ((here & freeJ & sameI & sameK) != 0) {
                    alongJ.set(j);
                }
                alongK |= here & freeK & sameI & sameJ;
            }
        }
        add(alongI, alongJ, alongK != 0, k);
    }

    private synchronized void add(BitSet alongI, BitSet alongJ, boolean alongK, int k) {
        found.computeIfPresent(Axis.I, (_, slices) -> joined(slices, alongI));
        found.computeIfPresent(Axis.J, (_, slices) -> joined(slices, alongJ));
        found.computeIfPresent(
                Axis.K,
                (_, slices) -> {
                    slices.set(k, slices.get(k) || alongK);
                    return slices;
                });
    }

    private static BitSet joined(BitSet slices, BitSet more) {
        slices.or(more);
        return slices;
    }

    /// The voxels whose lower neighbour along i is set.
    private static int left(Mask mask, int here, int p, int j, int k) {
        return (here << 1) | (p > 0 ? mask.rowBits(p - 1, j, k) >>> (Block.SIDE - 1) : 0);
    }

    private static int right(Mask mask, int here, int p, int j, int k) {
        boolean isLast = p == (mask.size().i() - 1) / Block.SIDE;
        return (here >>> 1) | (isLast ? 0 : mask.rowBits(p + 1, j, k) << (Block.SIDE - 1));
    }

    private static int row(Mask mask, int p, int j, int k) {
        return j < 0 || k < 0 || j >= mask.size().j() || k >= mask.size().k()
                ? 0
                : mask.rowBits(p, j, k);
    }
}
