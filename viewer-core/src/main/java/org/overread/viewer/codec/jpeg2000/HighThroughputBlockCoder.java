// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.work.TimeLimit;

/// The block coder of JPEG 2000 part 15 (T.814): one cleanup pass tells all bit planes but the last at once, in quads of
/// 2 x 2, from three interleaved streams; two short passes may add the last plane.
final class HighThroughputBlockCoder implements BlockCoder {
    private static final int MIN_SUFFIX = 2;
    private static final int MAX_SUFFIX = 4079;

    private final HighThroughputCleanup cleanup = new HighThroughputCleanup();
    private final boolean causal;
    private byte[] bytes = new byte[0];
    private int[] values = new int[0];

    /// Significance with a rim of one: 1 since the cleanup, 2 since the propagation.
    private byte[] significant = new byte[0];

    HighThroughputBlockCoder(BlockStyle style) {
        causal = style.has(BlockStyle.CAUSAL);
    }

    @Override
    public void decode(List<CodeBlock> blocks, byte[] tile, Sink sink)
            throws BrokenPictureException {
        for (CodeBlock block : blocks) {
            TimeLimit.check();
            sink.put(decode(block, tile), block);
        }
    }

    private int[] decode(CodeBlock block, byte[] tile) throws BrokenPictureException {
        int width = block.area.width();
        int height = block.area.height();
        int plane = block.band.planes() - 1 - block.missingPlanes;
        if (plane < 0 || block.passes > 3 || (block.passes > 1 && plane == 0)) {
            throw BrokenPictureException.corrupt("a high-throughput block of too many passes");
        }
        int samples = width * height;
        if (values.length < samples) {
            values = new int[samples];
        }
        Arrays.fill(values, 0, samples, 0);
        int total = block.totalBytes();
        if (bytes.length < total) {
            bytes = new byte[2 * total];
        }
        block.copyTo(tile, bytes);
        int length = block.bytesOf(0);
        if (length == 0) {
            return values;
        }
        int suffix =
                length < MIN_SUFFIX
                        ? 0
                        : (bytes[length - 1] & 0xFF) << 4 | (bytes[length - 2] & 0xF);
        if (suffix < MIN_SUFFIX || suffix > Math.min(length, MAX_SUFFIX)) {
            throw BrokenPictureException.corrupt("a high-throughput block without its suffix");
        }
        cleanup.decode(
                bytes, length, suffix, values, width, height, plane, block.missingPlanes + 2);
        if (block.passes > 1) {
            prepareRefinement(width, height);
            int end = length + block.bytesOf(1);
            propagate(new ForwardBits(bytes, length, end, 0), width, height, plane - 1);
            if (block.passes > 2) {
                refine(BackwardBits.ofRefinement(bytes, length, end), width, height, plane);
            }
        }
        return values;
    }

    private void prepareRefinement(int width, int height) {
        int stride = width + 2;
        significant = new byte[stride * (height + 2)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (values[y * width + x] != 0) {
                    significant[(y + 1) * stride + x + 1] = 1;
                }
            }
        }
    }

    private void propagate(ForwardBits in, int width, int height, int plane) {
        int[] fresh = new int[16];
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(top + 4, height);
            for (int left = 0; left < width; left += 4) {
                int right = Math.min(left + 4, width);
                int found = 0;
                for (int x = left; x < right; x++) {
                    for (int y = top; y < bottom; y++) {
                        if (isBesideSignificant(x, y, width, causal && y == top + 3)
                                && in.bits(1) != 0) {
                            significant[(y + 1) * (width + 2) + x + 1] = 2;
                            fresh[found++] = y * width + x;
                        }
                    }
                }
                // the signs of a group of 4 x 4 follow together
                for (int i = 0; i < found; i++) {
                    values[fresh[i]] = 3 << plane | in.bits(1) << 31;
                }
            }
        }
    }

    private boolean isBesideSignificant(int x, int y, int width, boolean blindBelow) {
        int stride = width + 2;
        int at = (y + 1) * stride + x + 1;
        if (significant[at] != 0) {
            return false;
        }
        int around =
                significant[at - stride - 1]
                        | significant[at - stride]
                        | significant[at - stride + 1]
                        | significant[at - 1]
                        | significant[at + 1];
        if (!blindBelow) {
            around |=
                    significant[at + stride - 1]
                            | significant[at + stride]
                            | significant[at + stride + 1];
        }
        return around != 0;
    }

    private void refine(BackwardBits in, int width, int height, int plane) {
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(top + 4, height);
            for (int x = 0; x < width; x++) {
                for (int y = top; y < bottom; y++) {
                    if (significant[(y + 1) * (width + 2) + x + 1] == 1) {
                        int at = y * width + x;
                        values[at] ^= (1 - in.bits(1)) << plane;
                        values[at] |= 1 << (plane - 1);
                    }
                }
            }
        }
    }
}
