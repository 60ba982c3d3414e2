// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

final class BlockCodecTest {
    private static final BlockShape SMALL = new BlockShape(8, 2, 1, ValueType.U8);
    private static final byte[] VALUES = {0, 0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 7, 7, 7, 7, 7};

    /// Worked by hand: header of 16 bytes, then seven times 0 and nine times 7.
    private static final String SPELLED = "4f564f31" + "0101" + "01080201" + "0000" + "00000004";

    private static final String RUNS = "00060708";

    private final BlockCodec codec = new BlockCodec();

    private static Digest content(String shape, String runs) {
        return Bytes.hex(shape + runs).digest();
    }

    @Test
    void aSmallBlockIsSpelledAsTheFormatSays() throws RefusedException {
        var stored = stored(SMALL, VALUES);
        assertEquals(SPELLED + RUNS, stored.object().bytes().toHex());
        assertEquals(Bytes.hex(SPELLED + RUNS).digest(), stored.entry().object());
        assertEquals(content("0108020100", RUNS), stored.entry().content());
        assertArrayEquals(VALUES, codec.decode(stored.object(), SMALL, stored.entry().content()));
    }

    @Test
    void sixteenBitsAreWrittenLowestByteFirstAndCountsInGroupsOfSevenBits() {
        var shape = new BlockShape(64, 5, 1, ValueType.U16);
        byte[] values = new byte[640];
        for (int n = 0; n < 600; n += 2) { // 300 times 0x0102, then 20 times 0
            values[n] = 2;
            values[n + 1] = 1;
        }
        assertEquals(
                "4f564f31" + "0101" + "02400501" + "0000" + "00000007" + "0201ab02" + "000013",
                stored(shape, values).object().bytes().toHex());
    }

