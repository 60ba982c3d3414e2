// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.GridSize;

/// The SHA-256 of scribbles: the volume's size, then for each label, ascending, its number and its blocks with their
/// numbers, all big-endian.
final class ScribbleDigest {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES * Block.WORDS);

    private ScribbleDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(SortedMap<Integer, Mask> scribbles) {
        var made = new ScribbleDigest();
        for (Map.Entry<Integer, Mask> label : scribbles.entrySet()) {
            GridSize size = label.getValue().size();
            made.numbers(label.getKey(), size.i(), size.j(), size.k());
            label.getValue().forEachBlock(made::block);
        }
        return HexFormat.of().formatHex(made.digest.digest());
    }

    private void numbers(int... numbers) {
        buffer.clear();
        for (int number : numbers) {
            buffer.putInt(number);
        }
        digest.update(buffer.flip());
    }

    private void block(int index, Block block) {
        numbers(index);
        buffer.clear();
        for (int w = 0; w < Block.WORDS; w++) {
            buffer.putLong(block.word(w));
        }
        digest.update(buffer.flip());
    }
}
