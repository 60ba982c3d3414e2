// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.overread.viewer.work.CancelToken;

/// Finds the files below the roots of a scan, each once. A DICOMDIR among the roots stands for its folder.
public final class FileFinder {
    private final Set<Path> known = new HashSet<>();
    private final Found found;
    private final List<SkippedFile> skipped;
    private final CancelToken cancel;

    private FileFinder(Found found, List<SkippedFile> skipped, CancelToken cancel) {
        this.found = found;
        this.skipped = skipped;
        this.cancel = cancel;
    }

    /// Hears of every file, with the bytes that it takes.
    @FunctionalInterface
    public interface Found {
        void file(Path path, long bytes);
    }

    /// `found` hears of files while others are looked for.
    public static void find(
            List<Path> roots, Found found, List<SkippedFile> skipped, CancelToken cancel) {
        var finder = new FileFinder(found, skipped, cancel);
        for (Path root : roots) {
            finder.add(root.toAbsolutePath().normalize());
        }
    }

    private void add(Path root) {
        Path name = root.getFileName();
        Path parent = root.getParent();
        boolean directory =
                name != null && name.toString().toUpperCase(Locale.ROOT).equals("DICOMDIR");
        Path start = directory && parent != null && Files.isRegularFile(root) ? parent : root;
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor());
        } catch (IOException e) {
            skip(start, e);
        }
    }

    private SimpleFileVisitor<Path> visitor() {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                cancel.check();
                if (attributes.isRegularFile()) {
                    if (known.add(file)) {
                        found.file(file, attributes.size());
                    }
                } else if (attributes.isSymbolicLink()) { // all others are followed
                    skipped.add(
                            new SkippedFile(
                                    DicomFile.of(file),
                                    new SkipReason.Unreadable("the link leads nowhere")));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                skip(file, e);
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private void skip(Path path, IOException e) {
        skipped.add(new SkippedFile(DicomFile.of(path), Refusals.of(e)));
    }
}
