// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// The block coder of JPEG 2000 part 1 (T.800 Annex D): three passes over each bit plane, arithmetically coded by what
/// the eight neighbours are known to be, or raw.
final class MqBlockCoder implements BlockCoder {
    /// The first pass that may be raw: significance of the fifth plane.
    private static final int FIRST_RAW_PASS = 10;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final Columns columns = new Columns();
    private int[] values = new int[0];
    private byte[] bytes = new byte[0];
    private int switches;

    /// Itself, for blocks of another style.
    MqBlockCoder withStyle(BlockStyle style) {
        switches = style.switches();
        return this;
    }

    @Override
    public int[] decode(CodeBlock block, byte[] tile, Band band) throws BrokenPictureException {
        int plane = band.planes() - block.missingPlanes - 1;
        if (block.passes > 3 * plane + 1) {
            throw BrokenPictureException.corrupt("a JPEG 2000 code-block of too many passes");
        }
        prepare(block, tile);
        int width = block.area.width();
        int height = block.area.height();
        CodingPasses coded = new CodingPasses(columns, values, width, height, band.kind());
        RawPasses bypass = new RawPasses(columns, values, width, height);
        mq.resetContexts();
        int at = 0;
        int pass =
                2; // of three in a plane: significance, refinement, cleanup; the first has only the
        // last
        int done = 0;
        for (int codeword = 0; codeword < block.codewords(); codeword++) {
            boolean isRaw = has(BlockStyle.BYPASS) && done >= FIRST_RAW_PASS && pass < 2;
            int length = block.bytesOf(codeword);
            if (isRaw) {
                raw.begin(bytes, at, at + length);
            } else {
                mq.begin(bytes, at, length);
            }
            for (int i = 0; i < block.passesOf(codeword); i++, done++) {
                switch (pass) {
                    case 0 -> {
                        if (isRaw) {
                            bypass.propagate(plane, raw);
                        } else {
                            coded.propagate(plane, mq);
                        }
                    }
                    case 1 -> {
                        if (isRaw) {
                            bypass.refine(plane, raw);
                        } else {
                            coded.refine(plane, mq);
                        }
                    }
                    default -> {
                        coded.cleanUp(plane, mq);
                        checkSegment();
                        plane--;
                    }
                }
                pass = (pass + 1) % 3;
                if (has(BlockStyle.RESET)) {
                    mq.resetContexts();
                }
            }
            at += length;
        }
        return values;
    }

    private void prepare(CodeBlock block, byte[] tile) {
        int width = block.area.width();
        int height = block.area.height();
        columns.clear(width, height, has(BlockStyle.CAUSAL));
        int samples = width * height;
        if (values.length < samples) {
            values = new int[samples];
        } else {
            Arrays.fill(values, 0, samples, 0);
        }
        int total = block.totalBytes();
        if (bytes.length < total) {
            bytes = new byte[2 * total];
        }
        block.copyTo(tile, bytes);
    }

    private void checkSegment() throws BrokenPictureException {
        if (!has(BlockStyle.SEGMENT_SYMBOLS)) {
            return;
        }
        int symbol = 0;
        for (int i = 0; i < 4; i++) {
            symbol = symbol << 1 | mq.decode(MqContexts.UNIFORM);
        }
        if (symbol != 0xA) {
            throw BrokenPictureException.corrupt("a JPEG 2000 segmentation symbol");
        }
    }

    private boolean has(int flag) {
        return (switches & flag) != 0;
    }
}
