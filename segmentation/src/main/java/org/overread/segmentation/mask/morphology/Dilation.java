// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.morphology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.mask.Block;

/// The kernel laid around every voxel of a window, a row of 64 voxels to an instruction. One thread.
final class Dilation {
    private final Kernel kernel;
    private final int halo;
    private final int side;
    private final List<int[]> rowsByReach = new ArrayList<>(); // offsets into the window
    private final long[] spread;
    private final long[] result = new long[Block.SIDE * Block.SIDE];

    Dilation(Kernel kernel) {
        this.kernel = kernel;
        halo = Math.max(kernel.radiusJ(), kernel.radiusK());
        side = Block.SIDE + 2 * halo;
        spread = new long[side * side];
        for (int reach = 0; reach <= kernel.radiusI(); reach++) {
            rowsByReach.add(offsets(reach));
        }
    }

    private int[] offsets(int reach) {
        var offsets = new ArrayList<Integer>();
        for (int dk = -kernel.radiusK(); dk <= kernel.radiusK(); dk++) {
            for (int dj = -kernel.radiusJ(); dj <= kernel.radiusJ(); dj++) {
                if (kernel.reach(dj, dk) == reach) {
                    offsets.add((halo + dk) * side + halo + dj);
                }
            }
        }
        return offsets.stream().mapToInt(Integer::intValue).toArray();
    }

    int halo() {
        return halo;
    }

    /// The 32 x 32 rows of the block, each at the bits where the window has it; valid until the next call.
    long[] of(long[] rows) {
        Arrays.fill(result, 0);
        System.arraycopy(rows, 0, spread, 0, spread.length);
        for (int reach = 0; reach < rowsByReach.size(); reach++) {
            if (reach > 0) {
                widen(rows, reach);
            }
            for (int offset : rowsByReach.get(reach)) {
                addRows(offset);
            }
        }
        return result;
    }

    private void widen(long[] rows, int by) {
        for (int n = 0; n < spread.length; n++) {
            spread[n] |= rows[n] << by | rows[n] >>> by;
        }
    }

    private void addRows(int offset) {
        for (int k = 0; k < Block.SIDE; k++) {
            int from = offset + k * side;
            int to = k * Block.SIDE;
            for (int j = 0; j < Block.SIDE; j++) {
                result[to + j] |= spread[from + j];
            }
        }
    }
}
