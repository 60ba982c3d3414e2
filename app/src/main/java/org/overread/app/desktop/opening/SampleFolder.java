// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.overread.app.sample.SampleStudyFiles;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Where the program keeps the sample study, made the first time that a person wants to see it.
public final class SampleFolder {
    /// Writes the study's files into a folder; [SampleStudyFiles] does, tests write less.
    @FunctionalInterface
    public interface Writer {
        void write(Path folder, Executor compute, Progress.Listener listener, CancelToken cancel)
                throws IOException;
    }

    private final Path folder;
    private final Writer writer;

    /// `data` is where the program keeps what it made itself.
    public SampleFolder(Path data) {
        this(data, SampleStudyFiles::write);
    }

    public SampleFolder(Path data, Writer writer) {
        folder = data.resolve("sample-study");
        this.writer = writer;
    }

    /// The images alone.
    public Path images() {
        return SampleStudyFiles.images(folder);
    }

    public boolean isThere() {
        return Files.isDirectory(folder);
    }

    /// Makes what is missing; seconds the first time. The folder appears whole or not at all, and what was written
    /// before a failure or a cancel is deleted again. Blocks; called from outside the executor's threads.
    public Path make(Executor compute, Progress.Listener listener, CancelToken cancel)
            throws IOException {
        if (isThere()) {
            return images();
        }
        Path part = folder.resolveSibling("sample-study.part");
        delete(part); // of a program that was killed
        try {
            Files.createDirectories(part);
            writer.write(part, compute, listener, cancel);
            cancel.check();
            Files.move(part, folder);
        } finally {
            delete(part);
        }
        return images();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
