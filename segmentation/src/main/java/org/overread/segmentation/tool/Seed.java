// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import java.util.function.Consumer;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;

/// Where a person pointed or painted. `label` (1…255) tells sets of seeds apart: 1 is what is wanted; other labels mean
/// what the tool says.
public sealed interface Seed {

    int label();

    void forEachVoxel(Consumer<Point> visitor);

    /// One voxel.
    record Point(int label, int i, int j, int k) implements Seed {
        public Point {
            requireLabel(label);
        }

        /// A seed of what is wanted.
        public Point(int i, int j, int k) {
            this(1, i, j, k);
        }

        @Override
        public void forEachVoxel(Consumer<Point> visitor) {
            visitor.accept(this);
        }
    }

    /// Many voxels.
    record Stroke(int label, Mask voxels) implements Seed {
        public Stroke {
            requireLabel(label);
        }

        @Override
        public void forEachVoxel(Consumer<Point> visitor) {
            voxels.forEachBlock(
                    (n, block) -> {
                        VoxelBox box = voxels.grid().box(n);
                        for (int w = 0; w < Block.WORDS; w++) {
                            int j = box.lowJ() + 2 * w % Block.SIDE;
                            int k = box.lowK() + 2 * w / Block.SIDE;
                            for (long bits = block.word(w); bits != 0; bits &= bits - 1) {
                                int bit = Long.numberOfTrailingZeros(bits);
                                visitor.accept(
                                        new Point(
                                                label,
                                                box.lowI() + bit % Block.SIDE,
                                                j + bit / Block.SIDE,
                                                k));
                            }
                        }
                    });
        }
    }

    private static void requireLabel(int label) {
        if (label < 1 || label > 255) {
            throw new IllegalArgumentException("a seed of label " + label);
        }
    }
}
