// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

class NrrdReaderTest {
    private static final String GRID =
            """
            type: uchar
            dimension: 3
            sizes: 2 2 2
            """;
    private static final String PLACE =
            """
            space: left-posterior-superior
            space directions: (1,0,0) (0,2,0) (0,0.5,3)
            space origin: (10,20,30)
            """;
    private static final double[] EIGHT = {1, 2, 3, 4, 5, 6, 7, 8};

    @TempDir Path folder;

    private Path nrrd(String header, byte[] data) throws IOException {
        byte[] text = ("NRRD0004\n" + header + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[text.length + data.length];
        System.arraycopy(text, 0, all, 0, text.length);
        System.arraycopy(data, 0, all, text.length, data.length);
        return Files.write(folder.resolve("made.nrrd"), all);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int n = 0; n < values.length; n++) {
            bytes[n] = (byte) values[n];
        }
        return bytes;
    }

    private static final byte[] RAW = bytes(1, 2, 3, 4, 5, 6, 7, 8);

    private void assertEight(Path file) {
        assertArrayEquals(EIGHT, Outcomes.values(Outcomes.only(file)));
    }

    @Test
    void encodingsGiveTheSameValues() throws IOException {
        assertEight(nrrd(GRID + PLACE + "encoding: raw\n", RAW));
        assertEight(nrrd(GRID + PLACE + "encoding: gz\n", NiftiBytes.gzip(RAW)));
        assertEight(
                nrrd(
                        GRID + PLACE + "encoding: ascii\n",
                        "1 2\n3 4 5\t6 7 8".getBytes(StandardCharsets.US_ASCII)));
        assertEight(
                nrrd(
                        GRID + PLACE + "encoding: hex\n",
                        "0102030405\n060708".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void carriageReturnsAndCommentsAndKeysArePassedOver() throws IOException {
        String header = "# a comment\r\n" + (GRID + PLACE).replace("\n", "\r\n");
        assertEight(nrrd(header + "a key: with a colon:=a value\r\nencoding: raw\r\n\r", RAW));
    }

    @Test
    void bzip2IsRefusedByName() throws IOException {
        Path file = nrrd(GRID + PLACE + "encoding: bzip2\n", RAW);
        assertEquals(
                "made.nrrd holds bzip2 compressed samples, which Overread does not read.",
                Outcomes.refusal(file).describe());
    }

    @Test
    void shearAndUnevenTiltAreKept() throws IOException {
        VolumeGeometry g = Outcomes.only(nrrd(GRID + PLACE + "encoding: raw\n", RAW)).geometry();
        assertEquals(new PatientPoint(10, 20, 30), g.origin());
        assertEquals(new PatientVector(0, 2, 0), g.jStep());
        assertEquals(new PatientVector(0, 0.5, 3), g.kStep(0));
    }

    @ParameterizedTest
    @CsvSource({
        "left-posterior-superior, 1, 1, 0",
        "LPS, 1, 1, 0",
        "right-anterior-superior, -1, -1, 0",
        "RAS, -1, -1, 0",
        "left-anterior-superior, 1, -1, 0",
        "Las, 1, -1, 0",
        "scanner-xyz, 1, 1, 1",
        "3D-right-handed, 1, 1, 1",
        "3D-left-handed, 1, 1, 1",
        "mars, 1, 1, 1"
    })
    void spacesBecomeLps(String space, int x, int y, int warnings) throws IOException {
        String place = PLACE.replace("left-posterior-superior", space);
        ReadOutcome.Read read = Outcomes.read(nrrd(GRID + place + "encoding: raw\n", RAW));
        VolumeGeometry geometry = read.volumes().getFirst().geometry();
        assertEquals(new PatientPoint(10 * x, 20 * y, 30), geometry.origin());
        assertEquals(x, geometry.iStep().x());
        assertEquals(2 * y, geometry.jStep().y());
        assertEquals(warnings, read.warnings().size());
    }

    @Test
    void timeAxisOfASpaceWithTimeBecomesVolumes() throws IOException {
        String header =
                """
                type: uchar
                dimension: 4
                sizes: 2 2 1 2
                space: LPST
                space directions: (1,0,0,0) (0,1,0,0) (0,0,1,0) (0,0,0,5)
                space origin: (1,2,3,4)
                encoding: raw
                """;
        List<Volume> volumes = Outcomes.read(nrrd(header, RAW)).volumes();
        assertEquals("made, time 2 of 2", volumes.get(1).title());
        assertArrayEquals(new double[] {5, 6, 7, 8}, Outcomes.values(volumes.get(1)));
    }

    @Test
    void componentsThatAlternateAreTakenApart() throws IOException {
        String header =
                """
                type: uchar
                dimension: 4
                sizes: 2 2 2 1
                space: LPS
                space directions: none (1,0,0) (0,1,0) (0,0,1)
                space origin: (0,0,0)
                kinds: vector domain domain domain
                encoding: raw
                """;
        List<Volume> volumes = Outcomes.read(nrrd(header, RAW)).volumes();
        assertArrayEquals(new double[] {1, 3, 5, 7}, Outcomes.values(volumes.get(0)));
        assertArrayEquals(new double[] {2, 4, 6, 8}, Outcomes.values(volumes.get(1)));
        assertEquals("made, component 2 of 2", volumes.get(1).title());
    }

    @Test
    void componentsBetweenTheAxesAreTakenApart() throws IOException {
        String header =
                """
                type: uchar
                dimension: 4
                sizes: 2 2 1 2
                space: LPS
                space directions: (1,0,0) none (0,1,0) (0,0,1)
                space origin: (0,0,0)
                kinds: domain list domain domain
                encoding: raw
                """;
        List<Volume> volumes = Outcomes.read(nrrd(header, RAW)).volumes();
        assertArrayEquals(new double[] {1, 2, 5, 6}, Outcomes.values(volumes.get(0)));
        assertArrayEquals(new double[] {3, 4, 7, 8}, Outcomes.values(volumes.get(1)));
    }

    @ParameterizedTest
    @CsvSource({"RGB-color", "RGBA-color", "complex", "quaternion"})
    void coloursAndComplexNumbersAreRefused(String kind) throws IOException {
        String header =
                "type: uchar\ndimension: 4\nsizes: 2 2 2 1\nkinds: %s domain domain domain\nencoding: raw\n"
                        .formatted(kind);
        assertInstanceOf(ReadRefusal.Unsupported.class, Outcomes.refusal(nrrd(header, RAW)));
    }

    @Test
    void withoutASpaceTheVolumeIsUncalibrated() throws IOException {
        String header = GRID + "spacings: 1 2 3\naxis mins: 5 6 7\ncenters: cell cell cell\n";
        ReadOutcome.Read read = Outcomes.read(nrrd(header + "encoding: raw\n", RAW));
        assertEquals(List.of(new ReadWarning.Uncalibrated()), read.warnings());
        VolumeGeometry geometry = read.volumes().getFirst().geometry();
        assertEquals(new PatientPoint(5.5, 7, 8.5), geometry.origin());
        assertEquals(3, geometry.spacingK());
    }

    @Test
    void unitsOfSpaceAreConverted() throws IOException {
        String header = GRID + PLACE + "space units: \"cm\" \"cm\" \"cm\"\nencoding: raw\n";
        assertEquals(
                new PatientPoint(100, 200, 300),
                Outcomes.only(nrrd(header, RAW)).geometry().origin());
    }

    @Test
    void unitOfTheSamplesIsKept() throws IOException {
        Path file = nrrd(GRID + PLACE + "sample units: HU\nencoding: raw\n", RAW);
        assertEquals(ValueUnit.HU, Outcomes.only(file).unit());
    }

    @Test
    void linesAndBytesAreSkipped() throws IOException {
        String grid = GRID + PLACE + "encoding: raw\n";
        assertEight(nrrd(grid + "byte skip: 2\n", bytes(9, 9, 1, 2, 3, 4, 5, 6, 7, 8)));
        assertEight(nrrd(grid + "byteskip: -1\n", bytes(9, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8)));
        assertEight(
                nrrd(
                        grid + "line skip: 2\nbyte skip: 1\n",
                        bytes(65, 10, 66, 67, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8)));
    }

    @Test
    void detachedSamplesAreFoundBesideTheHeader() throws IOException {
        Files.write(folder.resolve("samples.raw"), RAW);
        assertEight(detached("data file: samples.raw\n"));
    }

    @Test
    void listedAndNumberedFilesFollowOneAnother() throws IOException {
        Files.write(folder.resolve("s01.raw"), bytes(1, 2, 3, 4));
        Files.write(folder.resolve("s02.raw"), bytes(5, 6, 7, 8));
        assertEight(detached("data file: s%02d.raw 1 2 1\n"));
        assertEight(detached("data file: LIST\ns01.raw\ns02.raw\n"));
        Files.write(folder.resolve("s02.raw"), bytes(5, 6, 7));
        assertEquals(
                new ReadRefusal.Truncated("s02.raw", 4, 3),
                Outcomes.refusal(detached("data file: s%02d.raw 1 2 1\n")));
    }

    private Path detached(String dataFile) throws IOException {
        return Files.writeString(
                folder.resolve("made.nhdr"),
                "NRRD0005\n" + GRID + PLACE + "encoding: raw\n" + dataFile);
    }

    @Test
    void wordsThatAreNoNumbersAreNamed() throws IOException {
        Path file =
                nrrd(
                        GRID + PLACE + "encoding: text\n",
                        "1 2 3 4 5 six 7 8".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                "made.nrrd is damaged: \"six\" is no number of its type.",
                Outcomes.refusal(file).describe());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sizes: 2 2 2 | sizes: 2 2",
                "sizes: 2 2 2 | sizes: 2 -2 2",
                "sizes: 2 2 2 | sizes: 2 2 99999999999999999999",
                "sizes: 2 2 2 | sizes: 2147483647 2147483647 2147483647",
                "dimension: 3 | dimension: 17",
                "type: uchar | type: quark",
                "(0,2,0) | (0,nan,0)",
                "(0,2,0) | (1,0,0)",
                "(0,2,0) | (0,2)",
                "(0,2,0) | fish",
                "(10,20,30) | (10,20,1e30)",
                "type: uchar | type: short",
                "dimension: 3 | no field at all",
                "dimension: 3 | type: uchar"
            })
    void badFieldsAreRefused(String good, String bad) throws IOException {
        String header = (GRID + PLACE + "encoding: raw\n").replace(good, bad);
        ReadRefusal refusal = Outcomes.refusal(nrrd(header, RAW));
        assertInstanceOf(ReadRefusal.BadHeader.class, refusal, refusal::describe);
        assertTrue(refusal.describe().contains("made.nrrd"));
    }
}
