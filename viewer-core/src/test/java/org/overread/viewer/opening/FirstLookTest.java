// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.DicomBytes;
import org.overread.viewer.dicom.Slices;
import org.overread.viewer.work.CancelToken;

final class FirstLookTest {
    @TempDir private Path folder;

    @Test
    void itIsTheMiddleOfNumberedFilesWhateverTheirDigits() throws Exception {
        for (int n = 1; n <= 21; n++) { // by name alone, 19 were in the middle
            Files.write(folder.resolve("IM" + n), slice(n).file());
        }
        assertEquals(Optional.of("IM11"), seen());
    }

    @Test
    void foldersAreGoneIntoAndWhatIsNoImageIsPassedBy() throws Exception {
        Path series = Files.createDirectories(folder.resolve("DICOM/ST1/SE1"));
        Slices.write(series, slice(0), slice(1), slice(2));
        Files.writeString(folder.resolve("DICOMDIR"), "a directory");
        Files.writeString(folder.resolve("README.TXT"), "how to use this medium");
        Files.createDirectories(folder.resolve("VIEWER"));
        Files.writeString(folder.resolve("VIEWER/start.exe"), "a program");
        assertEquals(Optional.of("0001.dcm"), seen());
    }

    @Test
    void foldersWithoutImagesAreGivenUpSoon() throws Exception {
        Path deep = folder;
        for (int n = 0; n < 30; n++) {
            deep = Files.createDirectory(deep.resolve("" + n));
        }
        Slices.write(deep, slice(0));
        assertEquals(Optional.empty(), seen());
    }

    @Test
    void aFolderInALoopOfLinksEnds() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("a"));
        Files.createSymbolicLink(inner.resolve("back"), folder);
        assertEquals(Optional.empty(), seen());
    }

    @Test
    void filesAndWhatIsGoneAreLeftToTheScan() throws Exception {
        Path file = folder.resolve("one.dcm");
        Files.write(file, slice(1).file());
        assertEquals(Optional.empty(), seen(file, folder.resolve("gone")));
    }

    @Test
    void whoCancelsGetsNone() throws Exception {
        Slices.write(folder, slice(0), slice(1));
        var cancel = new CancelToken();
        cancel.cancel();
        try (var pool = Executors.newFixedThreadPool(2)) {
            assertThrows(
                    CancellationException.class, () -> FirstLook.at(List.of(folder), pool, cancel));
        }
    }

    private Optional<String> seen() throws IOException, InterruptedException {
        return seen(folder);
    }

    private static Optional<String> seen(Path... places) throws IOException, InterruptedException {
        try (var pool = Executors.newFixedThreadPool(2)) {
            return FirstLook.at(List.of(places), pool, new CancelToken())
                    .map(volume -> volume.files().getFirst().fileName());
        }
    }

    private static DicomBytes slice(int number) {
        return Slices.at(number, 0, 0, number);
    }
}
