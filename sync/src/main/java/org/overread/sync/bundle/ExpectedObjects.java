// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.BlockShape;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.SlabEntry;
import org.overread.sync.bundle.object.SlabTable;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;

/// Which tables and blocks have to come, in their one order: as statements name tables first, and tables blocks.
final class ExpectedObjects {
    /// The most tables of a bundle.
    static final int MOST_TABLES = 65_536;

    /// The most blocks of a bundle.
    static final int MOST_BLOCKS = 1 << 19;

    private final List<Place> tables = new ArrayList<>();
    private final Map<Digest, Place> places = new HashMap<>();
    private final DigestList blocks = new DigestList(MOST_BLOCKS);
    private final NumberList shapes = new NumberList(MOST_BLOCKS);
    private final NumberList lengths = new NumberList(MOST_BLOCKS);
    private final BlockCodec codec = new BlockCodec();
    private int nextTable;
    private int nextBlock;

    private record Place(Digest table, LayerShape layer, int slab) {}

    void expect(Layer layer) throws RefusedException {
        for (int slab = 0; slab < layer.slabs().size(); slab++) {
            if (layer.slabs().get(slab) instanceof SlabEntry.Listed(Digest table)) {
                var place = new Place(table, layer.shape(), slab);
                Place before = places.putIfAbsent(table, place);
                if (before == null) {
                    if (tables.size() == MOST_TABLES) {
                        throw new RefusedException(BundleFault.TOO_MANY);
                    }
                    tables.add(place);
                } else if (!before.equals(place)) {
                    throw new RefusedException(ObjectFault.TABLE_PLACE);
                }
            }
        }
    }

    StoredObject table(Bytes bytes) throws RefusedException {
        StoredObject object = StoredObject.of(bytes);
        if (nextTable == tables.size() || !tables.get(nextTable).table().equals(object.digest())) {
            throw new RefusedException(BundleFault.TABLE_ORDER);
        }
        Place place = tables.get(nextTable++);
        SlabTable table = SlabTable.of(object, place.layer(), place.slab());
        for (int n = 0; n < table.entries().size(); n++) {
            if (table.entries().get(n) instanceof BlockEntry.Stored stored) {
                expect(stored, place.layer().block(place.slab() * LayerShape.SLAB + n));
            }
        }
        return object;
    }

    private void expect(BlockEntry.Stored stored, BlockShape shape) throws RefusedException {
        int before = blocks.find(stored.object());
        if (before >= 0) {
            if (!blocks.second(before).equals(stored.content())
                    || shapes.get(before) != packed(shape)
                    || lengths.get(before) != stored.length()) {
                throw new RefusedException(BundleFault.CONTENT_TWO_WAYS);
            }
            return;
        }
        if (blocks.isFull()) {
            throw new RefusedException(BundleFault.TOO_MANY);
        }
        shapes.set(blocks.count(), packed(shape));
        lengths.set(blocks.count(), stored.length());
        blocks.add(stored.object(), stored.content());
    }

    StoredObject block(Bytes bytes) throws RefusedException {
        requireAllTables();
        StoredObject object = StoredObject.of(bytes);
        if (nextBlock == blocks.count() || !blocks.first(nextBlock).equals(object.digest())) {
            throw new RefusedException(BundleFault.OBJECT_ORDER);
        }
        if (object.bytes().length() != lengths.get(nextBlock)) {
            throw new RefusedException(BundleFault.OBJECT_LENGTH);
        }
        codec.decode(object, unpacked(shapes.get(nextBlock)), blocks.second(nextBlock));
        nextBlock++;
        return object;
    }

    private void requireAllTables() throws RefusedException {
        if (nextTable < tables.size()) {
            throw new RefusedException(BundleFault.TABLE_MISSING);
        }
    }

    void requireAll() throws RefusedException {
        requireAllTables();
        if (nextBlock < blocks.count()) {
            throw new RefusedException(BundleFault.OBJECT_MISSING);
        }
    }

    int tables() {
        return nextTable;
    }

    int blocks() {
        return nextBlock;
    }

    private static int packed(BlockShape shape) {
        return (shape.width() << 24)
                | (shape.height() << 16)
                | (shape.depth() << 8)
                | shape.type().bytes();
    }

    private static BlockShape unpacked(int packed) {
        return new BlockShape(
                packed >>> 24,
                (packed >>> 16) & 0xFF,
                (packed >>> 8) & 0xFF,
                (packed & 0xFF) == ValueType.U8.bytes() ? ValueType.U8 : ValueType.U16);
    }

    /// A number a block, four bytes each.
    private static final class NumberList {
        private static final int CHUNK = 4096;

        private final int[][] chunks;

        NumberList(int most) {
            chunks = new int[(most - 1) / CHUNK + 1][];
        }

        void set(int position, int number) {
            if (chunks[position / CHUNK] == null) {
                chunks[position / CHUNK] = new int[CHUNK];
            }
            chunks[position / CHUNK][position % CHUNK] = number;
        }

        int get(int position) {
            return chunks[position / CHUNK][position % CHUNK];
        }
    }
}
