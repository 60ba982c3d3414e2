// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// A code-block of JPEG 2000 part 1 while it is decoded (T.800 Annex D): three passes over each bit plane, arithmetically
/// coded by what the eight neighbours are known to be, or raw. The first plane has only the last of them.
final class MqBlock {
    /// The first pass that may be raw: significance of the fifth plane.
    private static final int FIRST_RAW_PASS = 10;

    private static final int PROPAGATE = 0;
    private static final int REFINE = 1;
    private static final int CLEAN_UP = 2;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final ScanSets sets = new ScanSets();
    private final Columns columns = new Columns();

    /// By number.
    private int[] values = new int[0];

    private int[] rows = new int[0];
    private byte[] bytes = new byte[0];

    private CodeBlock block;
    private int switches;
    private CodingPasses coded;
    private RawPasses bypass;
    private int plane;
    private int pass;
    private int done;
    private int codeword;
    private int passesInCodeword;
    private int at;
    private boolean isRaw;

    void open(CodeBlock opened, byte[] tile, int style) throws BrokenPictureException {
        block = opened;
        switches = style;
        plane = block.band.planes() - block.missingPlanes - 1;
        if (block.passes > 3 * plane + 1) {
            throw BrokenPictureException.corrupt("a JPEG 2000 code-block of too many passes");
        }
        sets.clear(block.area.width(), block.area.height(), has(BlockStyle.CAUSAL));
        columns.clear(sets, has(BlockStyle.CAUSAL));
        int numbers = sets.words() << ScanSets.WORD_BITS;
        if (values.length < numbers) {
            values = new int[numbers];
        } else {
            Arrays.fill(values, 0, numbers, 0);
        }
        int total = block.totalBytes();
        if (bytes.length < total) {
            bytes = new byte[2 * total];
        }
        block.copyTo(tile, bytes);
        coded = new CodingPasses(sets, columns, values, block.band.kind());
        bypass = new RawPasses(sets, columns, values);
        mq.resetContexts();
        pass = CLEAN_UP;
        done = 0;
        codeword = -1;
        passesInCodeword = 0;
        at = 0;
    }

    boolean hasPass() {
        return done < block.passes;
    }

    /// Whether the next pass is a refinement that is not raw; it begins with that.
    boolean refines() {
        begin();
        return pass == REFINE && !isRaw;
    }

    RefinementPass refinement() {
        return RefinementPass.of(sets, values, plane);
    }

    MqDecoder codeword() {
        return mq;
    }

    void decodePass() throws BrokenPictureException {
        begin();
        if (pass == PROPAGATE && isRaw) {
            bypass.propagate(plane, raw);
        } else if (pass == PROPAGATE) {
            coded.propagate(plane, mq);
        } else if (pass == REFINE && isRaw) {
            bypass.refine(plane, raw);
        } else if (pass == REFINE) {
            RefinementPass.alone(this);
        } else {
            coded.cleanUp(plane, mq);
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
                raw.begin(bytes, at, at + block.bytesOf(codeword));
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
        if (rows.length < width * height) {
            rows = new int[width * height];
        }
        for (int y = 0; y < height; y++) {
            int from = sets.startOfRow(y);
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
