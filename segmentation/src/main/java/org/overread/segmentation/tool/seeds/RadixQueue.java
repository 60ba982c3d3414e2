// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import java.util.Arrays;

/// A priority queue of voxels for keys that never fall below the last one taken: a radix heap. A voxel waits in the
/// bucket of the highest bit in which its key differs from the last; it moves down at most once a bit. No objects.
final class RadixQueue {
    private static final int BUCKETS = 33;

    private final long[][] entries =
            new long[BUCKETS][64]; // key in the high half, voxel in the low
    private final int[] sizes = new int[BUCKETS];
    private int last;
    private int taken;

    /// `key` is not below the last one taken.
    void push(int key, int voxel) {
        int bucket = 32 - Integer.numberOfLeadingZeros(key ^ last);
        int size = sizes[bucket];
        if (size == entries[bucket].length) {
            entries[bucket] = Arrays.copyOf(entries[bucket], size + (size >> 1));
        }
        entries[bucket][size] = ((long) key << 32) | voxel;
        sizes[bucket] = size + 1;
    }

    /// Whether there was a voxel to take; [#key()] and [#voxel()] then tell of it.
    boolean take() {
        if (sizes[0] == 0 && !refill()) {
            return false;
        }
        taken = (int) entries[0][--sizes[0]];
        return true;
    }

    int key() {
        return last;
    }

    int voxel() {
        return taken;
    }

    /// Forgets all, so that keys may start again from the lowest.
    void clear() {
        Arrays.fill(sizes, 0);
        last = 0;
    }

    private boolean refill() {
        int bucket = 1;
        while (bucket < BUCKETS && sizes[bucket] == 0) {
            bucket++;
        }
        if (bucket == BUCKETS) {
            return false;
        }
        long[] from = entries[bucket];
        int size = sizes[bucket];
        long least = Long.MAX_VALUE;
        for (int n = 0; n < size; n++) {
            least = Math.min(least, from[n]);
        }
        last = (int) (least >>> 32);
        sizes[bucket] = 0;
        for (int n = 0; n < size; n++) {
            push((int) (from[n] >>> 32), (int) from[n]);
        }
        return true;
    }
}
