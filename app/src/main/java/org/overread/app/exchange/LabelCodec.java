// SPDX-License-Identifier: Apache-2.0
package org.overread.app.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.BlockGrid;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskBlocks;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.BlockShape;
import org.overread.sync.bundle.object.LayerReader;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.LayerWriter;
import org.overread.sync.bundle.object.ObjectSink;
import org.overread.sync.bundle.object.ObjectSource;
import org.overread.sync.bundle.object.SlabEntry;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;
import org.overread.viewer.volume.GridSize;

/// Masks to the objects of a layer and back, voxel for voxel. Works on the caller's thread and the executor's, which may
/// use as many as it has.
public final class LabelCodec {
    private LabelCodec() {}

    /// The shape of a layer that holds this many segments.
    public static LayerShape shape(GridSize size, int segments) {
        return new LayerShape(
                size.i(),
                size.j(),
                size.k(),
                segments <= ValueType.U8.largest() ? ValueType.U8 : ValueType.U16);
    }

    /// Writes masks that do not overlap; the first is 1.
    ///
    /// @param sink takes objects from several threads
    public static List<SlabEntry> write(
            LayerShape shape,
            List<Mask> masks,
            ObjectSink sink,
            ExecutorService compute,
            int threads)
            throws IOException, InterruptedException {
        var writer = new LayerWriter(shape, sink);
        var next = new AtomicInteger();
        Callable<Boolean> work =
                () -> {
                    var painter = new MaskPainter(shape, masks);
                    var codec = new BlockCodec();
                    for (int block = next.getAndIncrement();
                            block < shape.blocks();
                            block = next.getAndIncrement()) {
                        writer.put(block, painter.paint(block), codec);
                    }
                    return true;
                };
        var others = new ArrayList<Future<Boolean>>();
        for (int n = 1; n < threads; n++) {
            others.add(compute.submit(work));
        }
        try {
            compute.submit(work).get();
            for (Future<Boolean> other : others) {
                other.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new IOException(cause);
            }
            throw new IllegalStateException(e);
        }
        return writer.end();
    }

    /// The masks of a layer, one for each of its segments, in their order.
    public static List<Mask> read(Layer layer, ObjectSource source)
            throws IOException, RefusedException {
        LayerShape shape = layer.shape();
        var size = new GridSize(shape.width(), shape.height(), shape.depth());
        int largest = shape.type().largest();
        var masks = new MaskBlocks[largest + 1];
        for (var segment : layer.segments()) {
            masks[segment.value()] = new MaskBlocks(size);
        }
        var reader = new LayerReader(shape, source);
        List<BlockEntry> entries = reader.entries(layer.slabs());
        var codec = new BlockCodec();
        var cutter = new BlockCutter(new BlockGrid(size), masks);
        for (int block = 0; block < shape.blocks(); block++) {
            BlockEntry entry = entries.get(block);
            if (!entry.equals(new BlockEntry.Uniform(0))) {
                cutter.cut(shape, block, reader.values(block, entry, codec));
            }
        }
        var read = new ArrayList<Mask>();
        for (var segment : layer.segments()) {
            read.add(masks[segment.value()].mask());
        }
        return read;
    }

    /// Values of a layer's block as blocks of masks.
    private static final class BlockCutter {
        private static final int PARTS = BlockShape.SIDE / Block.SIDE;

        private final BlockGrid grid;
        private final MaskBlocks[] masks;
        private final long[][] words;

        BlockCutter(BlockGrid grid, MaskBlocks[] masks) {
            this.grid = grid;
            this.masks = masks;
            words = new long[masks.length][];
        }

        void cut(LayerShape layer, int block, byte[] values) throws RefusedException {
            BlockShape shape = layer.block(block);
            for (int part = 0; part < PARTS * PARTS * PARTS; part++) {
                int i = part % PARTS * Block.SIDE;
                int j = part / PARTS % PARTS * Block.SIDE;
                int k = part / PARTS / PARTS * Block.SIDE;
                if (i < shape.width() && j < shape.height() && k < shape.depth()) {
                    collect(shape, values, i, j, k);
                    put(
                            grid.indexOf(
                                    layer.left(block) + i,
                                    layer.top(block) + j,
                                    layer.front(block) + k));
                }
            }
        }

        private void collect(BlockShape shape, byte[] values, int i, int j, int k)
                throws RefusedException {
            int step = shape.type().bytes();
            for (int z = 0; z < Math.min(Block.SIDE, shape.depth() - k); z++) {
                for (int y = 0; y < Math.min(Block.SIDE, shape.height() - j); y++) {
                    int at = (((k + z) * shape.height() + j + y) * shape.width() + i) * step;
                    for (int x = 0; x < Math.min(Block.SIDE, shape.width() - i); x++) {
                        int value = values[at + x * step] & 0xFF;
                        if (step == 2) {
                            value |= (values[at + x * step + 1] & 0xFF) << 8;
                        }
                        if (value != 0) {
                            set(value, x, y, z);
                        }
                    }
                }
            }
        }

        private void set(int value, int x, int y, int z) throws RefusedException {
            if (words[value] == null) {
                if (masks[value] == null) { // a voxel of a segment that is not listed
                    throw new RefusedException(StatementFault.SEGMENTS);
                }
                words[value] = new long[Block.WORDS];
            }
            words[value][Block.wordOf(y, z)] |= 1L << Block.bitOf(x, y);
        }

        private void put(int index) {
            for (int value = 1; value < words.length; value++) {
                if (words[value] != null) {
                    masks[value].put(index, words[value]);
                    words[value] = null;
                }
            }
        }
    }
}
