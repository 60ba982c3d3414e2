// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import org.overread.viewer.volume.GridSize;

/// Grows a set step by step through an allowed set: each step adds the voxels that share a face with it. One thread.
public final class Steps {
    private final GridSize size;
    private final int perRow;
    private final Bits allowed;
    private final BitSlices source;
    private final boolean[] known;
    private final Bits reached;
    private Bits front;

    public Steps(BitSlices allowed) {
        source = allowed;
        size = allowed.size();
        perRow = BitSlices.wordsPerRow(size);
        this.allowed = new Bits(size);
        known = new boolean[size.k()];
        reached = new Bits(size);
        front = new Bits(size);
    }

    public void start(int i, int j, int k) {
        open(k);
        if (allowed.contains(i, j, k)) {
            front.set(i, j, k);
            reached.set(i, j, k);
        }
    }

    /// All that was reached so far.
    public Bits reached() {
        return reached;
    }

    /// The voxels of the last step, or the start.
    public Bits front() {
        return front;
    }

    /// Takes back the last step.
    public void undo() {
        for (int k = 0; k < size.k(); k++) {
            long[] last = front.sliceOrNull(k);
            if (last != null) {
                long[] all = reached.slice(k);
                for (int w = 0; w < all.length; w++) {
                    all[w] &= ~last[w];
                }
            }
        }
        front = new Bits(size);
    }

    /// One step; answers whether anything was added.
    public boolean step() {
        var next = new Bits(size);
        boolean moved = false;
        for (int k = 0; k < size.k(); k++) {
            long[] from = front.sliceOrNull(k);
            if (from == null) {
                continue;
            }
            if (k > 0) {
                moved |= shift(from, 0, k - 1, next);
            }
            if (k + 1 < size.k()) {
                moved |= shift(from, 0, k + 1, next);
            }
            moved |= shift(from, perRow, k, next);
            moved |= shift(from, -perRow, k, next);
            moved |= alongRows(from, k, next);
        }
        front = next;
        return moved;
    }

    /// The front's words, `by` words further on, into slice `k`.
    private boolean shift(long[] from, int by, int k, Bits next) {
        long[] open = open(k);
        long[] all = reached.slice(k);
        long any = 0;
        long[] to = next.sliceOrNull(k);
        for (int w = Math.max(0, -by); w < from.length - Math.max(0, by); w++) {
            if (from[w] != 0) {
                long bits = from[w] & open[w + by] & ~all[w + by];
                if (bits != 0) {
                    to = to == null ? next.slice(k) : to;
                    to[w + by] |= bits;
                    all[w + by] |= bits;
                    any = 1;
                }
            }
        }
        return any != 0;
    }

    private boolean alongRows(long[] from, int k, Bits next) {
        long[] open = open(k);
        long[] all = reached.slice(k);
        boolean any = false;
        for (int w = 0; w < from.length; w++) {
            long here = from[w];
            if (here != 0) {
                any |= add((here << 1) | (here >>> 1), w, k, open, all, next);
                if (here < 0 && (w + 1) % perRow != 0) {
                    any |= add(1, w + 1, k, open, all, next);
                }
                if ((here & 1) != 0 && w % perRow != 0) {
                    any |= add(Long.MIN_VALUE, w - 1, k, open, all, next);
                }
            }
        }
        return any;
    }

    private static boolean add(long bits, int w, int k, long[] open, long[] all, Bits next) {
        long added = bits & open[w] & ~all[w];
        if (added != 0) {
            next.slice(k)[w] |= added;
            all[w] |= added;
        }
        return added != 0;
    }

    private long[] open(int k) {
        long[] words = allowed.slice(k);
        if (!known[k]) {
            source.read(k, words);
            known[k] = true;
        }
        return words;
    }
}
