// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;

/// The rims of what a mask has in a slice, one for each connected part: pieces half way between voxels inside and
/// outside, in indices (columns, rows), holes included, in no order.
final class SliceRims {
    private final int width;
    private final int height;
    private final int[] part;

    /// One row and column of outside around the box.
    private SliceRims(int width, int height) {
        this.width = width;
        this.height = height;
        part = new int[width * height];
    }

    static List<List<RimPiece>> of(Mask mask, VoxelBox box, int k) {
        var slice = new SliceRims(box.sizeI() + 2, box.sizeJ() + 2);
        slice.read(mask, box, k);
        int parts = slice.number();
        return slice.rims(parts, box.lowI() - 1, box.lowJ() - 1);
    }

    /// -1 where the mask is.
    private void read(Mask mask, VoxelBox box, int k) {
        for (int j = box.lowJ(); j <= box.highJ(); j++) {
            int row = (j - box.lowJ() + 1) * width + 1 - box.lowI();
            for (int p = box.lowI() / Block.SIDE; p <= box.highI() / Block.SIDE; p++) {
                for (int bits = mask.rowBits(p, j, k); bits != 0; bits &= bits - 1) {
                    part[row + p * Block.SIDE + Integer.numberOfTrailingZeros(bits)] = -1;
                }
            }
        }
    }

    /// Numbers the parts from 1 on; says how many there are.
    private int number() {
        int parts = 0;
        var open = new ArrayDeque<Integer>();
        for (int n = 0; n < part.length; n++) {
            if (part[n] == -1) {
                parts++;
                part[n] = parts;
                open.add(n);
                while (!open.isEmpty()) {
                    int at = open.poll();
                    for (int next : new int[] {at - 1, at + 1, at - width, at + width}) {
                        if (part[next] == -1) {
                            part[next] = parts;
                            open.add(next);
                        }
                    }
                }
            }
        }
        return parts;
    }

    private List<List<RimPiece>> rims(int parts, int firstI, int firstJ) {
        var rims = new ArrayList<List<RimPiece>>();
        for (int n = 0; n < parts; n++) {
            rims.add(new ArrayList<>());
        }
        int[] around = {0, 1, width + 1, width};
        var corners = new int[4];
        for (int j = 0; j + 1 < height; j++) {
            for (int i = 0; i + 1 < width; i++) {
                for (int n = 0; n < 4; n++) {
                    corners[n] = part[j * width + i + around[n]];
                }
                if (corners[0] != corners[1]
                        || corners[1] != corners[2]
                        || corners[2] != corners[3]) {
                    cell(corners, i + firstI, j + firstJ, rims);
                }
            }
        }
        return rims;
    }

    private static final double[] MIDDLE_X = {0.5, 1, 0.5, 0};
    private static final double[] MIDDLE_Y = {0, 0.5, 1, 0.5};

    /// Around every run of corners of a part, a piece from the edge before it to the edge behind it.
    private static void cell(int[] corners, int i, int j, List<List<RimPiece>> rims) {
        for (int n = 0; n < 4; n++) {
            int own = corners[n];
            if (own == 0 || corners[(n + 3) % 4] == own) {
                continue;
            }
            int last = n;
            while (corners[(last + 1) % 4] == own) {
                last++;
            }
            int before = (n + 3) % 4;
            int behind = last % 4;
            rims.get(own - 1)
                    .add(
                            new RimPiece(
                                    i + MIDDLE_X[before],
                                    j + MIDDLE_Y[before],
                                    i + MIDDLE_X[behind],
                                    j + MIDDLE_Y[behind]));
        }
    }
}
