// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.util.List;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.ConfidenceMap;

/// The chance of every label at the voxels of a box, 0…1 in steps of 1/255: a byte a label and voxel. Immutable; any
/// thread.
public final class Probabilities {
    private final VoxelBox box;
    private final List<Integer> labels;
    private final byte[][] shares;

    Probabilities(VoxelBox box, List<Integer> labels, byte[][] shares) {
        this.box = box;
        this.labels = labels;
        this.shares = shares;
    }

    public VoxelBox box() {
        return box;
    }

    /// The labels that were learned, ascending.
    public List<Integer> labels() {
        return labels;
    }

    /// The chance that a voxel of the box, by its indices in the volume, has a label; 0 for every label where its value
    /// is no number, and for labels that were not learned.
    public double of(int label, int i, int j, int k) {
        int l = labels.indexOf(label);
        return l < 0 ? 0 : (shares[l][place(i, j, k)] & 0xFF) / 255.0;
    }

    /// The label with the largest chance, the smaller number where two have the same; 0 where the value is no number.
    public int label(int i, int j, int k) {
        int n = place(i, j, k);
        int best = 0;
        int most = 0;
        for (int l = 0; l < shares.length; l++) {
            int share = shares[l][n] & 0xFF;
            if (share > most) {
                most = share;
                best = labels.get(l);
            }
        }
        return best;
    }

    /// The bytes of one label, 255 for sure, i fastest; for pictures.
    public byte[] bytes(int label) {
        int l = labels.indexOf(label);
        if (l < 0) {
            throw new IllegalArgumentException("label %d was not learned".formatted(label));
        }
        return shares[l].clone();
    }

    /// The largest chance at each voxel: how sure the model is of what it would answer. Its complement is the
    /// uncertainty that says where to paint next.
    public ConfidenceMap certainty() {
        return ConfidenceMap.of(
                box,
                (i, j, k) -> {
                    int n = place(i, j, k);
                    int most = 0;
                    for (byte[] share : shares) {
                        most = Math.max(most, share[n] & 0xFF);
                    }
                    return most / 255.0;
                });
    }

    private int place(int i, int j, int k) {
        if (i < box.lowI()
                || i > box.highI()
                || j < box.lowJ()
                || j > box.highJ()
                || k < box.lowK()
                || k > box.highK()) {
            throw new IndexOutOfBoundsException("voxel %d, %d, %d of %s".formatted(i, j, k, box));
        }
        return ((k - box.lowK()) * box.sizeJ() + j - box.lowJ()) * box.sizeI() + i - box.lowI();
    }
}
