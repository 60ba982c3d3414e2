// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.overread.sync.store.db.Copying;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.FolderSync;

/// Copies of a workspace, made while people work in it. A copy appears under its name when it has been read back whole;
/// before that it has another name.
public final class Backup {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String BEFORE = "overread-";
    private static final String AFTER = ".backup";
    private static final String PART = ".part";
    private static final Pattern NAME =
            Pattern.compile("overread-\\d{8}T\\d{6}Z[.]backup([.]part(-journal)?)?");
    private static final Duration ABANDONED = Duration.ofDays(1);

    private Backup() {}

    /// What came of it.
    public sealed interface Outcome {
        /// The copy is there and sound.
        record Made(Path file, long bytes, CheckReport report) implements Outcome {}

        /// The copy was not sound, for the workspace is not; no earlier copy was touched.
        record Unsound(CheckReport report) implements Outcome {}
    }

    /// Makes a copy in a folder. Blocks; people can work meanwhile.
    public static Outcome make(Database database, Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(BEFORE + STAMP.format(now) + AFTER);
        Path part = folder.resolve(target.getFileName() + PART);
        Files.deleteIfExists(part);
        removeAbandoned(folder, now);
        try {
            Copying.copy(database, part);
            sync(part);
            CheckReport report = Copying.inspect(part, Checkup::full);
            if (!report.isSound()) {
                return new Outcome.Unsound(report);
            }
            move(part, target);
            FolderSync.sync(folder);
            return new Outcome.Made(target, Files.size(target), report);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// What a process left that ended while it copied; one that another still writes is younger.
    private static void removeAbandoned(Path folder, Instant now) throws IOException {
        for (String ending : List.of(PART, PART + "-journal")) {
            for (Path part : named(folder, ending)) {
                if (Duration.between(time(part), now).compareTo(ABANDONED) > 0) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /// The copies of a folder, the newest first.
    public static List<Path> list(Path folder) throws IOException {
        return named(folder, AFTER);
    }

    private static List<Path> named(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted((a, b) -> b.getFileName().compareTo(a.getFileName()))
                    .toList();
        }
    }

    /// Removes copies that newer ones make needless: the newest of each of 7 days and of each of 4 weeks stay.
    public static List<Path> thin(Path folder) throws IOException {
        List<Path> needless = Retention.needless(list(folder), Backup::time);
        for (Path file : needless) {
            Files.delete(file);
        }
        return needless;
    }

    static Instant time(Path file) {
        String name = file.getFileName().toString();
        return Instant.from(STAMP.parse(name.substring(BEFORE.length(), name.indexOf(AFTER))));
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }
}
