// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.overlay.BitPlane;
import org.overread.viewer.dicom.overlay.ImageOverlays;
import org.overread.viewer.dicom.overlay.OverlayFile;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.pixel.SliceSource;

/// The same pixels are covered as in pictures that DCMTK makes, where it is installed.
class ReferenceOverlaysTest {
    private static final int COLUMNS = 37;
    private static final int ROWS = 29;
    private static final int FRAMES = 3;

    @TempDir private Path folder = Path.of("");

    private static byte[] words(int... values) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private static DicomBytes overlay(
            DicomBytes file, int group, int columns, int rows, int left, int top) {
        return file.us(group << 16 | 0x0010, rows)
                .us(group << 16 | 0x0011, columns)
                .text(group << 16 | 0x0040, "CS", "G")
                .bytes(group << 16 | 0x0050, "SS", words(top + 1, left + 1));
    }

    private static DicomBytes own(DicomBytes file, int group) {
        return file.us(group << 16 | 0x0100, 1).us(group << 16 | 0x0102, 0);
    }

    /// Black, with bits at random: a plane that begins left of the picture, one that ends right of it and below, one for
    /// each of its frames, and one in the topmost bit of the pixels.
    private static DicomBytes file() {
        var random = new Random(60);
        short[] pixels = new short[COLUMNS * ROWS * FRAMES];
        for (int n = 0; n < pixels.length; n++) {
            pixels[n] = random.nextInt(9) == 0 ? Short.MIN_VALUE : 0;
        }
        byte[] first = new byte[38];
        byte[] second = new byte[118];
        byte[] frames = new byte[(COLUMNS * ROWS * FRAMES + 15) / 16 * 2];
        random.nextBytes(first);
        random.nextBytes(second);
        for (int n = 0; n < frames.length; n++) {
            frames[n] = (byte) (1 << random.nextInt(Byte.SIZE)); // few pixels
        }
        DicomBytes file =
                Slices.at(1, 0, 0, 0)
                        .us(TagNumbers.COLUMNS, COLUMNS)
                        .us(TagNumbers.ROWS, ROWS)
                        .us(TagNumbers.BITS_STORED, 12)
                        .us(TagNumbers.HIGH_BIT, 11)
                        .us(TagNumbers.PIXEL_REPRESENTATION, 0)
                        .text(TagNumbers.FRAMES, "IS", "" + FRAMES)
                        .pixels(pixels);
        own(overlay(file, 0x6000, 20, 15, -4, -3), 0x6000).bytes(0x6000_3000, "OW", first);
        own(overlay(file, 0x6002, 31, 30, 12, 11), 0x6002).bytes(0x6002_3000, "OW", second);
        own(overlay(file, 0x6004, COLUMNS, ROWS, 0, 0), 0x6004)
                .text(0x6004_0015, "IS", "" + FRAMES)
                .us(0x6004_0051, 1)
                .bytes(0x6004_3000, "OW", frames);
        overlay(file, 0x601e, COLUMNS, ROWS, 0, 0)
                .us(0x601e_0100, 16)
                .us(0x601e_0102, 15)
                .text(0x601e_0015, "IS", "" + FRAMES)
                .us(0x601e_0051, 1);
        for (int group : new int[] {0x6000, 0x6002}) { // for the first frame alone
            file.text(group << 16 | 0x0015, "IS", "1").us(group << 16 | 0x0051, 1);
        }
        return file;
    }

    @Test
    void coversThePixelsThatDcmtkPaintsWhite() throws Exception {
        Slices.write(folder, file());
        VolumeSource volume = Scans.scan(folder).volumes().findFirst().orElseThrow();
        assertEquals(FRAMES, volume.slices().size());
        for (SliceSource slice : volume.slices()) {
            int white = assertCoversAsDcmtk(slice);
            assertTrue(white > 100 && white < COLUMNS * ROWS - 100, white + " pixels");
        }
    }

    /// What somebody drew on a scanner.
    @Test
    void coversThoseOfARealFile() throws Exception {
        Path file = SharedData.path("data/dicom_files/transfer_syntax/examples_overlay.dcm");
        Files.copy(file, folder.resolve("x.dcm"));
        VolumeSource volume = Scans.scan(folder).volumes().findFirst().orElseThrow();
        SliceSource slice = volume.slices().getFirst();
        assertTrue(assertCoversAsDcmtk(slice) > 100);
        assertEquals(
                "Siemens MedCom Object Graphics", OverlayFile.read(slice).all().getFirst().name());
    }

    /// How many pixels are covered, the picture itself being black.
    private static int assertCoversAsDcmtk(SliceSource slice) throws IOException {
        int columns = slice.layout().columns();
        int rows = slice.layout().rows();
        byte[] picture =
                output(
                        "dcm2pnm",
                        "+op",
                        "+O",
                        "0",
                        "+Omr",
                        "+F",
                        "" + slice.frame(),
                        "+Ww",
                        "60000",
                        "100",
                        slice.file().path().toString());
        ImageOverlays overlays = OverlayFile.read(slice);
        int start = picture.length - columns * rows;
        int white = 0;
        for (int n = 0; n < columns * rows; n++) {
            boolean theirs = picture[start + n] != 0;
            assertEquals(
                    theirs,
                    isCovered(overlays, n % columns, n / columns),
                    "frame %d, column %d, row %d"
                            .formatted(slice.frame(), n % columns, n / columns));
            white += theirs ? 1 : 0;
        }
        return white;
    }

    private static boolean isCovered(ImageOverlays overlays, int x, int y) {
        return overlays.all().stream()
                .map(ImageOverlays.ImageOverlay::plane)
                .anyMatch(plane -> isSet(plane, x - plane.left(), y - plane.top()));
    }

    private static boolean isSet(BitPlane plane, int column, int row) {
        return column >= 0
                && row >= 0
                && column < plane.columns()
                && row < plane.rows()
                && plane.isSet(column, row);
    }

    private static byte[] output(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            byte[] bytes = process.getInputStream().readAllBytes();
            assumeTrue(bytes.length > 0, command[0] + " made no picture");
            return bytes;
        } catch (IOException e) {
            assumeTrue(false, "missing: " + command[0]);
            throw e;
        }
    }
}
