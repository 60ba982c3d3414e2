// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;

/// The blocks of one slab of a layer, in their order.
public record SlabTable(LayerShape layer, int slab, List<BlockEntry> entries) {
    private static final int UNIFORM = 0;
    private static final int STORED = 1;
    private static final int FIXED = StoredObject.HEADER + 8;
    private static final int UNIFORM_BYTES = 3;
    private static final int STORED_BYTES = 1 + 2 * Digest.LENGTH + 4;

    public SlabTable {
        entries = List.copyOf(entries);
        if (slab < 0 || slab >= layer.slabs() || entries.size() != layer.blocksOf(slab)) {
            throw new IllegalArgumentException(
                    "%d entries for slab %d of %s".formatted(entries.size(), slab, layer));
        }
    }

    public StoredObject toObject() {
        int bytes = FIXED;
        for (BlockEntry entry : entries) {
            bytes += entry instanceof BlockEntry.Uniform ? UNIFORM_BYTES : STORED_BYTES;
        }
        ByteBuffer out = ByteBuffer.allocate(bytes);
        out.putInt(StoredObject.MAGIC);
        out.put((byte) ObjectType.TABLE.number()).put((byte) 0);
        out.put((byte) layer.type().bytes());
        out.put((byte) 0).put((byte) 0).put((byte) 0).putShort((short) 0);
        out.putInt(bytes - StoredObject.HEADER);
        out.putShort((short) (layer.width() - 1)).putShort((short) (layer.height() - 1));
        out.putShort((short) (layer.depth() - 1)).putShort((short) slab);
        for (BlockEntry entry : entries) {
            switch (entry) {
                case BlockEntry.Uniform(int value) ->
                        out.put((byte) UNIFORM).putShort((short) value);
                case BlockEntry.Stored(Digest object, Digest content, int length) -> {
                    out.put((byte) STORED);
                    object.write(out);
                    content.write(out);
                    out.putInt(length);
                }
            }
        }
        return StoredObject.made(out.array());
    }

    /// Reads the table of this slab of this layer.
    public static SlabTable of(StoredObject object, LayerShape layer, int slab)
            throws RefusedException {
        ByteBuffer in = object.after(ObjectType.TABLE);
        if (in.get() != 0) {
            throw new RefusedException(ObjectFault.CODEC);
        }
        if (in.get() != layer.type().bytes()) {
            throw new RefusedException(ObjectFault.SHAPE);
        }
        if (in.get() != 0 || in.getInt() != 0) {
            throw new RefusedException(ObjectFault.RESERVED);
        }
        if (in.getInt() != in.remaining()) {
            throw new RefusedException(ObjectFault.SIZE);
        }
        if (in.remaining() < 8) {
            throw new RefusedException(ObjectFault.TRUNCATED);
        }
        if (in.getShort() != layer.width() - 1
                || in.getShort() != layer.height() - 1
                || in.getShort() != layer.depth() - 1
                || in.getShort() != slab) {
            throw new RefusedException(ObjectFault.TABLE_PLACE);
        }
        int count = layer.blocksOf(slab);
        var entries = new ArrayList<BlockEntry>(count);
        while (in.hasRemaining()) {
            if (entries.size() == count) {
                throw new RefusedException(ObjectFault.TABLE_COUNT);
            }
            entries.add(entry(in, layer.type()));
        }
        if (entries.size() != count) {
            throw new RefusedException(ObjectFault.TABLE_COUNT);
        }
        if (entries.getFirst() instanceof BlockEntry.Uniform
                && entries.stream().allMatch(entries.getFirst()::equals)) {
            throw new RefusedException(ObjectFault.TABLE_UNIFORM);
        }
        return new SlabTable(layer, slab, entries);
    }

    private static BlockEntry entry(ByteBuffer in, ValueType type) throws RefusedException {
        return switch (in.get()) {
            case UNIFORM -> {
                require(in, UNIFORM_BYTES - 1);
                int value = in.getShort() & 0xFFFF;
                if (value > type.largest()) {
                    throw new RefusedException(ObjectFault.TABLE_VALUE);
                }
                yield new BlockEntry.Uniform(value);
            }
            case STORED -> {
                require(in, STORED_BYTES - 1);
                Digest object = Digest.read(in);
                Digest content = Digest.read(in);
                int length = in.getInt();
                if (length <= StoredObject.HEADER || length > StoredObject.LARGEST) {
                    throw new RefusedException(ObjectFault.TOO_LARGE);
                }
                yield new BlockEntry.Stored(object, content, length);
            }
            default -> throw new RefusedException(ObjectFault.TABLE_ENTRY);
        };
    }

    private static void require(ByteBuffer in, int bytes) throws RefusedException {
        if (in.remaining() < bytes) {
            throw new RefusedException(ObjectFault.TRUNCATED);
        }
    }
}
