// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;

/// The blocks of a layer as a version names them.
public final class LayerReader {
    private final LayerShape shape;
    private final ObjectSource source;

    public LayerReader(LayerShape shape, ObjectSource source) {
        this.shape = shape;
        this.source = source;
    }

    /// What is said of every block, in their order; tables are read, blocks are not.
    public List<BlockEntry> entries(List<SlabEntry> slabs) throws IOException, RefusedException {
        var entries = new ArrayList<BlockEntry>(shape.blocks());
        for (int slab = 0; slab < shape.slabs(); slab++) {
            switch (slabs.get(slab)) {
                case SlabEntry.Uniform(int value) ->
                        entries.addAll(
                                Collections.nCopies(
                                        shape.blocksOf(slab), new BlockEntry.Uniform(value)));
                case SlabEntry.Listed(Digest table) ->
                        entries.addAll(SlabTable.of(find(table), shape, slab).entries());
            }
        }
        return entries;
    }

    /// The values of one block.
    public byte[] values(int block, BlockEntry entry, BlockCodec codec)
            throws IOException, RefusedException {
        return switch (entry) {
            case BlockEntry.Uniform(int value) -> BlockCodec.uniform(shape.block(block), value);
            case BlockEntry.Stored(Digest object, Digest content, _) ->
                    codec.decode(find(object), shape.block(block), content);
        };
    }

    private StoredObject find(Digest digest) throws IOException, RefusedException {
        return source.find(digest).orElseThrow(() -> new RefusedException(ObjectFault.MISSING));
    }
}
