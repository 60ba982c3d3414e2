// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskBlocks;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

/// A made reading of a whole body: 104 structures on 512 x 512 x 600 voxels, a quarter of them marked, borders as rough as
/// those that hands and models draw.
public final class WholeBody {
    public static final GridSize SIZE = new GridSize(512, 512, 600);
    static final int STRUCTURES = 104;

    private static final int ACROSS = 4;
    private static final int LAYERS = 7;
    private static final double EXTENT = 0.79;

    private WholeBody() {}

    public static List<Mask> masks() {
        return IntStream.range(0, STRUCTURES).parallel().mapToObj(WholeBody::mask).toList();
    }

    /// The value of every voxel, 0 or the number of its structure from 1 on.
    public static byte[] slice(List<Mask> masks, int k) {
        byte[] values = new byte[SIZE.i() * SIZE.j()];
        var bounds = new ArrayList<VoxelBox>();
        masks.forEach(mask -> bounds.add(mask.bounds().orElseThrow()));
        for (int n = 0; n < masks.size(); n++) {
            VoxelBox box = bounds.get(n);
            if (k < box.lowK() || k > box.highK()) {
                continue;
            }
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    if (masks.get(n).contains(i, j, k)) {
                        values[j * SIZE.i() + i] = (byte) (n + 1);
                    }
                }
            }
        }
        return values;
    }

    private static Mask mask(int structure) {
        double cellI = (double) SIZE.i() / ACROSS;
        double cellJ = (double) SIZE.j() / ACROSS;
        double cellK = (double) SIZE.k() / LAYERS;
        int column = structure % ACROSS;
        int row = structure / ACROSS % ACROSS;
        int layer = structure / (ACROSS * ACROSS);
        double ci = (column + 0.5) * cellI;
        double cj = (row + 0.5) * cellJ;
        double ck = (layer + 0.5) * cellK;
        var blocks = new MaskBlocks(SIZE);
        for (int n = 0; n < blocks.grid().count(); n++) {
            VoxelBox box = blocks.grid().box(n);
            if (Math.abs(box.lowI() + 16 - ci) > cellI / 2 + 16
                    || Math.abs(box.lowJ() + 16 - cj) > cellJ / 2 + 16
                    || Math.abs(box.lowK() + 16 - ck) > cellK / 2 + 16) {
                continue;
            }
            long[] words = new long[Block.WORDS];
            for (int k = box.lowK(); k <= box.highK(); k++) {
                for (int j = box.lowJ(); j <= box.highJ(); j++) {
                    for (int i = box.lowI(); i <= box.highI(); i++) {
                        double x = (i - ci) / cellI * 2 / EXTENT;
                        double y = (j - cj) / cellJ * 2 / EXTENT;
                        double z = (k - ck) / cellK * 2 / EXTENT;
                        if (x * x + y * y + z * z < 1 + 0.06 * rough(i, j, k, structure)) {
                            words[Block.wordOf(j - box.lowJ(), k - box.lowK())] |=
                                    1L << Block.bitOf(i - box.lowI(), j - box.lowJ());
                        }
                    }
                }
            }
            blocks.put(n, words);
        }
        return blocks.mask();
    }

    /// -1…1: waves of some voxels.
    private static double rough(int i, int j, int k, int structure) {
        return (Math.sin(i * 0.31 + structure)
                        + Math.sin(j * 0.37 + 2 * k * 0.29)
                        + Math.sin(k * 0.41 - i * 0.17))
                / 3;
    }
}
