// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.ByteSources;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.frame.HeaderReader;
import org.overread.viewer.dicom.overlay.BitPlane;
import org.overread.viewer.dicom.overlay.ImageOverlays;
import org.overread.viewer.dicom.overlay.OverlayFile;
import org.overread.viewer.dicom.parse.CsaHeader;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.parse.Tags;
import org.overread.viewer.dicom.present.PresentationReader;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.Stencil;
import org.overread.viewer.slice.tone.ToneChain;

/// Damaged input is read or refused, and nothing else escapes. Seeds are fixed.
class FuzzTest {
    @TempDir Path folder;

    private static byte[] damaged(byte[] whole, Random random, int from) {
        byte[] bytes = whole.clone();
        for (int change = random.nextInt(1, 6); change > 0; change--) {
            bytes[random.nextInt(from, bytes.length)] =
                    random.nextBoolean()
                            ? (byte) random.nextInt()
                            : new byte[] {0, -1, 127, -128}[random.nextInt(4)];
        }
        return random.nextInt(8) == 0
                ? Arrays.copyOf(bytes, random.nextInt(from, bytes.length + 64))
                : bytes;
    }

    private static byte[] csa() {
        var bytes = ByteBuffer.allocate(16 + 84 + 2 * 20).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("SV10".getBytes(StandardCharsets.US_ASCII)).putInt(0x04030201).putInt(1);
        bytes.putInt(77);
        bytes.put("SliceNormalVector".getBytes(StandardCharsets.US_ASCII));
        bytes.position(16 + 76);
        bytes.putInt(2).putInt(77);
        for (String value : List.of("0.5", "1.5")) {
            bytes.putInt(4).putInt(4).putInt(77).putInt(4);
            bytes.put(Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), 4));
        }
        return bytes.array();
    }

    @Test
    void csaHeadersAnswerOrDoNot() {
        assertEquals(1.5, new CsaHeader(csa()).number("SliceNormalVector", 1, -1));
        var random = new Random(20260402);
        int kept = 0;
        for (int n = 0; n < 20_000; n++) {
            double value =
                    new CsaHeader(damaged(csa(), random, 0)).number("SliceNormalVector", 1, -1);
            kept += value == 1.5 ? 1 : 0;
        }
        assertTrue(kept > 1000 && kept < 19_000, "the damage misses or destroys all: " + kept);
    }

    private static byte[] richState() {
        DicomBytes table =
                DicomBytes.explicit()
                        .bytes(TagNumbers.LUT_DESCRIPTOR, "US", new byte[] {2, 0, 0, 0, 8, 0})
                        .bytes(TagNumbers.LUT_DATA, "OW", new byte[] {0, 0, 9, 0});
        return new PresentationFile("1.2.3.0", "1.2.3.2", "NODULE", 20, 15)
                .dataSet()
                .us(0x0070_0042, 90)
                .text(0x0070_0041, "CS", "Y")
                .text(0x0018_1600, "CS", "RECTANGULAR\\CIRCULAR\\BITMAP")
                .text(0x0018_1602, "IS", "3")
                .text(0x0018_1604, "IS", "10")
                .text(0x0018_1606, "IS", "2")
                .text(0x0018_1608, "IS", "6")
                .text(0x0018_1610, "IS", "5\\8")
                .text(0x0018_1612, "IS", "4")
                .us(0x0018_1623, 0x6000)
                .us(0x6000_0010, 2)
                .us(0x6000_0011, 8)
                .bytes(0x6000_0050, "SS", new byte[] {1, 0, 1, 0})
                .bytes(0x6000_3000, "OW", new byte[] {1, 1})
                .sequence(TagNumbers.MODALITY_LUT, table)
                .sequence(0x2050_0010, table)
                .file();
    }

    /// What a window does with a state that was read.
    private static void use(PresentationState state) {
        state.shutter()
                .ifPresent(shutter -> shutter.openings().forEach(one -> one.within(512, 512, 0.8)));
        for (PresentationState.Windowed window : state.greys().windows()) {
            state.greys()
                    .output()
                    .ifPresent(output -> ToneChain.of(window.preset().curve(), output).level(40));
        }
        state.stencils().stream()
                .map(Stencil::plane)
                .forEach(one -> one.isSet(one.columns() - 1, one.rows() - 1));
    }

    @Test
    void damagedPresentationStatesAreReadOrRefused() throws Exception {
        byte[] whole = richState();
        var random = new Random(20261122);
        int kept = 0;
        for (int n = 0; n < 5000; n++) {
            byte[] bytes = damaged(whole, random, 132);
            try (ByteSource source = ByteSources.ofArray(bytes)) {
                Optional<PresentationState> state =
                        PresentationReader.read(DicomFile.of(Path.of("x")), source);
                state.ifPresent(FuzzTest::use);
                kept += state.isPresent() ? 1 : 0;
            } catch (DicomReadException e) {
                assertTrue(e.reason().describe().length() > 10);
            }
        }
        assertTrue(kept > 500 && kept < 5000, "the damage misses or destroys all: " + kept);
    }

    /// Three frames of 4 x 3 pixels; an overlay for all of them, one for each, one that begins beside, one in the pixels.
    private static byte[] overlaid() {
        byte[] corner = {1, 0, 1, 0};
        DicomBytes file =
                Slices.at(1, 0, 0, 0)
                        .text(TagNumbers.FRAMES, "IS", "3")
                        .us(TagNumbers.BITS_STORED, 12)
                        .us(TagNumbers.HIGH_BIT, 11)
                        .pixels(new short[3 * Slices.COLUMNS * Slices.ROWS]);
        for (int group : new int[] {0x6000, 0x6002, 0x6004, 0x6006}) {
            file.us(group << 16 | 0x0010, Slices.ROWS)
                    .us(group << 16 | 0x0011, Slices.COLUMNS)
                    .bytes(group << 16 | 0x0050, "SS", corner)
                    .text(group << 16 | 0x1500, "LO", "MARKS")
                    .bytes(group << 16 | 0x3000, "OW", new byte[] {3, 5, 7, 9, 11, 13});
        }
        return file.text(0x6002_0015, "IS", "3")
                .us(0x6002_0051, 1)
                .bytes(0x6004_0050, "SS", new byte[] {-1, -1, 0, 0})
                .without(0x6006_3000)
                .us(0x6006_0100, 16)
                .us(0x6006_0102, 13)
                .file();
    }

    /// Damaged before it was scanned, and after.
    @Test
    void damagedOverlaysAreReadOrLeftOut() throws Exception {
        byte[] whole = overlaid();
        int overlays = indexOf(whole, new byte[] {0, 0x60, 0x10, 0, 'U', 'S'});
        Path file = folder.resolve("x.dcm");
        Files.write(file, whole);
        List<Frame> known = frames(file);
        var random = new Random(20261123);
        int kept = 0;
        int leftOut = 0;
        for (int n = 0; n < 3000; n++) {
            Files.write(file, damaged(whole, random, overlays));
            for (List<Frame> frames : List.of(known, frames(file))) {
                for (Frame frame : frames) {
                    ImageOverlays read = overlays(frame);
                    kept += read.all().size();
                    leftOut += read.leftOut().size();
                    for (var overlay : read.all()) {
                        BitPlane plane = overlay.plane();
                        plane.isSet(plane.columns() - 1, plane.rows() - 1);
                        assertTrue(plane.left() >= 0 && plane.top() >= 0);
                        assertTrue(plane.left() + plane.columns() <= Slices.COLUMNS);
                        assertTrue(plane.top() + plane.rows() <= Slices.ROWS);
                    }
                }
            }
        }
        assertTrue(kept > 3000 && leftOut > 500, kept + " kept, " + leftOut + " left out");
    }

    private static List<Frame> frames(Path file) throws IOException {
        try (var archives = new Archives();
                ByteSource source = archives.open(DicomFile.of(file), Archives.MAX_MEMBER_HEADER)) {
            return new HeaderReader()
                    .read(DicomFile.of(file), source, Files.size(file)).stream()
                            .filter(
                                    frame ->
                                            frame.source().layout().columns() == Slices.COLUMNS
                                                    && frame.source().layout().rows()
                                                            == Slices.ROWS)
                            .toList();
        } catch (DicomReadException e) {
            assertTrue(e.reason().describe().length() > 10);
            return List.of();
        }
    }

    private static ImageOverlays overlays(Frame frame) throws IOException {
        try {
            return OverlayFile.read(frame.source());
        } catch (DicomReadException e) {
            assertTrue(e.reason().describe().length() > 10);
            return ImageOverlays.NONE;
        }
    }

    @Test
    void tagsOfDamagedFilesAreListedOrRefused() throws Exception {
        byte[] whole =
                Slices.at(1, 0, 0, 0)
                        .sequence(0x0008_1140, DicomBytes.explicit().text(0x0008_1150, "UI", "1.2"))
                        .file();
        var random = new Random(20260403);
        Path file = folder.resolve("x.dcm");
        int listed = 0;
        for (int n = 0; n < 1500; n++) {
            Files.write(file, damaged(whole, random, 128));
            try {
                assertTrue(!Tags.read(DicomFile.of(file)).isEmpty());
                listed++;
            } catch (DicomReadException e) {
                assertTrue(e.reason().describe().length() > 10);
            }
        }
        assertTrue(listed > 150 && listed < 1450, "the damage misses or destroys all: " + listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emri_small_RLE.dcm",
                "JPEGBaseline_1s_1f_u_08_08.dcm",
                "JPEGLSNearLossless_16.dcm",
                "MR_small_jpeg_ls_lossless.dcm",
                "MR_small_jp2klossless.dcm"
            })
    void damagedCompressedPixelsAreReadOrRefused(String name) throws Exception {
        byte[] whole =
                Files.readAllBytes(SharedData.path("data/dicom_files/transfer_syntax/" + name));
        int pixels = indexOf(whole, new byte[] {(byte) 0xe0, 0x7f, 0x10, 0, 'O'});
        var random = new Random(20260404);
        Path file = folder.resolve("x.dcm");
        int read = 0;
        for (int n = 0; n < 100; n++) {
            Files.write(file, damaged(whole, random, pixels + 12));
            for (VolumeSource source : Scans.scan(folder).volumes().toList()) {
                try {
                    Scans.read(source);
                    read++;
                } catch (DicomReadException e) {
                    assertTrue(e.reason().describe().length() > 10);
                }
            }
        }
        assertTrue(read > 0, "the damage destroys all");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length < bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("no pixel data");
    }

    private static byte[] archive(int members, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int n = 0; n < members; n++) {
                zip.putNextEntry(new ZipEntry("a/" + n));
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    @Test
    void damagedArchivesAreReadOrRefused() throws Exception {
        byte[] whole = archive(3, Slices.at(1, 0, 0, 0).file());
        var random = new Random(20260405);
        int read = 0;
        for (int n = 0; n < 400; n++) {
            Path file = folder.resolve("x.zip");
            Files.write(file, damaged(whole, random, 0));
            ScanResult scan = Scans.scan(folder);
            read += (int) scan.volumes().count();
            for (VolumeSource source : scan.volumes().toList()) {
                try {
                    Scans.read(source);
                } catch (IOException e) {
                    assertTrue(!String.valueOf(e.getMessage()).contains(folder.toString()));
                }
            }
        }
        assertTrue(read > 25, "the damage destroys all: " + read);
    }

    @Test
    void archiveOfBombsIsStoppedByWhatItInflatesTo() throws Exception {
        // each member is 24 MB of header, zeros all, that deflates to a thousandth
        DicomBytes bomb = Slices.at(1, 0, 0, 0);
        for (int n = 0; n < 24; n++) {
            bomb.bytes(0x0009_1000 + n, "OB", new byte[1_000_000]);
        }
        Files.write(folder.resolve("bomb.zip"), archive(12, bomb.file()));

        ScanResult scan = Scans.scan(folder);

        long stopped =
                scan.skipped().stream()
                        .filter(file -> file.reason() instanceof SkipReason.TooLarge)
                        .count();
        assertTrue(stopped >= 8, "stopped only " + stopped);
    }

    @Test
    void archiveOfTooManyFilesIsRefusedAsOne() throws Exception {
        Files.write(folder.resolve("many.zip"), archive(100_001, new byte[0]));

        ScanResult scan = Scans.scan(folder);

        assertEquals(
                List.of(new SkipReason.TooLarge("an archive of 100001 files")),
                scan.skipped().stream().map(file -> file.reason()).toList());
    }

    @Test
    void moreVoxelsThanMemoryAreRefused() throws Exception {
        // 30000 frames of 8000 x 8000 by the header, a few bytes by the file
        byte[] items = new byte[8 * 30_001];
        for (int n = 0; n < items.length; n += 8) {
            items[n] = (byte) 0xfe;
            items[n + 1] = (byte) 0xff;
            items[n + 3] = (byte) 0xe0;
        }
        Files.write(
                folder.resolve("x.dcm"),
                Slices.at("1.2.840.10008.1.2.4.90", 1, 0, 0, 0)
                        .text(0x0028_0008, "IS", "30000")
                        .us(0x0028_0010, 8000)
                        .us(0x0028_0011, 8000)
                        .encapsulated(items)
                        .file());

        VolumeSource source = Scans.scan(folder).volumes().findFirst().orElseThrow();
        var refusal = assertThrows(DicomReadException.class, () -> Scans.read(source));

        assertInstanceOf(SkipReason.TooLarge.class, refusal.reason());
    }
}
