// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.volume.Voxels;

/// Which fragments belong to which frame. RLE frames are written by hand: high bytes, then low bytes, as runs of 12.
class CompressedFramesTest {
    private static final int EXTENDED_OFFSETS = 0x7fe0_0001;

    @TempDir Path folder;

    /// All twelve pixels are `high` × 256 + `low`.
    private static byte[] frame(int high, int low) {
        byte[] frame = new byte[68];
        frame[0] = 2;
        frame[4] = 64;
        frame[8] = 66;
        frame[64] = -11;
        frame[65] = (byte) high;
        frame[66] = -11;
        frame[67] = (byte) low;
        return frame;
    }

    private static void item(ByteArrayOutputStream out, byte[] value) {
        var head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.writeBytes(head.putInt(0xe000_fffe).putInt(value.length).array());
        out.writeBytes(value);
    }

    /// Three frames, each in two fragments of 40 and 28 bytes, so that a frame takes 84 bytes.
    private static byte[] split(byte[] basicOffsets) {
        var out = new ByteArrayOutputStream();
        item(out, basicOffsets);
        for (int n = 1; n <= 3; n++) {
            byte[] frame = frame(n, 7);
            item(out, java.util.Arrays.copyOfRange(frame, 0, 40));
            item(out, java.util.Arrays.copyOfRange(frame, 40, 68));
        }
        out.writeBytes(new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xdd, (byte) 0xe0, 0, 0, 0, 0});
        return out.toByteArray();
    }

    private static DicomBytes threeFrames() {
        return Slices.at(TransferSyntaxes.RLE, 1, 0, 0, 0)
                .without(0x7fe0_0010)
                .text(TagNumbers.FRAMES, "IS", "3")
                .text(TagNumbers.SLICE_DISTANCE, "DS", "2");
    }

    private VolumeSource only(DicomBytes... slices) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, slices));
        assertEquals(List.of(), scan.skipped());
        return scan.volumes().findFirst().orElseThrow();
    }

    private static void assertThreeFrames(VolumeSource source) throws Exception {
        var voxels = assertInstanceOf(Voxels.Int16.class, Scans.read(source).voxels());
        assertEquals(3, source.slices().size());
        for (int k = 0; k < 3; k++) {
            short[] expected = new short[12];
            java.util.Arrays.fill(expected, (short) ((k + 1) * 256 + 7));
            assertArrayEquals(expected, voxels.slice(k));
        }
    }

    @Test
    void basicOffsetsJoinFragments() throws Exception {
        byte[] table =
                ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0)
                        .putInt(84)
                        .putInt(168)
                        .array();
        assertThreeFrames(only(threeFrames().encapsulated(split(table))));
    }

    @Test
    void extendedOffsetsJoinFragments() throws Exception {
        byte[] table =
                ByteBuffer.allocate(24)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(0)
                        .putLong(84)
                        .putLong(168)
                        .array();
        assertThreeFrames(
                only(
                        threeFrames()
                                .bytes(EXTENDED_OFFSETS, "OV", table)
                                .encapsulated(split(new byte[0]))));
    }

    @Test
    void fragmentsThatCannotBeToldApartAreRefused() throws Exception {
        VolumeSource source = only(threeFrames().encapsulated(split(new byte[0])));

        var refusal = assertThrows(DicomReadException.class, () -> Scans.read(source));

        assertInstanceOf(SkipReason.BrokenStructure.class, refusal.reason());
    }

    /// Three gigabytes, nearly all of them holes, around one frame: nobody could keep the file in memory.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files there have no holes unasked")
    void frameOfFileLargerThanMemoryIsRead() throws Exception {
        byte[] items = encapsulatedHead(0x6000_0000);
        Path file = folder.resolve("large.dcm");
        byte[] start = threeFrames().encapsulated(items).file();
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(start), 0);
            var middle = new ByteArrayOutputStream();
            item(middle, frame(2, 7));
            middle.write(encapsulatedHead(0x6000_0000), 8, 8);
            long at = start.length + 0x6000_0000L;
            channel.write(ByteBuffer.wrap(middle.toByteArray()), at);
            channel.write(ByteBuffer.wrap(new byte[2]), at + middle.size() + 0x6000_0000L - 2);
        }
        VolumeSource source = Scans.scan(folder).volumes().findFirst().orElseThrow();

        assertEquals(2 * 256 + 7, DicomVolumeReader.readSlice(source, 1)[0]);
    }

    /// An empty table of offsets and the header of an item whose bytes are not there.
    private static byte[] encapsulatedHead(int length) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xe000_fffe)
                .putInt(0)
                .putInt(0xe000_fffe)
                .putInt(length)
                .array();
    }

    @Test
    void framesThatEndEarlyAreRefused() throws Exception {
        byte[] cut = java.util.Arrays.copyOf(split(new byte[0]), 8 + 2 * 84 + 30);
        VolumeSource source = only(threeFrames().encapsulated(cut));

        var refusal = assertThrows(DicomReadException.class, () -> Scans.read(source));

        assertInstanceOf(SkipReason.Truncated.class, refusal.reason());
    }

    @Test
    void tileOfCompressedPictureIsCutOut() throws Exception {
        // low bytes 0 … 11 as literals: column + 4 × row
        byte[] picture = new byte[64 + 2 + 13];
        System.arraycopy(frame(0, 0), 0, picture, 0, 66);
        picture[66] = 11;
        for (int n = 0; n < 12; n++) {
            picture[67 + n] = (byte) n;
        }
        var items = new ByteArrayOutputStream();
        item(items, new byte[0]);
        item(items, picture);
        VolumeSource whole =
                only(
                        Slices.at(TransferSyntaxes.RLE, 1, 0, 0, 0)
                                .without(0x7fe0_0010)
                                .encapsulated(items.toByteArray()));
        SliceSource slice = whole.slices().getFirst();

        SliceSource tile = slice.withLayout(slice.layout().tile(2, 2, 2, 1));

        float[] values;
        try (var archives = new org.overread.viewer.dicom.file.Archives()) {
            values = new org.overread.viewer.dicom.pixel.SliceDecoders(archives).decode(tile);
        }
        assertArrayEquals(new float[] {6, 7, 10, 11}, values);
    }
}
