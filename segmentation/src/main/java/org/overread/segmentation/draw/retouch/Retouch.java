// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.retouch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.VolumeGeometry;

/// A mask that is retouched under a brush and nowhere else: smoothed, grown or shrunk.
///
/// Every voxel is judged by the mask as it was when the stroke began, so a place that the brush passes twice is
/// retouched once. All distances are of the patient, on uneven and leaning slices too. Costs the voxels under the brush
/// times those in a ball of the retouching's millimetres. One thread.
public final class Retouch {
    private static final double TIE = 1e-9; // sums of the same voxels in another order

    private final VolumeGeometry geometry;
    private final Mask before;
    private final Retouching kind;
    private final Map<Integer, Surroundings> surroundings = new HashMap<>(); // of a slice's voxels

    public Retouch(VolumeGeometry geometry, Mask before, Retouching kind) {
        this.geometry = geometry;
        this.before = before;
        this.kind = kind;
    }

    /// The mask after the brush has passed over more voxels; `current` is what it has become so far.
    public Mask after(Mask current, Mask fresh) {
        Optional<VoxelBox> bounds = fresh.bounds();
        if (bounds.isEmpty()) {
            return current;
        }
        MaskEdit edit = current.edit();
        fresh.forEachBlock((n, _) -> retouch(fresh, fresh.grid().box(n), edit));
        return edit.mask();
    }

    private void retouch(Mask fresh, VoxelBox box, MaskEdit edit) {
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                int row = fresh.rowBits(box.lowI() / Block.SIDE, j, k);
                for (int bits = row; bits != 0; bits &= bits - 1) {
                    int i = box.lowI() + Integer.numberOfTrailingZeros(bits);
                    boolean was = before.contains(i, j, k);
                    boolean becomes = becomes(i, j, k, was);
                    if (becomes != was) {
                        if (becomes) {
                            edit.set(i, j, k);
                        } else {
                            edit.clear(i, j, k);
                        }
                    }
                }
            }
        }
    }

    private boolean becomes(int i, int j, int k, boolean was) {
        Surroundings around =
                surroundings.computeIfAbsent(k, at -> Surroundings.of(geometry, at, kind.mm()));
        return switch (kind) {
            case Retouching.Smooth _ -> {
                double most = around.share(before, i, j, k) - 0.5;
                yield Math.abs(most) < TIE ? was : most > 0;
            }
            case Retouching.Grow _ -> was || around.share(before, i, j, k) > 0;
            case Retouching.Shrink _ -> was && around.share(before, i, j, k) >= 1;
        };
    }
}
