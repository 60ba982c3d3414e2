// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

final class SeriesWriterTest {
    private static final GridSize SIZE = new GridSize(5, 3, 4);
    private static final Window WINDOW = new Window(40, 400);

    @TempDir Path folder;

    private static SeriesHeader header(SeriesHeader.Image image) {
        return new SeriesHeader(
                new SeriesHeader.Patient("Müller^Änne", "P1", LocalDate.of(1950, 2, 3), "F"),
                new SeriesHeader.Study(
                        new DicomUid("2.25.11"),
                        "S1",
                        "A1",
                        "A study",
                        LocalDateTime.of(2026, 3, 2, 9, 5, 7)),
                new SeriesHeader.Series(
                        new DicomUid("2.25.12"),
                        new DicomUid("2.25.13"),
                        4,
                        "A series",
                        "CHEST",
                        "HFS"),
                image);
    }

    private static SeriesHeader ct() {
        return header(new SeriesHeader.Image.Ct(WINDOW, 120, "SOFT"));
    }

    private static SeriesHeader mr() {
        return header(new SeriesHeader.Image.Mr(WINDOW, 3000, 90.5, 12, 1.5));
    }

    private static Volume volume(VolumeGeometry geometry) {
        return Phantoms.of(geometry, p -> p.x() + 10 * p.y() - 100 * p.z());
    }

    @ParameterizedTest
    @EnumSource
    void everySliceSaysWhereItLies(Orientation orientation) {
        VolumeGeometry grid = orientation.grid(SIZE, 0.7, 1.1, 2.5);
        for (int k = 0; k < SIZE.k(); k++) {
            var file = new ExplicitElements(SeriesWriter.slice(volume(grid), ct(), k));
            PatientPoint origin = grid.slices().originAt(k);
            assertArrayEquals(
                    new double[] {origin.x(), origin.y(), origin.z()},
                    file.decimals(0x00200032),
                    1e-9); // mm
            PatientVector i = grid.iStep();
            PatientVector j = grid.jStep();
            assertArrayEquals(
                    new double[] {
                        i.x() / 0.7, i.y() / 0.7, i.z() / 0.7, j.x() / 1.1, j.y() / 1.1, j.z() / 1.1
                    },
                    file.decimals(0x00200037),
                    1e-12);
            // rows first: the distance from one row to the next, then from column to column
            assertArrayEquals(new double[] {1.1, 0.7}, file.decimals(0x00280030), 1e-12);
            assertEquals(Integer.toString(k + 1), file.text(0x00200013));
        }
    }

