// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import org.overread.viewer.volume.GridSize;

/// Makes one level from the one below it, a layer of bricks of the acquired grid at a time.
final class LevelBuilder {
    private final BrickFile file;
    private final int level;
    private final BrickLayout from;
    private final GridSize size;

    LevelBuilder(BrickFile file, int level) {
        this.file = file;
        this.level = level;
        from = file.level(level - 1);
        size = file.level(level).size();
    }

    /// All voxels over the slices of the layer. Bricks of zeros are left out.
    void build(int layer) {
        int firstK = layer << (BrickLayout.SIDE_BITS - level);
        int endK = Math.min(firstK + (BrickLayout.SIDE >> level), size.k());
        for (int bj = 0; bj < from.bricksJ(); bj++) {
            for (int bi = 0; bi < from.bricksI(); bi++) {
                int below = 2 * firstK;
                int brick =
                        from.brickOf(
                                bi << BrickLayout.SIDE_BITS, bj << BrickLayout.SIDE_BITS, below);
                if (file.isWritten(level - 1, brick)) {
                    buildOver(bi, bj, firstK, endK);
                }
            }
        }
    }

    /// Over one brick of the level below.
    private void buildOver(int bi, int bj, int firstK, int endK) {
        int half = BrickLayout.SIDE / 2;
        int endI = Math.min((bi + 1) * half, size.i());
        int endJ = Math.min((bj + 1) * half, size.j());
        for (int k = firstK; k < endK; k++) {
            for (int j = bj * half; j < endJ; j++) {
                for (int i = bi * half; i < endI; i++) {
                    file.put(level, i, j, k, mean(2 * i, 2 * j, 2 * k));
                }
            }
        }
    }

    /// Of the up to 8 voxels below; what is no number does not count.
    private float mean(int i, int j, int k) {
        GridSize below = from.size();
        float sum = 0;
        int count = 0;
        for (int n = 0; n < 8; n++) {
            int ai = i + (n & 1);
            int aj = j + (n >> 1 & 1);
            int ak = k + (n >> 2);
            if (ai < below.i() && aj < below.j() && ak < below.k()) {
                float value = file.value(level - 1, ai, aj, ak);
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : sum / count;
    }
}
