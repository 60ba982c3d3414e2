// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.BrokenPictureException;

/// A code-block of JPEG 2000 part 1 while it is decoded (T.800 Annex D): three passes over each bit plane, arithmetically
/// coded by what the eight neighbours are known to be, or raw. The first plane has only the last of them.
final class MqBlock {
    /// The first pass that may be raw: significance of the fifth plane.
    private static final int FIRST_RAW_PASS = 10;

    private static final int PROPAGATE = 0;
    private static final int REFINE = 1;
    private static final int CLEAN_UP = 2;

    private final CodeBlock block;
    private final int switches;
    private final MqMemory memory;
    private final MqDecoder mq;

    /// By number.
    private final int[] values;

    private final byte[] bytes;
    private final byte[] contexts;
    private final CleanupPass cleanup;
    private final RawPasses bypass;
    private int plane;
    private int pass = CLEAN_UP;
    private int done;
    private int codeword = -1;
    private int passesInCodeword;
    private int at;
    private boolean isRaw;

    MqBlock(CodeBlock block, byte[] tile, int switches, MqMemory memory)
            throws BrokenPictureException {
        this.block = block;
        this.switches = switches;
        this.memory = memory;
        plane = block.band.planes() - block.missingPlanes - 1;
        if (block.passes > 3 * plane + 1) {
            throw BrokenPictureException.corrupt("a JPEG 2000 code-block of too many passes");
        }
        values = memory.clear(block.area, has(BlockStyle.CAUSAL));
        bytes = memory.bytes(block.totalBytes());
        block.copyTo(tile, bytes);
        contexts = MqContexts.ofInsignificant(block.band.kind());
        cleanup = new CleanupPass(memory.sets(), memory.columns(), values, contexts);
        bypass = new RawPasses(memory.sets(), memory.columns(), values);
        mq = memory.mq();
        mq.resetContexts();
    }

    boolean hasPass() {
        return done < block.passes;
    }

    /// Whether the next pass tells of significance and is not raw; it begins with that.
    boolean propagates() {
        begin();
        return pass == PROPAGATE && !isRaw;
    }

    /// Whether the next pass is a refinement that is not raw; it begins with that.
    boolean refines() {
        begin();
        return pass == REFINE && !isRaw;
    }

    SignificancePass significance() {
        return new SignificancePass(memory.sets(), memory.columns(), values, contexts, plane);
    }

    RefinementPass refinement() {
        return new RefinementPass(memory.sets(), values, plane);
    }

    MqDecoder codeword() {
        return mq;
    }

    void decodePass() throws BrokenPictureException {
        begin();
        if (pass == PROPAGATE && isRaw) {
            bypass.propagate(plane, memory.raw());
        } else if (pass == PROPAGATE) {
            SignificancePass.alone(this);
        } else if (pass == REFINE && isRaw) {
            bypass.refine(plane, memory.raw());
        } else if (pass == REFINE) {
            RefinementPass.alone(this);
        } else {
            cleanup.decode(plane, mq);
            checkSegment();
        }
        end();
    }

    private void begin() {
        while (passesInCodeword == 0) {
            at += codeword < 0 ? 0 : block.bytesOf(codeword);
            codeword++;
            passesInCodeword = block.passesOf(codeword);
            isRaw = has(BlockStyle.BYPASS) && done >= FIRST_RAW_PASS && pass != CLEAN_UP;
            if (isRaw) {
                memory.raw().begin(bytes, at, at + block.bytesOf(codeword));
            } else {
                mq.begin(bytes, at, block.bytesOf(codeword));
            }
        }
    }

    void end() {
        if (pass == CLEAN_UP) {
            plane--;
        }
        pass = (pass + 1) % 3;
        done++;
        passesInCodeword--;
        if (has(BlockStyle.RESET)) {
            mq.resetContexts();
        }
    }

    /// The coefficients row by row.
    int[] rows() {
        int width = block.area.width();
        int height = block.area.height();
        int[] rows = memory.rows(width * height);
        for (int y = 0; y < height; y++) {
            int from = memory.sets().startOfRow(y);
            for (int x = 0; x < width; x++) {
                rows[y * width + x] = values[from + 4 * x];
            }
        }
        return rows;
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
