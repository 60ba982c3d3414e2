// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// One image of a folder before the folder is known: the middle file by name, which of most series is the middle slice.
/// Costs the names of a folder and the header of a file, however many files there are; a scan asks for all of them.
///
/// What it finds stands for its file alone. Which series it belongs to, and where in it, only the scan knows.
public final class FirstLook {
    private static final int TRIES = 16;
    private static final int DEPTH = 8;
    private static final int MOST_NAMES = 200_000;

    /// Numbered files in order, without looking for the numbers: of like names the longer has the greater number.
    private static final Comparator<Path> BY_NUMBER =
            Comparator.comparingInt((Path path) -> path.toString().length())
                    .thenComparing(Comparator.naturalOrder());

    private final ExecutorService compute;
    private final CancelToken cancel;
    private int left = TRIES;

    private FirstLook(ExecutorService compute, CancelToken cancel) {
        this.compute = compute;
        this.cancel = cancel;
    }

    /// A volume of one file of these folders; empty where none is found soon, and for places that are files, which are
    /// read as fast. Blocks for a few file accesses.
    public static Optional<DicomVolume> at(
            List<Path> places, ExecutorService compute, CancelToken cancel)
            throws InterruptedException {
        var look = new FirstLook(compute, cancel);
        for (Path place : places) {
            Optional<DicomVolume> found =
                    Files.isDirectory(place) ? look.inFolder(place, DEPTH) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<DicomVolume> inFolder(Path folder, int depth) throws InterruptedException {
        List<Path> entries = entries(folder);
        int[] order = {entries.size() / 2, entries.size() / 4, 3 * entries.size() / 4, 0};
        for (int at : IntStream.of(order).distinct().toArray()) {
            if (at >= entries.size() || depth == 0 || left-- == 0) {
                return Optional.empty();
            }
            cancel.check();
            Path entry = entries.get(at);
            Optional<DicomVolume> found =
                    Files.isDirectory(entry) ? inFolder(entry, depth - 1) : ofFile(entry);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<DicomVolume> ofFile(Path file) throws InterruptedException {
        return DicomVolume.of(
                        DicomScanner.scan(List.of(file), compute, Progress.Listener.NONE, cancel))
                .findFirst();
    }

    /// Those of a folder that cannot be read are none: the scan says so.
    private List<Path> entries(Path folder) {
        var entries = new ArrayList<Path>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path name : names) {
                if (entries.size() == MOST_NAMES) {
                    break;
                }
                cancel.check();
                if (!String.valueOf(name.getFileName())
                        .equalsIgnoreCase("DICOMDIR")) { // to a scan it stands for its whole folder
                    entries.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        entries.sort(BY_NUMBER);
        return entries;
    }
}
