// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.formats.nrrd.LabelMap;
import org.overread.viewer.formats.nrrd.NrrdWriter;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

final class NrrdWriterTest {
    private static final VolumeGeometry GRID =
            VolumeGeometry.regular(
                    new GridSize(3, 2, 2),
                    new PatientPoint(-10, 20.5, 30),
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    0.5,
                    0.75,
                    2);
    private static final LabelMap MAP =
            new LabelMap(
                    GRID,
                    List.of(new LabelMap.Label(1, "Liver"), new LabelMap.Label(7, "a\\b\nc")),
                    k -> new byte[] {0, 1, 7, 0, 1, (byte) (k + 1)});
    private static final byte[] VALUES = {0, 1, 7, 0, 1, 1, 0, 1, 7, 0, 1, 2};

    @TempDir Path folder;

    @Test
    void theHeaderSaysGridAndNames() throws IOException {
        Path file = folder.resolve("map.nrrd");
        NrrdWriter.write(MAP, NrrdWriter.Encoding.RAW, file);
        byte[] bytes = Files.readAllBytes(file);
        int data = bytes.length - VALUES.length;
        assertArrayEquals(VALUES, Arrays.copyOfRange(bytes, data, bytes.length));
        assertEquals(
                """
                NRRD0005
                # made by Overread
                type: uint8
                dimension: 3
                space: left-posterior-superior
                sizes: 3 2 2
                space directions: (0.5,0.0,0.0) (0.0,0.75,0.0) (0.0,0.0,2.0)
                kinds: domain domain domain
                encoding: raw
                space origin: (-10.0,20.5,30.0)
                Segment0_ID:=Segment_1
                Segment0_Name:=Liver
                Segment0_LabelValue:=1
                Segment0_Layer:=0
                Segment0_Extent:=0 2 0 1 0 1
                Segment1_ID:=Segment_7
                Segment1_Name:=a\\\\b\\nc
                Segment1_LabelValue:=7
                Segment1_Layer:=0
                Segment1_Extent:=0 2 0 1 0 1

                """,
                new String(bytes, 0, data, StandardCharsets.UTF_8));
    }

    /// Written as 3D Slicer 5 writes it.
    @Test
    void aLabelHasItsColourAndItsCode() throws IOException {
        Path file = folder.resolve("map.seg.nrrd");
        var liver =
                new LabelMap.Label(
                        1,
                        "Liver",
                        Optional.of(new LabelMap.Look(0xDD8265)),
                        Optional.of(new LabelMap.Term("SCT", "10200004", "Liver")));
        var lesion =
                new LabelMap.Label(
                        2,
                        "Lesion",
                        Optional.empty(),
                        Optional.of(new LabelMap.Term("SCT", "52988006", "Lesion")));
        var map = new LabelMap(GRID, List.of(liver, lesion), k -> new byte[6]);
        NrrdWriter.write(map, NrrdWriter.Encoding.RAW, file);
        String header = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(header.contains("\nSegment0_Color:=0.866667 0.509804 0.396078\n"), header);
        assertTrue(
                header.contains(
                        "\nSegment0_Tags:=TerminologyEntry:Segmentation category and type - DICOM master list"
                                + "~SCT^123037004^Anatomical Structure~SCT^10200004^Liver~^^"
                                + "~Anatomic codes - DICOM master list~^^~^^|\n"),
                header);
        assertTrue(
                header.contains(
                        "~SCT^49755003^Morphologically Altered Structure~SCT^52988006^Lesion~^^~"),
                header);
    }

    @Test
    void gzipHoldsTheSameValues() throws IOException {
        Path file = folder.resolve("map.nrrd");
        NrrdWriter.write(MAP, NrrdWriter.Encoding.GZIP, file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int data = text.indexOf("\n\n") + 2;
        assertTrue(text.contains("encoding: gzip\n"));
        byte[] packed = Arrays.copyOfRange(Files.readAllBytes(file), data, text.length());
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertArrayEquals(VALUES, in.readAllBytes());
        }
    }

    @Test
    void unevenSlicesAreRefused() {
        VolumeGeometry uneven = Orientation.UNEVEN.grid(new GridSize(2, 2, 3), 1, 1, 1);
        var map = new LabelMap(uneven, List.of(), k -> new byte[4]);
        assertThrows(
                IllegalArgumentException.class,
                () -> NrrdWriter.write(map, NrrdWriter.Encoding.RAW, folder.resolve("x.nrrd")));
    }
}
