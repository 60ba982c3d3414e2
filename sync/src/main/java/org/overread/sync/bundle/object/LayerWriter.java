// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Puts a layer together block by block: objects go to a sink as they come, tables when the layer is complete. Blocks of
/// different numbers may come from several threads where the sink allows that.
public final class LayerWriter {
    private final LayerShape shape;
    private final ObjectSink sink;
    private final AtomicReferenceArray<@Nullable BlockEntry> entries;

    public LayerWriter(LayerShape shape, ObjectSink sink) {
        this.shape = shape;
        this.sink = sink;
        entries = new AtomicReferenceArray<>(new BlockEntry[shape.blocks()]);
    }

    /// The values of a block.
    public void put(int block, byte[] values, BlockCodec codec) throws IOException {
        BlockCodec.Encoded encoded = codec.encode(shape.block(block), values);
        if (encoded instanceof BlockCodec.Encoded.Stored(_, StoredObject object)) {
            sink.put(object);
        }
        entries.set(block, encoded.entry());
    }

    /// A block that is known from an earlier version.
    public void put(int block, BlockEntry entry) {
        entries.set(block, entry);
    }

    /// Ends the layer; blocks that were not put are 0 throughout.
    public List<SlabEntry> end() throws IOException {
        var slabs = new ArrayList<SlabEntry>(shape.slabs());
        for (int slab = 0; slab < shape.slabs(); slab++) {
            var listed = new BlockEntry[shape.blocksOf(slab)];
            for (int n = 0; n < listed.length; n++) {
                BlockEntry entry = entries.get(slab * LayerShape.SLAB + n);
                listed[n] = entry == null ? new BlockEntry.Uniform(0) : entry;
            }
            slabs.add(slab(slab, Arrays.asList(listed)));
        }
        return List.copyOf(slabs);
    }

    private SlabEntry slab(int slab, List<BlockEntry> listed) throws IOException {
        BlockEntry first = listed.getFirst();
        if (first instanceof BlockEntry.Uniform(int value)
                && listed.stream().allMatch(first::equals)) {
            return new SlabEntry.Uniform(value);
        }
        StoredObject table = new SlabTable(shape, slab, listed).toObject();
        sink.put(table);
        return new SlabEntry.Listed(table.digest());
    }
}
