// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

class MetaImageReaderTest {
    private static final String GRID =
            """
            ObjectType = Image
            NDims = 3
            DimSize = 2 2 2
            ElementType = MET_UCHAR
            ElementSpacing = 1 2 3
            """;
    private static final String PLACE =
            """
            Offset = 10 20 30
            TransformMatrix = 0 1 0 1 0 0 0 0 1
            """;
    private static final String LOCAL = "ElementDataFile = LOCAL\n";
    private static final byte[] RAW = {1, 2, 3, 4, 5, 6, 7, 8};

    @TempDir Path folder;

    private Path meta(String header, byte[] data) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(header.getBytes(StandardCharsets.UTF_8));
        all.write(data);
        return Files.write(folder.resolve("made.mha"), all.toByteArray());
    }

    private void assertEight(Path file) {
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 6, 7, 8}, Outcomes.values(Outcomes.only(file)));
    }

    private static byte[] zlib(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void eachTripleOfTheMatrixIsTheDirectionOfAnAxis() throws IOException {
        String place = PLACE.replace("0 1 0 1 0 0 0 0 1", "0 1 0 0 0 1 1 0 0");
        VolumeGeometry geometry = Outcomes.only(meta(GRID + place + LOCAL, RAW)).geometry();
        assertEquals(new PatientVector(0, 1, 0), geometry.iStep());
        assertEquals(new PatientVector(0, 0, 2), geometry.jStep());
        assertEquals(new PatientVector(3, 0, 0), geometry.kStep(0));
        assertEquals(new PatientPoint(10, 20, 30), geometry.origin());
    }

    @ParameterizedTest
    @CsvSource({"Position, Orientation", "Origin, Rotation"})
    void olderNamesMeanTheSame(String offset, String matrix) throws IOException {
        String place = PLACE.replace("Offset", offset).replace("TransformMatrix", matrix);
        VolumeGeometry geometry = Outcomes.only(meta(GRID + place + LOCAL, RAW)).geometry();
        assertEquals(new PatientPoint(10, 20, 30), geometry.origin());
        assertEquals(new PatientVector(0, 1, 0), geometry.iStep());
    }

    @Test
    void encodingsGiveTheSameValues() throws IOException {
        assertEight(meta(GRID + PLACE + LOCAL, RAW));
        assertEight(meta(GRID + PLACE + "CompressedData = True\n" + LOCAL, zlib(RAW)));
        assertEight(meta(GRID + PLACE + "CompressedData = True\n" + LOCAL, NiftiBytes.gzip(RAW)));
        assertEight(
                meta(
                        GRID + PLACE + "BinaryData = False\n" + LOCAL,
                        "1 2 3 4\n5 6 7 8\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void headerSizesAreSkipped() throws IOException {
        byte[] shifted = {9, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8};
        Files.write(folder.resolve("s.raw"), shifted);
        String place = GRID + PLACE;
        Path counted = folder.resolve("counted.mhd");
        assertEight(
                Files.writeString(counted, place + "HeaderSize = 3\nElementDataFile = s.raw\n"));
        assertEight(
                Files.writeString(counted, place + "HeaderSize = -1\nElementDataFile = s.raw\n"));
        assertEquals(ImageFormat.METAIMAGE_DETACHED, Outcomes.read(counted).facts().format());
    }

    @Test
    void listedFilesFollowOneAnother() throws IOException {
        Files.write(folder.resolve("a.raw"), new byte[] {1, 2, 3, 4});
        Files.write(folder.resolve("b.raw"), new byte[] {5, 6, 7, 8});
        assertEight(
                Files.writeString(
                        folder.resolve("l.mhd"),
                        GRID + PLACE + "ElementDataFile = LIST\na.raw\nb.raw\n"));
    }

    @ParameterizedTest
    @CsvSource({"BinaryDataByteOrderMSB", "ElementByteOrderMSB"})
    void bigEndianIsTurned(String tag) throws IOException {
        String header = (GRID + PLACE).replace("MET_UCHAR", "MET_USHORT") + tag + " = True\n";
        byte[] data = new byte[16];
        data[0] = 1;
        data[1] = 2;
        assertEquals(258, Outcomes.value(Outcomes.only(meta(header + LOCAL, data)), 0, 0, 0));
    }

    @Test
    void channelsBecomeVolumes() throws IOException {
        String header =
                (GRID + PLACE).replace("DimSize = 2 2 2", "DimSize = 2 2 1")
                        + "ElementNumberOfChannels = 2\n";
        List<Volume> volumes = Outcomes.read(meta(header + LOCAL, RAW)).volumes();
        assertArrayEquals(new double[] {2, 4, 6, 8}, Outcomes.values(volumes.get(1)));
        assertEquals("made, component 2 of 2", volumes.get(1).title());
    }

    @Test
    void fourthDimensionBecomesTimes() throws IOException {
        String header =
                """
                NDims = 4
                DimSize = 2 2 1 2
                ElementSpacing = 1 2 3 9
                Offset = 1 2 3 4
                TransformMatrix = 1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1
                ElementType = MET_UCHAR
                """;
        List<Volume> volumes = Outcomes.read(meta(header + LOCAL, RAW)).volumes();
        assertEquals("made, time 2 of 2", volumes.get(1).title());
        assertArrayEquals(new double[] {5, 6, 7, 8}, Outcomes.values(volumes.get(1)));
    }

    @Test
    void missingPlaceIsUncalibrated() throws IOException {
        assertEquals(
                List.of(new ReadWarning.Uncalibrated()),
                Outcomes.read(meta(GRID + LOCAL, RAW)).warnings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DimSize = 2 2 2 | DimSize = 2 2",
                "DimSize = 2 2 2 | DimSize = 2 -2 2",
                "NDims = 3 | NDims = 0",
                "ElementSpacing = 1 2 3 | ElementSpacing = 1 nan 3",
                "ElementSpacing = 1 2 3 | ElementSpacing = 1 0 3",
                "ElementSpacing = 1 2 3 | ElementSpacing = 1 two 3",
                "TransformMatrix = 0 1 0 | TransformMatrix = 1 0 0",
                "ElementDataFile = LOCAL | HeaderSize = 0",
                "Offset = 10 20 30 | nothing"
            })
    void badTagsAreRefused(String good, String bad) throws IOException {
        String header = (GRID + PLACE + LOCAL).replace(good, bad);
        ReadRefusal refusal = Outcomes.refusal(meta(header, RAW));
        assertInstanceOf(ReadRefusal.BadHeader.class, refusal, refusal::describe);
    }

    @Test
    void otherObjectsAndTypesAreRefused() throws IOException {
        assertInstanceOf(
                ReadRefusal.Unsupported.class,
                Outcomes.refusal(meta((GRID + LOCAL).replace("= Image", "= Tube"), RAW)));
        assertInstanceOf(
                ReadRefusal.Unsupported.class,
                Outcomes.refusal(
                        meta((GRID + LOCAL).replace("MET_UCHAR", "MET_UCHAR_ARRAY"), RAW)));
    }
}
