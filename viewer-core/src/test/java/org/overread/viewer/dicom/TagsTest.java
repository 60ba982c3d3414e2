// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.parse.TagRow;
import org.overread.viewer.dicom.parse.Tags;

class TagsTest {
    @TempDir Path folder;

    @Test
    void attributesAreListedWithTheirItems() throws Exception {
        Path file = folder.resolve("a");
        Files.write(
                file,
                Slices.at(1, 0, 0, 0)
                        .sequence(0x0008_1140, DicomBytes.explicit().text(0x0008_1150, "UI", "1.2"))
                        .file());

        List<TagRow> rows = Tags.read(DicomFile.of(file));

        assertTrue(rows.contains(new TagRow(0, 0x0028_0010, "US", "Rows", "3")), rows::toString);
        int sequence =
                rows.indexOf(
                        new TagRow(0, 0x0008_1140, "SQ", "Referenced Image Sequence", "1 item"));
        assertEquals(
                List.of(
                        new TagRow(1, 0xfffe_e000, "", "Item", "1"),
                        new TagRow(2, 0x0008_1150, "UI", "Referenced SOP Class UID", "1.2")),
                rows.subList(sequence + 1, sequence + 3));
        assertEquals("(7FE0,0010)", rows.getLast().tagText());
        assertEquals("24 bytes", rows.getLast().value());
    }

    @Test
    void longValuesAreWhole() throws Exception {
        String thousand = String.join("\\", Collections.nCopies(1000, "12.5"));
        Path file = folder.resolve("a");
        Files.write(
                file,
                Slices.at(1, 0, 0, 0)
                        .text(0x0040_a160, "UT", "x".repeat(5000))
                        .text(0x0018_9087, "DS", thousand)
                        .sequence(0x0008_1140, DicomBytes.explicit(), DicomBytes.explicit())
                        .file());

        List<TagRow> rows = Tags.read(DicomFile.of(file));

        assertEquals("x".repeat(5000), value(rows, 0x0040_a160));
        assertEquals(thousand, value(rows, 0x0018_9087));
        assertEquals("2 items", value(rows, 0x0008_1140));
    }

    private static String value(List<TagRow> rows, int tag) {
        return rows.stream().filter(row -> row.tag() == tag).findFirst().orElseThrow().value();
    }
}
