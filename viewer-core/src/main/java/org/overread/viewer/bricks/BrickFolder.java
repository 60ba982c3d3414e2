// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where files of bricks lie while they are used: in the cache folder of the person who runs the program, which is meant
/// for what may be large and may go.
///
/// A file carries the number of the process that made it. On most systems it has no name any more as soon as it is in
/// use; where names of open files stay, or a program died at the wrong moment, the next program that needs the folder
/// removes what no living process owns.
public record BrickFolder(Path place) {
    private static final Logger LOG = LoggerFactory.getLogger(BrickFolder.class);
    private static final Pattern NAME = Pattern.compile("overread-(\\d{1,18})-.*\\.bricks");

    /// Of the person who runs the program now.
    public static BrickFolder here() {
        return of(
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    static BrickFolder of(String os, Map<String, String> environment, Path home) {
        String name = os.toLowerCase(Locale.ROOT);
        Path cache;
        if (name.contains("mac")) {
            cache = home.resolve("Library").resolve("Caches").resolve("Overread");
        } else if (name.contains("windows")) {
            Path local = home.resolve("AppData").resolve("Local");
            cache = place(environment, "LOCALAPPDATA", local).resolve("Overread").resolve("Cache");
        } else {
            cache =
                    place(environment, "XDG_CACHE_HOME", home.resolve(".cache"))
                            .resolve("overread");
        }
        return new BrickFolder(cache.resolve("bricks"));
    }

    /// A relative path in such a variable is invalid and ignored, as the XDG rules ask.
    private static Path place(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }

    /// The folder, which exists now and holds nothing of dead processes; the system's folder for temporary files where
    /// it cannot be made.
    Path ready() {
        try {
            Files.createDirectories(place);
            removeLeftOvers();
            return place;
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName(); // its words hold a path
            LOG.warn("bricks go to the temporary folder, the cache is no use: {}", reason);
            return Path.of(System.getProperty("java.io.tmpdir"));
        }
    }

    /// A new file of this process.
    static Path newFile(Path folder) throws IOException {
        return Files.createTempFile(
                folder, "overread-" + ProcessHandle.current().pid() + "-", ".bricks");
    }

    /// Removes files of processes that live no more; does nothing where there is no such folder.
    public void removeLeftOvers() throws IOException {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.bricks")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && !isAlive(Long.parseLong(name.group(1)))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }
}
