// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.watershed;

import java.util.Arrays;

/// Voxels that wait, lowest height first and of equal heights the one that came first, for heights that never fall below
/// the last one taken; a voxel waits once. A radix heap of linked lists: four bytes a voxel and no objects.
///
/// Voxels of one height are always in one bucket and keep their order there, so that buckets may be dealt out anew
/// without a tie ever being broken differently.
final class HeightQueue {
    private static final int NONE = -1;

    private final int[] heights;
    private final int[] next;
    private final int[] heads = new int[33];
    private final int[] tails = new int[33];
    private int lowest = Integer.MIN_VALUE;

    /// `heights` are [#key]s; they are read when a voxel is pushed and taken.
    HeightQueue(int[] heights) {
        this.heights = heights;
        next = new int[heights.length];
        Arrays.fill(heads, NONE);
    }

    /// A whole number in the order of the floats; both zeros are one.
    static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /// A height below the last one taken counts as that.
    void push(int voxel) {
        if (heights[voxel] < lowest) {
            heights[voxel] = lowest;
        }
        append(voxel);
    }

    private void append(int voxel) {
        int bucket = 32 - Integer.numberOfLeadingZeros(heights[voxel] ^ lowest);
        if (heads[bucket] == NONE) {
            heads[bucket] = voxel;
        } else {
            next[tails[bucket]] = voxel;
        }
        tails[bucket] = voxel;
        next[voxel] = NONE;
    }

    /// The next voxel, or -1.
    int take() {
        if (heads[0] == NONE && !deal()) {
            return NONE;
        }
        int voxel = heads[0];
        heads[0] = next[voxel];
        return voxel;
    }

    private boolean deal() {
        int bucket = 1;
        while (bucket < heads.length && heads[bucket] == NONE) {
            bucket++;
        }
        if (bucket == heads.length) {
            return false;
        }
        int first = heads[bucket];
        heads[bucket] = NONE;
        int least = Integer.MAX_VALUE;
        for (int n = first; n != NONE; n = next[n]) {
            least = Math.min(least, heights[n]);
        }
        lowest = least;
        for (int n = first; n != NONE; ) {
            int after = next[n];
            append(n);
            n = after;
        }
        return true;
    }
}
