// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.overread.app.desktop.settings.PlatformPlaces;
import org.overread.app.sample.CoarseSample;

/// A start that nobody watches: from it the JVM learns what a start needs. Its files are all in one temporary folder,
/// so that a person's settings, logs and recent folders stay as they are.
final class Training implements AutoCloseable {
    private final Path folder;

    private Training(Path folder) {
        this.folder = folder;
    }

    static Training begin() throws IOException {
        return new Training(Files.createTempDirectory("overread-training"));
    }

    PlatformPlaces places() {
        return new PlatformPlaces(
                folder.resolve("settings"), folder.resolve("logs"), folder.resolve("data"));
    }

    /// A small series to open.
    Path series(ExecutorService compute) throws IOException {
        return CoarseSample.write(folder.resolve("series"), compute);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
