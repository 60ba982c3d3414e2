// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.overread.segmentation.edit.Change.BlockChange;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskBlocks;

/// The difference of blocks, compressed. It leads from before to after and from after to before alike: voxels that
/// differ are turned over.
final class VoxelDelta {
    private static final int BLOCK_BYTES = Integer.BYTES + Block.WORDS * Long.BYTES;
    private static final int CHUNK = 1 << 14;

    private VoxelDelta() {}

    static byte[] pack(List<BlockChange> blocks) {
        var plain = ByteBuffer.allocate(Math.multiplyExact(blocks.size(), BLOCK_BYTES));
        plain.order(ByteOrder.LITTLE_ENDIAN);
        for (BlockChange block : blocks) {
            plain.putInt(block.index());
            for (int n = 0; n < Block.WORDS; n++) {
                int word = n;
                long before = block.before().map(b -> b.word(word)).orElse(0L);
                long after = block.after().map(b -> b.word(word)).orElse(0L);
                plain.putLong(before ^ after);
            }
        }
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain.flip());
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// Turns over what differs.
    static Mask apply(Mask mask, byte[] packed) {
        var result = new MaskBlocks(mask);
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var plain = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (read(inflater, plain.clear())) {
                int index = plain.getInt();
                long[] words =
                        mask.block(index)
                                .map(Block::toWords)
                                .orElseGet(() -> new long[Block.WORDS]);
                for (int n = 0; n < Block.WORDS; n++) {
                    words[n] ^= plain.getLong();
                }
                result.put(index, words);
            }
            return result.mask();
        } catch (DataFormatException e) {
            throw new IllegalStateException("a step of the history is damaged", e);
        } finally {
            inflater.end();
        }
    }

    /// One block; false at the end.
    private static boolean read(Inflater inflater, ByteBuffer plain) throws DataFormatException {
        while (plain.hasRemaining() && !inflater.finished()) {
            if (inflater.inflate(plain) == 0 && inflater.needsInput() && !inflater.finished()) {
                throw new DataFormatException("cut short");
            }
        }
        if (plain.position() != 0 && plain.hasRemaining()) {
            throw new DataFormatException("a block cut short");
        }
        boolean whole = !plain.hasRemaining();
        plain.flip();
        return whole;
    }
}
