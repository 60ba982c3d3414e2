// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.work.TimeLimit;

/// Reads the packets of one tile (T.800 B.9, B.10): which code-blocks get how many passes and bytes.
final class PacketReader {
    private final byte[] bytes;
    private final int limit;
    private final Parameters parameters;
    private int position;

    PacketReader(byte[] bytes, int start, int limit, Parameters parameters) {
        this.bytes = bytes;
        this.limit = limit;
        this.parameters = parameters;
        position = start;
    }

    /// The packet of a precinct and layer, unless an earlier progression had it.
    void read(Precinct precinct, int layer) throws BrokenPictureException {
        TimeLimit.check();
        if (layer != precinct.nextLayer || layer >= parameters.layers()) {
            return;
        }
        precinct.nextLayer++;
        if (parameters.mayHavePacketStarts() && markerHere(0x91)) {
            position = Math.min(limit, position + 6);
        }
        PacketBits bits = new PacketBits(bytes, position, limit);
        boolean empty = bits.bit() == 0;
        if (!empty) {
            for (Precinct.Part part : precinct.parts()) {
                readPart(part, precinct.style(), layer, bits);
            }
        }
        position = bits.align();
        if (parameters.mayHaveHeaderEnds() && markerHere(0x92)) {
            position += 2;
        }
        if (!empty) {
            for (Precinct.Part part : precinct.parts()) {
                takeBytes(part);
            }
        }
    }

    private boolean markerHere(int low) {
        return position + 1 < limit
                && bytes[position] == (byte) 0xFF
                && (bytes[position + 1] & 0xFF) == low;
    }

    private static void readPart(Precinct.Part part, BlockStyle style, int layer, PacketBits bits)
            throws BrokenPictureException {
        for (int y = 0; y < part.down; y++) {
            for (int x = 0; x < part.across; x++) {
                CodeBlock block = part.blocks[y * part.across + x];
                block.newBytes = 0;
                if (!isIncluded(part, block, x, y, layer, bits)) {
                    continue;
                }
                int passes = passes(bits);
                while (bits.bit() != 0) {
                    if (++block.lengthBits > 31) {
                        throw BrokenPictureException.corrupt("a JPEG 2000 code-block length");
                    }
                }
                if (style.has(BlockStyle.HIGH_THROUGHPUT)) {
                    readHighThroughputLengths(block, passes, bits);
                } else {
                    readLengths(block, style, passes, bits);
                }
            }
        }
    }

    private static boolean isIncluded(
            Precinct.Part part, CodeBlock block, int x, int y, int layer, PacketBits bits)
            throws BrokenPictureException {
        if (block.included) {
            return bits.bit() != 0;
        }
        part.inclusion.read(x, y, layer + 1, bits);
        if (!part.inclusion.isKnown(x, y)) {
            return false;
        }
        int planes = part.band.planes();
        int missing = 0;
        while (!part.missingPlanes.isKnown(x, y)) {
            missing = part.missingPlanes.read(x, y, missing + 1, bits);
            if (missing > planes) {
                throw BrokenPictureException.corrupt("a JPEG 2000 code-block below its last plane");
            }
        }
        block.included = true;
        block.missingPlanes = missing;
        return true;
    }

    private static int passes(PacketBits bits) throws BrokenPictureException {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int two = bits.bits(2);
        if (two < 3) {
            return 3 + two;
        }
        int five = bits.bits(5);
        return five < 31 ? 6 + five : 37 + bits.bits(7);
    }

    private static void readLengths(
            CodeBlock block, BlockStyle style, int newPasses, PacketBits bits)
            throws BrokenPictureException {
        int left = newPasses;
        while (left > 0) {
            int done = block.passes;
            boolean fresh = done == 0 || endsCodeword(style, done - 1);
            int count = 1;
            while (count < left && !endsCodeword(style, done + count - 1)) {
                count++;
            }
            addLength(block, count, 0, fresh, bits);
            left -= count;
        }
    }

    /// Whether a pass (0 is the first cleanup) is the last of its codeword.
    private static boolean endsCodeword(BlockStyle style, int pass) {
        if (style.has(BlockStyle.TERMINATE)) {
            return true;
        }
        // the fourth cleanup ends the first; then raw pairs and cleanups take turns
        return style.has(BlockStyle.BYPASS) && pass >= 9 && pass % 3 != 1;
    }

    private static void readHighThroughputLengths(CodeBlock block, int newPasses, PacketBits bits)
            throws BrokenPictureException {
        if (block.passes > 0) {
            throw BrokenPictureException.unsupported("a high-throughput block in several layers");
        }
        // groups of three passes without bytes stand for bit planes that were left out
        int placeholders = (newPasses - 1) / 3;
        block.missingPlanes += placeholders;
        int coded = newPasses - 3 * placeholders;
        addLength(block, 1, log2(3 * placeholders + 1), true, bits);
        if (coded > 1) {
            addLength(block, coded - 1, 0, true, bits);
        }
    }

    private static void addLength(
            CodeBlock block, int passes, int moreBits, boolean fresh, PacketBits bits)
            throws BrokenPictureException {
        int count = block.lengthBits + log2(passes) + moreBits;
        if (count > 31) {
            throw BrokenPictureException.corrupt("a JPEG 2000 code-block length");
        }
        int length = bits.bits(count);
        block.add(passes, length, fresh);
        long total = (long) block.newBytes + length;
        if (total > Integer.MAX_VALUE) {
            throw BrokenPictureException.truncated("a JPEG 2000 packet");
        }
        block.newBytes = (int) total;
    }

    private void takeBytes(Precinct.Part part) throws BrokenPictureException {
        for (CodeBlock block : part.blocks) {
            if (block.newBytes > limit - position) {
                throw BrokenPictureException.truncated("a JPEG 2000 packet");
            }
            block.addPiece(position, block.newBytes);
            position += block.newBytes;
            block.newBytes = 0;
        }
    }

    private static int log2(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }
}
