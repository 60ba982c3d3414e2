// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Comparator;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.work.TimeLimit;

/// The block coder of JPEG 2000 part 1, two blocks at a time: a processor that waits for one goes on with the other.
final class MqBlockCoder implements BlockCoder {
    private final MqBlock first = new MqBlock();
    private final MqBlock second = new MqBlock();
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
        for (int i = 0; i < bySize.size(); i += 2) {
            TimeLimit.check();
            first.open(bySize.get(i), tile, switches);
            if (i + 1 == bySize.size()) {
                while (first.hasPass()) {
                    first.decodePass();
                }
                sink.put(first.rows(), bySize.get(i));
                return;
            }
            second.open(bySize.get(i + 1), tile, switches);
            decodeBoth();
            sink.put(first.rows(), bySize.get(i));
            sink.put(second.rows(), bySize.get(i + 1));
        }
    }

    private void decodeBoth() throws BrokenPictureException {
        while (first.hasPass() && second.hasPass()) {
            if (first.refines() && second.refines()) {
                RefinementPass.both(first, second);
                first.end();
                second.end();
            } else {
                first.decodePass();
                second.decodePass();
            }
        }
        while (first.hasPass()) {
            first.decodePass();
        }
        while (second.hasPass()) {
            second.decodePass();
        }
    }
}
