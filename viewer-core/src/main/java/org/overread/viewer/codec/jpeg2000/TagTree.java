// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.BrokenPictureException;

/// A tag tree (T.800 B.10.2): numbers on a grid, told bit by bit through the least of each 2 x 2 group.
final class TagTree {
    private static final int MAX_LEVELS = 16;

    private final int levels;
    private final int[] widths;
    private final int[] starts;

    /// What a number is known to be at least.
    private final int[] low;

    private final boolean[] known;

    TagTree(int width, int height) {
        widths = new int[MAX_LEVELS];
        starts = new int[MAX_LEVELS];
        int w = width;
        int h = height;
        int level = 0;
        int total = 0;
        while (true) {
            widths[level] = w;
            starts[level] = total;
            total += w * h;
            level++;
            if (w * h <= 1) {
                break;
            }
            w = (w + 1) / 2;
            h = (h + 1) / 2;
        }
        levels = level;
        low = new int[total];
        known = new boolean[total];
    }

    /// Reads until it is known whether the number at (x, y) is below `threshold`; then its lower bound.
    int read(int x, int y, int threshold, PacketBits bits) throws BrokenPictureException {
        int bound = 0;
        for (int level = levels - 1; level >= 0; level--) {
            int node = starts[level] + (y >> level) * widths[level] + (x >> level);
            if (low[node] < bound) {
                low[node] = bound;
            }
            while (low[node] < threshold && !known[node]) {
                if (bits.bit() != 0) {
                    known[node] = true;
                } else {
                    low[node]++;
                }
            }
            bound = low[node];
        }
        return bound;
    }

    /// Whether the number at (x, y) has been told.
    boolean isKnown(int x, int y) {
        return known[y * widths[0] + x];
    }
}
