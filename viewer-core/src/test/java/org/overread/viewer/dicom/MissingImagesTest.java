// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.SkippedFile;
import org.overread.viewer.dicom.parse.TagNumbers;

/// A series that lacks slices must not look whole.
class MissingImagesTest {
    @TempDir Path folder;

    private static byte[] directory(String... files) {
        return DicomBytes.explicit()
                .text(TagNumbers.FILE_SET, "CS", "CD")
                .sequence(
                        TagNumbers.DIRECTORY_RECORDS,
                        Arrays.stream(files)
                                .map(
                                        file ->
                                                DicomBytes.explicit()
                                                        .text(
                                                                TagNumbers.REFERENCED_FILE,
                                                                "CS",
                                                                file))
                                .toArray(DicomBytes[]::new))
                .file();
    }

    private static List<SkippedFile> missing(ScanResult scan) {
        return scan.skipped().stream()
                .filter(file -> file.reason() instanceof SkipReason.MissingFromMedium)
                .toList();
    }

    @Test
    void whatTheDirectoryNamesAndNobodyCopiedIsListed() throws Exception {
        Path images = Files.createDirectory(folder.resolve("im"));
        Files.write(images.resolve("i1"), Slices.at(1, 0, 0, 0).file());
        Files.write(images.resolve("i2."), Slices.at(2, 0, 0, 1).file());
        Files.write(
                folder.resolve("DICOMDIR"),
                directory("IM\\I1", "IM\\I2", "IM\\I3", "IM\\I3", "..\\..\\SECRET"));

        ScanResult scan = Scans.scan(folder.resolve("DICOMDIR"));

        assertEquals(1, scan.volumes().count());
        assertEquals(
                List.of(
                        new SkippedFile(
                                DicomFile.of(folder.resolve("IM/I3")),
                                new SkipReason.MissingFromMedium())),
                missing(scan));
        assertEquals(2, scan.skipped().size());
    }

    @Test
    void theDirectoryOfAnArchivedMediumToo() throws Exception {
        Path archive = folder.resolve("cd.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("cd/DICOMDIR"));
            zip.write(directory("IM\\I1", "IM\\I2"));
            zip.putNextEntry(new ZipEntry("cd/IM/I1"));
            zip.write(Slices.at(1, 0, 0, 0).file());
        }

        assertEquals(
                List.of("cd/IM/I2"),
                missing(Scans.scan(archive)).stream().map(file -> file.file().member()).toList());
    }

    /// As pydicom lists them: 31 files are named, by four directories alike, and 27 are there.
    @Test
    void seriesThatAreNotOnTheMediumAreNamed() throws Exception {
        Path medium = SharedData.path("data/dicom_files/dicomdir/DICOMDIR");

        assertEquals(4, missing(Scans.scan(medium)).size());
    }

    @Test
    void aSeriesKnowsWhichOfItsImagesWereLeftOut() throws Exception {
        byte[] last = Slices.at(3, 0, 0, 2).file();
        Slices.write(folder, Slices.at(1, 0, 0, 0), Slices.at(2, 0, 0, 1));
        Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(last, last.length - 2));
        Files.write(folder.resolve("copy.dcm"), Slices.at(1, 0, 0, 0).file());

        ScanResult scan = Scans.scan(folder);

        Series series = scan.studies().getFirst().series().getFirst();
        assertEquals(
                List.of("cut.dcm"),
                series.leftOut().stream().map(file -> file.file().fileName()).toList());
        assertTrue(series.leftOut().getFirst().reason() instanceof SkipReason.Truncated);
    }
}
