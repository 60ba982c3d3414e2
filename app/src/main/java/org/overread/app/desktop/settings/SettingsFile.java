// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;

/// The settings as a small JSON file, written whole or not at all. I/O threads; one program at a time.
public final class SettingsFile {
    /// What was found.
    public sealed interface Found {
        Settings settings();

        record Kept(Settings settings) implements Found {}

        /// There is no file yet.
        record Fresh(Settings settings) implements Found {}

        /// The file could not be understood; it was renamed to `keptAs` and the program begins anew.
        record Damaged(Settings settings, Path keptAs) implements Found {}

        /// The file is there and cannot be read or moved.
        record Unreadable(Settings settings) implements Found {}
    }

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    public Found load() {
        try {
            return new Found.Kept(SettingsJson.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
            return new Found.Fresh(Settings.FIRST);
        } catch (JacksonException _) {
            return setAside();
        } catch (IOException _) {
            return new Found.Unreadable(Settings.FIRST);
        }
    }

    /// Writes beside the file and then takes its place, so that a power cut leaves the old settings or the new ones.
    public synchronized void save(Settings settings) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, SettingsJson.write(settings));
        try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Found setAside() {
        Path keptAs = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, keptAs, StandardCopyOption.REPLACE_EXISTING);
            return new Found.Damaged(Settings.FIRST, keptAs);
        } catch (IOException _) {
            return new Found.Unreadable(Settings.FIRST);
        }
    }
}