    @Test
    void valuesThatAreNotShorterAsRunsStayPlain() throws RefusedException {
        byte[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        var stored = stored(SMALL, values);
        assertEquals(
                "4f564f31"
                        + "0100"
                        + "01080201"
                        + "0000"
                        + "00000010"
                        + HexFormat.of().formatHex(values),
                stored.object().bytes().toHex());
        assertArrayEquals(values, codec.decode(stored.object(), SMALL, stored.entry().content()));
    }

    @Test
    void aBlockOfOneValueIsNoObject() {
        assertEquals(
                new BlockEntry.Uniform(0x0305),
                codec.encode(new BlockShape(3, 1, 1, ValueType.U16), new byte[] {5, 3, 5, 3, 5, 3})
                        .entry());
    }

    @ParameterizedTest
    @EnumSource
    void anyValuesComeBackWhateverTheShape(ValueType type) throws RefusedException {
        var random = new Random(9);
        for (int turn = 0; turn < 200; turn++) {
            var shape =
                    new BlockShape(
                            1 + random.nextInt(64),
                            1 + random.nextInt(64),
                            1 + random.nextInt(8),
                            type);
            byte[] values = new byte[shape.bytes()];
            int run = 1 << random.nextInt(14);
            for (int n = 0; n < values.length; ) {
                byte value = (byte) random.nextInt(5);
                int to = Math.min(values.length, n + 1 + random.nextInt(run));
                Arrays.fill(values, n, to, value);
                n = to;
            }
            switch (codec.encode(shape, values)) {
                case BlockCodec.Encoded.Uniform(var entry) ->
                        assertArrayEquals(values, BlockCodec.uniform(shape, entry.value()));
                case BlockCodec.Encoded.Stored(var entry, var object) -> {
                    assertEquals(object.bytes().length(), entry.length());
                    assertArrayEquals(values, codec.decode(object, shape, entry.content()));
                }
            }
        }
    }

    @Test
    void manyRunsAreCompressedAndTheContentDoesNotDependOnThat() {
        var shape = new BlockShape(64, 64, 64, ValueType.U8);
        byte[] values = new byte[shape.bytes()];
        var runs = new StringBuilder();
        for (int n = 0; n < values.length; n++) {
            values[n] = (byte) (n >> 4 & 1);
        }
        for (int n = 0; n < values.length / 16; n++) {
            runs.append(n % 2 == 0 ? "000f" : "010f");
        }
        var stored = stored(shape, values);
        assertEquals(2, stored.object().bytes().at(5));
        assertTrue(stored.entry().length() < 200, "length " + stored.entry().length());
        assertEquals(content("0140404000", runs.toString()), stored.entry().content());
    }

    @Test
    void whatIsNotWrittenInTheOneWayIsRefused() {
        refused(ObjectFault.RUNS, "4f564f310101010802010000" + "00000006" + "000207060702");
        refused(
                ObjectFault.RUNS,
                "4f564f310101010802010000" + "00000006" + "000200030708"); // joined
        refused(
                ObjectFault.RUNS,
                "4f564f310101010802010000" + "00000005" + "0086000708"); // long zero
        refused(ObjectFault.RUNS, "4f564f310101010802010000" + "00000006" + "008080800708");
        refused(ObjectFault.OVERFLOW, "4f564f310101010802010000" + "00000004" + "00060709");
        refused(ObjectFault.OVERFLOW, "4f564f310101010802010000" + "00000006" + "0006ffffff7f");
        refused(ObjectFault.UNDERFLOW, "4f564f310101010802010000" + "00000004" + "00060707");
        refused(ObjectFault.TRUNCATED, "4f564f310101010802010000" + "00000003" + "000607");
        refused(ObjectFault.TRUNCATED, "4f564f310101010802010000" + "00000004" + "00060780");
        refused(ObjectFault.TRUNCATED, "4f564f310101010802010000" + "00000004" + "000607");
        refused(ObjectFault.TRAILING, SPELLED + RUNS + "00");
        refused(ObjectFault.SIZE, "4f564f310101010802010000" + "00000000");
        refused(ObjectFault.SIZE, "4f564f310101010802010000" + "00000010" + RUNS);
        refused(ObjectFault.SIZE, "4f564f310101010802010000" + "80000000" + RUNS);
        refused(ObjectFault.SIZE, "4f564f310100010802010000" + "00000011" + "00".repeat(17));
        refused(
                ObjectFault.RUNS,
                "4f564f310100010802010000" + "00000010" + "00".repeat(7) + "07".repeat(9));
        refused(ObjectFault.CODEC, "4f564f310103010802010000" + "00000004" + RUNS);
        refused(ObjectFault.SHAPE, "4f564f310101020802010000" + "00000004" + RUNS);
        refused(ObjectFault.SHAPE, "4f564f310101010802020000" + "00000004" + RUNS);
        refused(ObjectFault.RESERVED, "4f564f310101010802010001" + "00000004" + RUNS);
        refused(ObjectFault.UNIFORM, "4f564f310101010802010000" + "00000002" + "070f");
        refused(ObjectFault.COMPRESSION, "4f564f310102010802010000" + "00000004" + "0102");
        refused(ObjectFault.UNEXPECTED_TYPE, "4f564f310200010000000000" + "00000000");
    }

    @Test
    void whatIsNoObjectIsRefusedBeforeDecoding() {
        Refused.with(
                ObjectFault.MAGIC, () -> StoredObject.of(Bytes.hex("4f564f32" + "00".repeat(12))));
        Refused.with(
                ObjectFault.TYPE, () -> StoredObject.of(Bytes.hex("4f564f3103" + "00".repeat(11))));
        Refused.with(ObjectFault.TRUNCATED, () -> StoredObject.of(Bytes.hex("4f564f31")));
        Refused.with(
                ObjectFault.TOO_LARGE,
                () -> StoredObject.of(Bytes.of(new byte[StoredObject.LARGEST + 1])));
        Refused.with(
                ObjectFault.DIGEST,
                () -> StoredObject.named(Digest.ofBytes(new byte[0]), Bytes.hex(SPELLED + RUNS)));
    }

    @Test
    void aBombHasNoRoom() {
        byte[] zeros = new byte[100 << 20];
        byte[] packed = Zstd.compress(zeros, 19);
        assertTrue(packed.length < 16 << 10);
        var shape = new BlockShape(64, 64, 64, ValueType.U16);
        String header = "4f564f31" + "0102" + "02404040" + "0000" + "0007ffff";
        Bytes bytes = Bytes.concat(Bytes.hex(header), Bytes.of(packed));
        Refused.with(
                ObjectFault.OVERFLOW,
                () -> codec.decode(StoredObject.of(bytes), shape, bytes.digest()));
    }

    /// A frame beside the first one, a checksum, a window of its own: other ways to say the same, with room to hide in.
    @Test
    void compressedRunsAreOneFrameWithNothingBesideIt() throws RefusedException {
        byte[] values = new byte[64 * 64 * 64];
        for (int n = 0; n < values.length; n++) {
            values[n] = (byte) (n % 7 == 0 ? 1 : 0);
        }
        var shape = new BlockShape(64, 64, 64, ValueType.U8);
        var stored = stored(shape, values);
        Bytes good = stored.object().bytes();
        assertArrayEquals(values, codec.decode(stored.object(), shape, stored.entry().content()));
        Bytes skipped = Bytes.hex("502a4d18" + "03000000" + "414243");
        refused(ObjectFault.TRAILING, Bytes.concat(good, skipped), shape);
        refused(ObjectFault.TRAILING, Bytes.concat(good, Bytes.of((byte) 0)), shape);
        Bytes header = good.slice(0, 16);
        Bytes frame = good.slice(16, good.length());
        refused(ObjectFault.COMPRESSION, Bytes.concat(header, skipped, frame), shape);
        byte[] flagged = frame.toArray();
        for (int bit : new int[] {0x01, 0x04, 0x08, 0x10}) {
            flagged[4] ^= (byte) bit;
            refused(
                    ObjectFault.COMPRESSION,
                    Bytes.concat(header, Bytes.of(flagged.clone())),
                    shape);
            flagged[4] ^= (byte) bit;
        }
    }

    private void refused(ObjectFault reason, Bytes object, BlockShape shape) {
        Refused.with(reason, () -> codec.decodeUnnamed(StoredObject.of(object), shape));
    }

    @Test
    void otherValuesThanTheTableNamesAreRefused() throws RefusedException {
        var stored = stored(SMALL, VALUES);
        Refused.with(
                ObjectFault.CONTENT,
                () -> codec.decode(stored.object(), SMALL, stored.object().digest()));
    }

    /// Whatever the bytes, with a table that agrees with them.
    private void refused(ObjectFault reason, String hex) {
        Bytes bytes = Bytes.hex(hex);
        int size = bytes.length() - 16;
        Digest content = Bytes.concat(Bytes.hex("0108020100"), bytes.slice(16, 16 + size)).digest();
        Refused.with(reason, hex, () -> codec.decode(StoredObject.of(bytes), SMALL, content));
    }

    private BlockCodec.Encoded.Stored stored(BlockShape shape, byte[] values) {
        return assertInstanceOf(BlockCodec.Encoded.Stored.class, codec.encode(shape, values));
    }
}
