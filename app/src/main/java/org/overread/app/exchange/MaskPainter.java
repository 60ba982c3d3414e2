// SPDX-License-Identifier: Apache-2.0
package org.overread.app.exchange;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.sync.bundle.object.BlockShape;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.ValueType;

/// Masks as the values of a layer's blocks: the first mask is 1. Keeps a buffer, so it belongs to one thread.
final class MaskPainter {
    private static final int PARTS = BlockShape.SIDE / Block.SIDE;

    private final LayerShape layer;
    private final List<Mask> masks;
    private final byte[] values;

    MaskPainter(LayerShape layer, List<Mask> masks) {
        this.layer = layer;
        this.masks = masks;
        values =
                new byte
                        [BlockShape.SIDE
                                * BlockShape.SIDE
                                * BlockShape.SIDE
                                * layer.type().bytes()];
    }

    /// The values of a block; they hold until the next call.
    byte[] paint(int block) {
        BlockShape shape = layer.block(block);
        Arrays.fill(values, 0, shape.bytes(), (byte) 0);
        int bi = layer.left(block) / Block.SIDE;
        int bj = layer.top(block) / Block.SIDE;
        int bk = layer.front(block) / Block.SIDE;
        int value = 1;
        for (Mask mask : masks) {
            int acrossI = Math.min(PARTS, mask.grid().acrossI() - bi);
            int acrossJ = Math.min(PARTS, mask.grid().acrossJ() - bj);
            int acrossK = Math.min(PARTS, mask.grid().acrossK() - bk);
            for (int k = 0; k < acrossK; k++) {
                for (int j = 0; j < acrossJ; j++) {
                    for (int i = 0; i < acrossI; i++) {
                        @Nullable Block part = mask.block(bi + i, bj + j, bk + k);
                        if (part != null) {
                            paint(part, shape, i, j, k, value);
                        }
                    }
                }
            }
            value++;
        }
        return values;
    }

    private void paint(Block part, BlockShape shape, int i, int j, int k, int value) {
        int depth = Math.min(Block.SIDE, shape.depth() - k * Block.SIDE);
        int height = Math.min(Block.SIDE, shape.height() - j * Block.SIDE);
        int width = Math.min(Block.SIDE, shape.width() - i * Block.SIDE);
        boolean full = part.isFull();
        for (int z = 0; z < depth; z++) {
            for (int y = 0; y < height; y++) {
                int at =
                        ((k * Block.SIDE + z) * shape.height() + j * Block.SIDE + y) * shape.width()
                                + i * Block.SIDE;
                if (full) {
                    fill(at, at + width, value);
                } else {
                    row((int) (part.word(Block.wordOf(y, z)) >>> Block.bitOf(0, y)), at, value);
                }
            }
        }
    }

    private void row(int bits, int at, int value) {
        int rest = bits;
        while (rest != 0) {
            int from = Integer.numberOfTrailingZeros(rest);
            int to = from + Integer.numberOfTrailingZeros(~(rest >>> from));
            fill(at + from, at + to, value);
            rest = to >= Integer.SIZE ? 0 : rest & (-1 << to);
        }
    }

    private void fill(int from, int to, int value) {
        if (layer.type() == ValueType.U8) {
            Arrays.fill(values, from, to, (byte) value);
            return;
        }
        for (int n = 2 * from; n < 2 * to; n += 2) {
            values[n] = (byte) value;
            values[n + 1] = (byte) (value >>> 8);
        }
    }
}
