// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.overread.viewer.volume.GridSize;

/// Small masks in which everything happens: thin volumes, edges, full and empty blocks, specks and solids.
public final class RandomMasks {
    private RandomMasks() {}

    public static Stream<Mask> all() {
        return Stream.of(
                        new GridSize(1, 1, 1),
                        new GridSize(33, 1, 1),
                        new GridSize(1, 40, 3),
                        new GridSize(32, 32, 1),
                        new GridSize(5, 70, 34),
                        new GridSize(70, 9, 40),
                        new GridSize(97, 33, 36))
                .flatMap(size -> Stream.of(0, 1, 2, 3, 4).map(kind -> of(size, kind)));
    }

    /// 0 sparse, 1 dense, 2 boxes, 3 full, 4 empty.
    public static Mask of(GridSize size, int kind) {
        var random = new SplittableRandom(31L * size.hashCode() + kind);
        MaskEdit edit = Mask.empty(size).edit();
        switch (kind) {
            case 0 -> specks(edit, size, random, 0.05);
            case 1 -> specks(edit, size, random, 0.9);
            case 2 -> {
                for (int n = 0; n < 4; n++) {
                    edit.fill(box(size, random));
                }
            }
            case 3 -> {
                return Mask.full(size);
            }
            default -> {}
        }
        return edit.mask();
    }

    private static void specks(
            MaskEdit edit, GridSize size, SplittableRandom random, double share) {
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    if (random.nextDouble() < share) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
    }

    private static VoxelBox box(GridSize size, SplittableRandom random) {
        int i = random.nextInt(size.i());
        int j = random.nextInt(size.j());
        int k = random.nextInt(size.k());
        return new VoxelBox(
                i,
                j,
                k,
                Math.min(size.i() - 1, i + random.nextInt(40)),
                Math.min(size.j() - 1, j + random.nextInt(40)),
                Math.min(size.k() - 1, k + random.nextInt(40)));
    }

    /// The voxels that a test of three indices accepts.
    public static Mask where(GridSize size, VoxelTest test) {
        MaskEdit edit = Mask.empty(size).edit();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    if (test.accepts(i, j, k)) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }

    /// Looks at one voxel.
    @FunctionalInterface
    public interface VoxelTest {
        boolean accepts(int i, int j, int k);
    }
}
