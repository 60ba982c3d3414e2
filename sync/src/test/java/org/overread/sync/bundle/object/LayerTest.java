// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

final class LayerTest {
    private static final Digest ONE = Bytes.of((byte) 1).digest();
    private static final Digest TWO = Bytes.of((byte) 2).digest();

    @Test
    void aWholeBodyHasTenSlabsOfSixtyFourBlocks() {
        var shape = new LayerShape(512, 512, 600, ValueType.U8);
        assertEquals(640, shape.blocks());
        assertEquals(10, shape.slabs());
        assertEquals(64, shape.blocksOf(9));
        assertEquals(new BlockShape(64, 64, 24, ValueType.U8), shape.block(639));
        assertEquals(4096, new LayerShape(4096, 4096, 4096, ValueType.U16).slabs());
    }

    @Test
    void aLayerComesBackAndBlocksOfOneValueCostNoObject() throws IOException, RefusedException {
        var shape = new LayerShape(130, 70, 65, ValueType.U16);
        var store = new ObjectsInMemory();
        var writer = new LayerWriter(shape, store);
        var codec = new BlockCodec();
        var random = new Random(1);
        var values = new ArrayList<byte[]>();
        for (int block = 0; block < shape.blocks(); block++) {
            byte[] some = BlockCodec.uniform(shape.block(block), block);
            if (block % 3 == 1) {
                some[random.nextInt(some.length)] ^= 1;
            }
            values.add(some);
            writer.put(block, some, codec);
        }
        List<SlabEntry> slabs = writer.end();
        assertEquals(12, shape.blocks());
        assertEquals(1, slabs.size());
        assertEquals(4 + 1, store.count()); // every third block, and the table
        var reader = new LayerReader(shape, store);
        List<BlockEntry> entries = reader.entries(slabs);
        for (int block = 0; block < shape.blocks(); block++) {
            assertArrayEquals(
                    values.get(block), reader.values(block, entries.get(block), codec), "" + block);
        }
    }

    @Test
    void aSlabOfOneValueCostsNothing() throws IOException {
        var store = new ObjectsInMemory();
        var slabs = new LayerWriter(new LayerShape(512, 512, 128, ValueType.U8), store).end();
        assertEquals(List.of("u:0", "u:0"), slabs.stream().map(SlabEntry::text).toList());
        assertEquals(0, store.count());
    }

    @Test
    void aTableIsSpelledAsTheFormatSays() throws RefusedException {
        var layer = new LayerShape(100, 64, 10, ValueType.U8);
        var table =
                new SlabTable(
                        layer,
                        0,
                        List.of(new BlockEntry.Uniform(9), new BlockEntry.Stored(ONE, TWO, 300)));
        StoredObject object = table.toObject();
        assertEquals(
                "4f564f31"
                        + "0200"
                        + "01000000"
                        + "0000"
                        + "00000050"
                        + "0063003f00090000"
                        + "000009"
                        + "01"
                        + ONE.hex()
                        + TWO.hex()
                        + "0000012c",
                object.bytes().toHex());
        assertEquals(table, SlabTable.of(object, layer, 0));
    }

    @Test
    void aTableThatDoesNotFitIsRefused() throws RefusedException {
        var layer = new LayerShape(100, 64, 10, ValueType.U8);
        String head = "4f564f31" + "0200" + "01000000" + "0000";
        String place = "0063003f00090000";
        String nine = "000009";
        refused(ObjectFault.TABLE_COUNT, layer, head + "0000000b" + place + nine);
        refused(ObjectFault.TABLE_COUNT, layer, head + "00000011" + place + nine + nine + nine);
        refused(ObjectFault.TABLE_VALUE, layer, head + "0000000e" + place + nine + "000100");
        refused(ObjectFault.TABLE_ENTRY, layer, head + "0000000e" + place + nine + "020000");
        refused(
                ObjectFault.TABLE_PLACE,
                layer,
                head + "0000000e" + "0063003f00090001" + nine + nine);
        refused(
                ObjectFault.TABLE_PLACE,
                layer,
                head + "0000000e" + "0062003f00090000" + nine + nine);
        refused(ObjectFault.SIZE, layer, head + "0000000d" + place + nine + nine);
        refused(ObjectFault.TRUNCATED, layer, head + "0000000d" + place + nine + "0000");
        refused(ObjectFault.TRUNCATED, layer, head + "0000000d" + place + nine + "0100");
        refused(ObjectFault.TRUNCATED, layer, head + "00000003" + "006300");
        refused(ObjectFault.SHAPE, layer, "4f564f3102000200000000000000000e" + place + nine + nine);
        refused(
                ObjectFault.RESERVED,
                layer,
                "4f564f3102000101000000000000000e" + place + nine + nine);
        refused(ObjectFault.CODEC, layer, "4f564f3102010100000000000000000e" + place + nine + nine);
        refused(
                ObjectFault.TOO_LARGE,
                layer,
                head + "00000050" + place + nine + "01" + ONE.hex() + TWO.hex() + "00100000");
    }

    @Test
    void aMissingObjectIsNamed() {
        var layer = new LayerShape(100, 64, 10, ValueType.U8);
        Refused.with(
                ObjectFault.MISSING,
                () ->
                        new LayerReader(layer, new ObjectsInMemory())
                                .entries(List.of(new SlabEntry.Listed(ONE))));
    }

    @Test
    void anEditChangesOneBlockAndOneTable() throws IOException, RefusedException {
        var shape = new LayerShape(512, 512, 600, ValueType.U8);
        var store = new ObjectsInMemory();
        var codec = new BlockCodec();
        var first = new LayerWriter(shape, store);
        for (int block = 0; block < shape.blocks(); block++) {
            byte[] values = BlockCodec.uniform(shape.block(block), 1);
            values[block] = 2;
            first.put(block, values, codec);
        }
        List<SlabEntry> before = first.end();
        int objects = store.count();
        var second = new LayerWriter(shape, store);
        List<BlockEntry> known = new LayerReader(shape, store).entries(before);
        for (int block = 0; block < shape.blocks(); block++) {
            second.put(block, known.get(block));
        }
        byte[] changed = BlockCodec.uniform(shape.block(100), 3);
        changed[0] = 4;
        second.put(100, changed, codec);
        List<SlabEntry> after = second.end();
        assertEquals(objects + 2, store.count());
        for (int slab = 0; slab < 10; slab++) {
            assertEquals(slab != 1, before.get(slab).equals(after.get(slab)), "slab " + slab);
        }
        var table = assertInstanceOf(SlabEntry.Listed.class, after.get(1)).table();
        assertTrue(store.find(table).orElseThrow().bytes().length() < 5000);
    }

    private static void refused(ObjectFault reason, LayerShape layer, String hex)
            throws RefusedException {
        StoredObject object = StoredObject.of(Bytes.hex(hex));
        Refused.with(reason, hex, () -> SlabTable.of(object, layer, 0));
    }
}
