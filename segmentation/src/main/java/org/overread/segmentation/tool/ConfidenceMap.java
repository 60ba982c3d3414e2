// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import org.overread.segmentation.mask.VoxelBox;

/// How sure a tool is of the label that it gave each voxel of a box: 0…1, in steps of 1/255, a byte a voxel. Immutable;
/// any thread.
public final class ConfidenceMap {
    private final VoxelBox box;
    private final byte[] shares;

    private ConfidenceMap(VoxelBox box, byte[] shares) {
        this.box = box;
        this.shares = shares;
    }

    /// Asks for each voxel of the box, i fastest.
    public static ConfidenceMap of(VoxelBox box, Source source) {
        var shares = new byte[Math.multiplyExact(box.sizeI() * box.sizeJ(), box.sizeK())];
        int n = 0;
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    double share = Math.clamp(source.at(i, j, k), 0, 1);
                    shares[n++] = (byte) Math.round(255 * share);
                }
            }
        }
        return new ConfidenceMap(box, shares);
    }

    /// What a voxel's confidence is.
    @FunctionalInterface
    public interface Source {
        double at(int i, int j, int k);
    }

    public VoxelBox box() {
        return box;
    }

    /// 0 outside the box.
    public double at(int i, int j, int k) {
        boolean inside =
                i >= box.lowI()
                        && i <= box.highI()
                        && j >= box.lowJ()
                        && j <= box.highJ()
                        && k >= box.lowK()
                        && k <= box.highK();
        if (!inside) {
            return 0;
        }
        int slice = (k - box.lowK()) * box.sizeJ();
        return (shares[(slice + j - box.lowJ()) * box.sizeI() + i - box.lowI()] & 0xFF) / 255.0;
    }
}
