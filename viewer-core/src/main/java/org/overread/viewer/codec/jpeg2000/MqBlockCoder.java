// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Comparator;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.work.TimeLimit;

/// The block coder of JPEG 2000 part 1, two blocks at a time: a processor that waits for one goes on with the other.
final class MqBlockCoder implements BlockCoder {
    private final MqMemory memory = new MqMemory();
    private final MqMemory memoryToo = new MqMemory();
    private int switches;

    /// Itself, for blocks of another style.
    MqBlockCoder withStyle(BlockStyle style) {
        switches = style.switches();
        return this;
    }

    @Override
    public void decode(List<CodeBlock> blocks, byte[] tile, Sink sink)
            throws BrokenPictureException {
        List<CodeBlock> bySize =
                blocks.stream().sorted(Comparator.comparingInt(CodeBlock::totalBytes)).toList();
        int odd = bySize.size() % 2;
        if (odd == 1) {
            var block = new MqBlock(bySize.getFirst(), tile, switches, memory);
            finish(block);
            sink.put(block.rows(), bySize.getFirst());
        }
        for (int i = odd; i < bySize.size(); i += 2) {
            TimeLimit.check();
            var first = new MqBlock(bySize.get(i), tile, switches, memory);
            var second = new MqBlock(bySize.get(i + 1), tile, switches, memoryToo);
            decodeBoth(first, second);
            sink.put(first.rows(), bySize.get(i));
            sink.put(second.rows(), bySize.get(i + 1));
        }
    }

    /// Both begin with the same pass of three, so they come to the same passes together.
    private static void decodeBoth(MqBlock first, MqBlock second) throws BrokenPictureException {
        while (first.hasPass() && second.hasPass()) {
            if (first.propagates() && second.propagates()) {
                SignificancePass.both(first, second);
                first.end();
                second.end();
            } else if (first.refines() && second.refines()) {
                RefinementPass.both(first, second);
                first.end();
                second.end();
            } else {
                first.decodePass();
                second.decodePass();
            }
        }
        finish(first);
        finish(second);
    }

    private static void finish(MqBlock block) throws BrokenPictureException {
        while (block.hasPass()) {
            block.decodePass();
        }
    }
}
