// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.util.Arrays;

/// Lets bits flow along a row: 64 voxels in a dozen instructions.
///
/// Adding a bit to the word that allows it carries through the run that it lies in, up to the first voxel that is not
/// allowed. Downwards the same is done with the words turned round.
final class RowSpread {
    private final int perRow;
    private final long[] touched;

    RowSpread(int perRow) {
        this.perRow = perRow;
        touched = new long[perRow];
    }

    /// Adds to a row of `reached` every run of `allowed` that neighbours `from` a row beside it; answers whether
    /// anything was added.
    boolean faces(long[] from, int fromRow, long[] allowed, long[] reached, int row) {
        long any = 0;
        for (int w = 0; w < perRow; w++) {
            long bits = from[fromRow + w] & allowed[row + w] & ~reached[row + w];
            touched[w] = bits;
            any |= bits;
        }
        return any != 0 && spread(allowed, reached, row);
    }

    /// The same where voxels that share an edge or a corner are neighbours too.
    boolean corners(long[] from, int fromRow, long[] allowed, long[] reached, int row) {
        long any = 0;
        for (int w = 0; w < perRow; w++) {
            long here = from[fromRow + w];
            long before = w > 0 ? from[fromRow + w - 1] >>> 63 : 0;
            long after = w + 1 < perRow ? from[fromRow + w + 1] << 63 : 0;
            long wide = here | (here << 1) | before | (here >>> 1) | after;
            long bits = wide & allowed[row + w] & ~reached[row + w];
            touched[w] = bits;
            any |= bits;
        }
        return any != 0 && spread(allowed, reached, row);
    }

    /// Adds the run of `allowed` around one voxel.
    boolean voxel(int i, long[] allowed, long[] reached, int row) {
        long bit = (1L << i) & allowed[row + (i >>> 6)] & ~reached[row + (i >>> 6)];
        if (bit == 0) {
            return false;
        }
        Arrays.fill(touched, 0);
        touched[i >>> 6] = bit;
        return spread(allowed, reached, row);
    }

    private boolean spread(long[] allowed, long[] reached, int row) {
        long carry = 0;
        for (int w = 0; w < perRow; w++) {
            long open = allowed[row + w];
            long start = touched[w] | (carry & open);
            carry = 0;
            if (start != 0) {
                long sum = open + start;
                carry = Long.compareUnsigned(sum, open) < 0 ? 1 : 0;
                touched[w] = ((sum ^ open) | start) & open;
            }
        }
        carry = 0;
        for (int w = perRow - 1; w >= 0; w--) {
            long open = allowed[row + w];
            long start = touched[w] | (carry & open);
            carry = 0;
            if (start != 0) {
                if (((start >>> 1) & open & ~start) != 0 || (start & 1) != 0) {
                    long turned = Long.reverse(open);
                    long begun = Long.reverse(start);
                    long sum = turned + begun;
                    carry = Long.compareUnsigned(sum, turned) < 0 ? Long.MIN_VALUE : 0;
                    start = Long.reverse(((sum ^ turned) | begun) & turned);
                }
                reached[row + w] |= start;
            }
        }
        return true;
    }
}
