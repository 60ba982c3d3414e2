// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.SkippedFile;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.parse.TagRow;
import org.overread.viewer.dicom.parse.Tags;

/// Folders that lead in circles or nowhere, and names in many scripts.
class OddFoldersTest {
    @TempDir Path folder;

    @Test
    void linksThatLeadBackAreListedAndFollowedOnce() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        Slices.write(inner, Slices.at(1, 0, 0, 0), Slices.at(2, 0, 0, 1));
        Path link = Files.createSymbolicLink(inner.resolve("back"), folder);

        ScanResult scan = Scans.scan(folder);

        assertEquals(2, scan.volumes().findFirst().orElseThrow().slices().size());
        assertEquals(
                List.of(
                        new SkippedFile(
                                DicomFile.of(link),
                                new SkipReason.Unreadable(
                                        "a link leads back to an enclosing folder"))),
                scan.skipped());
    }

    @Test
    void linkToNowhereIsListed() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nothing"));

        assertEquals(
                List.of(
                        new SkippedFile(
                                DicomFile.of(link),
                                new SkipReason.Unreadable("the link leads nowhere"))),
                Scans.scan(folder).skipped());
    }

    @Test
    void folderThatMayNotBeReadIsListed() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Slices.write(closed, Slices.at(1, 0, 0, 0));
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeFalse(Files.isReadable(closed), "needs a user whom permissions bind, not root");
            assertEquals(
                    List.of(
                            new SkippedFile(
                                    DicomFile.of(closed),
                                    new SkipReason.Unreadable("access is denied"))),
                    Scans.scan(folder).skipped());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// Each name as pydicom reads it; DCMTK agrees on all of those that it can open.
    @TestFactory
    List<DynamicTest> namesReadAsOtherToolsReadThem() {
        var tests = new ArrayList<DynamicTest>();
        for (var entry : SharedData.json("reference/charset.json").properties()) {
            String name = entry.getValue().path("pydicom_patient_name").asString("");
            if (!name.isEmpty()) {
                tests.add(
                        DynamicTest.dynamicTest(
                                entry.getKey(), () -> assertName(entry.getKey(), name)));
            }
        }
        return tests;
    }

    private static void assertName(String file, String name) throws Exception {
        Path path = SharedData.path("data/dicom_files/charset/" + file);
        String listed =
                Tags.read(DicomFile.of(path)).stream()
                        .filter(row -> row.tag() == TagNumbers.PATIENT_NAME)
                        .map(TagRow::value)
                        .findFirst()
                        .orElseThrow();
        assertEquals(name, withoutEmptyGroup(listed));
        for (Study study : Scans.scan(path).studies()) {
            assertEquals(name, withoutEmptyGroup(study.patientName()));
        }
    }

    /// Two files end in an empty third group, which pydicom does not show.
    private static String withoutEmptyGroup(String name) {
        return name.endsWith("=") ? name.substring(0, name.length() - 1) : name;
    }
}