    @Test
    void pixelsAreStoredAsLittleEndianWords() {
        VolumeGeometry grid =
                VolumeGeometry.regular(
                        new GridSize(2, 2, 1),
                        new PatientPoint(-1, 3, 0),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        var file = new ExplicitElements(SeriesWriter.slice(volume(grid), ct(), 0));
        // 29, 30, 39, 40 by the formula of the volume
        assertArrayEquals(new byte[] {29, 0, 30, 0, 39, 0, 40, 0}, file.bytes(0x7FE00010));
        assertEquals("OW", file.vr(0x7FE00010));
        var below = Phantoms.of(grid, p -> p.x() < 0 ? -1000 : -2);
        assertArrayEquals(
                new byte[] {0x18, (byte) 0xFC, (byte) 0xFE, -1, 0x18, (byte) 0xFC, (byte) 0xFE, -1},
                new ExplicitElements(SeriesWriter.slice(below, ct(), 0)).bytes(0x7FE00010));
        assertEquals(1, file.unsignedShort(0x00280103));
        assertEquals(2, file.unsignedShort(0x00280010));
    }

    @Test
    void aCtSaysWhoWhatAndHowToShowIt() {
        var file =
                new ExplicitElements(
                        SeriesWriter.slice(volume(Orientation.AXIAL.grid(SIZE, 1, 1, 2)), ct(), 0));
        assertEquals("1.2.840.10008.5.1.4.1.1.2", file.text(0x00080016));
        assertEquals("1.2.840.10008.1.2.1", file.text(0x00020010));
        assertEquals(file.text(0x00080018), file.text(0x00020003));
        assertEquals("ISO_IR 192", file.text(0x00080005));
        assertEquals("Müller^Änne", file.text(0x00100010));
        assertEquals("19500203", file.text(0x00100030));
        assertEquals("20260302", file.text(0x00080020));
        assertEquals("090507", file.text(0x00080030));
        assertEquals("2.25.11\0", file.raw(0x0020000D)); // identifiers are padded with a zero byte
        assertEquals("2.25.12", file.text(0x0020000E).strip());
        assertEquals("2.25.13", file.text(0x00200052).strip());
        assertArrayEquals(new double[] {40}, file.decimals(0x00281050));
        assertArrayEquals(new double[] {400}, file.decimals(0x00281051));
        assertArrayEquals(new double[] {0}, file.decimals(0x00281052));
        assertArrayEquals(new double[] {1}, file.decimals(0x00281053));
        int metaEnd = 128 + 4 + 12 + file.unsignedLong(0x00020000);
        byte[] bytes = SeriesWriter.slice(volume(Orientation.AXIAL.grid(SIZE, 1, 1, 2)), ct(), 0);
        assertArrayEquals(
                new byte[] {8, 0, 5, 0, 'C', 'S'}, Arrays.copyOfRange(bytes, metaEnd, metaEnd + 6));
    }

    @Test
    void anMrHasItsTimesAndNoRescale() {
        byte[] bytes = SeriesWriter.slice(volume(Orientation.OBLIQUE.grid(SIZE, 1, 1, 2)), mr(), 1);
        var file = new ExplicitElements(bytes);
        assertEquals("MR", file.text(0x00080060));
        assertEquals("1.2.840.10008.5.1.4.1.1.4", file.text(0x00080016));
        assertArrayEquals(new double[] {90.5}, file.decimals(0x00180081));
        assertThrows(AssertionError.class, () -> file.bytes(0x00281052));
    }

    @Test
    void sameInputSameBytesAndEveryImageItsOwnIdentifier() {
        Volume volume = volume(Orientation.AXIAL.grid(SIZE, 1, 1, 2));
        byte[] first = SeriesWriter.slice(volume, ct(), 0);
        assertArrayEquals(first, SeriesWriter.slice(volume, ct(), 0));
        assertFalse(
                new ExplicitElements(first)
                        .text(0x00080018)
                        .equals(
                                new ExplicitElements(SeriesWriter.slice(volume, ct(), 1))
                                        .text(0x00080018)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1.5, 1.5",
        "-198.75, -198.75",
        "0.9945218953682733, 0.99452189536827",
        "-0.10452846326765347, -0.1045284632677",
        "1e-7, 0.0000001",
        "123456789012345678, 1.2345678901E+17"
    })
    void decimalStringsKeepWhatFitsInSixteenCharacters(double value, String expected) {
        String text = DataSetWriter.decimal(value);
        assertTrue(text.length() <= 16, text);
        assertEquals(
                Double.parseDouble(expected), Double.parseDouble(text), Math.abs(value) * 1e-9);
    }

    @Test
    void namedIdentifiersFollowTheNameAndAreUuids() {
        assertEquals(DicomUid.named("a"), DicomUid.named("a"));
        assertFalse(DicomUid.named("a").equals(DicomUid.named("b")));
        // f81d4fae-7dec-11d0-a765-00a0c91e6bf6 in PS3.5, B.2
        assertEquals(
                "2.25.329800735698586629295641978511506172918",
                DicomUid.of(UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")).text());
        assertThrows(IllegalArgumentException.class, () -> new DicomUid("1.02"));
    }

    @Test
    void fractionsAndSkewedGridsAreRefused() {
        VolumeGeometry grid = Orientation.AXIAL.grid(SIZE, 1, 1, 2);
        Volume ramp = Phantoms.ramp(grid, 0, PatientVector.LEFT);
        assertThrows(IllegalArgumentException.class, () -> SeriesWriter.slice(ramp, ct(), 0));
        var skewed =
                new VolumeGeometry(SIZE, grid.iStep(), new PatientVector(0.2, 1, 0), grid.slices());
        assertThrows(
                IllegalArgumentException.class, () -> SeriesWriter.slice(volume(skewed), ct(), 0));
    }

    @Test
    void anIndependentValidatorFindsNoErrors() throws IOException, InterruptedException {
        Path dciodvfy = program("dciodvfy");
        SeriesHeader[] headers = {ct(), mr()};
        for (SeriesHeader header : headers) {
            Volume volume = volume(Orientation.OBLIQUE.grid(SIZE, 1, 1, 2));
            SeriesWriter.write(volume, header, folder, Progress.Listener.NONE, new CancelToken());
            List<Path> files = files();
            assertEquals(SIZE.k(), files.size());
            for (Path file : files) {
                var process =
                        new ProcessBuilder(dciodvfy.toString(), file.toString())
                                .redirectErrorStream(true)
                                .start();
                var said =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                process.waitFor();
                assertFalse(said.contains("Error"), said);
                assertTrue(said.contains("Image"), said);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var listed = Files.list(folder)) {
            return new ArrayList<>(listed.sorted().toList());
        }
    }

    private static Path program(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String place : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(place, name);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        assumeTrue(false, name + " is not installed");
        throw new AssertionError();
    }
}
