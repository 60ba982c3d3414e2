// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import org.overread.viewer.volume.GridSize;

/// The rows of one slice: first a bit at every voxel before which an outline crosses its row, then, when filled, a bit
/// for every voxel within the outline.
final class CrossedRows {
    private final int length;
    private final int rows;
    private final int words;
    private final long[] bits;

    CrossedRows(GridSize size) {
        length = size.i();
        rows = size.j();
        words = (length + 63) / 64 + 1; // a crossing may lie behind the last voxel
        bits = new long[words * rows];
    }

    /// A piece of the outline, from one place in columns and rows to another.
    void cross(double fromI, double fromJ, double toI, double toJ) {
        double lowJ = Math.min(fromJ, toJ);
        double highJ = Math.max(fromJ, toJ);
        int first = (int) Math.max(0, Math.floor(lowJ) + 1);
        int last = (int) Math.min(rows - 1.0, Math.floor(highJ));
        if (first > last) {
            return;
        }
        double slope = (toI - fromI) / (toJ - fromJ);
        for (int j = first; j <= last; j++) {
            double at = Math.floor(fromI + (j - fromJ) * slope) + 1;
            int i = (int) Math.max(0, Math.min(at, length));
            bits[j * words + (i >> 6)] ^= 1L << (i & 63);
        }
    }

    /// Fills what lies between crossings; tells how many rows are left open.
    int fill() {
        int open = 0;
        for (int j = 0; j < rows; j++) {
            long carried = 0;
            for (int at = j * words; at < (j + 1) * words; at++) {
                long word = bits[at];
                for (int by = 1; by < 64; by <<= 1) {
                    word ^= word << by;
                }
                word ^= carried;
                bits[at] = word;
                carried = word >> 63; // all ones where the row is inside at the end of the word
            }
            open += carried != 0 ? 1 : 0;
        }
        return open;
    }

    /// 32 voxels of a row, from a multiple of 32 on; beyond the end of the row anything.
    int bits(int i, int j) {
        return (int) (bits[j * words + (i >> 6)] >>> (i & 32));
    }
}
