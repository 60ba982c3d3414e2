// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens a workspace's file, having looked at it first.
public final class DatabaseFile {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private DatabaseFile() {}

    /// Opens, or makes, the file. Blocks; a sound file of 2 GiB takes about half a second.
    public static Opening open(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder == null || !Files.isDirectory(folder)) {
                return new Opening.Refused(
                        Refusal.NO_FOLDER,
                        "The folder of the workspace is not there; make it first.");
            }
            Optional<String> share = DiskKind.networkShare(folder);
            if (share.isPresent()) {
                return new Opening.Refused(
                        Refusal.NETWORK_SHARE,
                        "The workspace lies on %s, where a lost connection can damage it. Choose a folder on a disk of this computer."
                                .formatted(share.get()));
            }
            if (isForeign(file)) {
                return new Opening.Refused(
                        Refusal.FOREIGN, "The file is not a workspace; nothing was changed.");
            }
            Optional<WriterLock> lock = WriterLock.take(file);
            return lock.isPresent() ? openHeld(file, lock.get()) : openToRead(file);
        } catch (StoreException e) {
            return refused(e);
        } catch (IOException e) {
            LOG.warn("a workspace is not opened", e);
            return new Opening.Refused(
                    Refusal.DISK,
                    "The workspace's folder cannot be read and written; check its permissions and its disk.");
        }
    }

    private static boolean isForeign(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(MAGIC.length);
            // a damaged first page is no reason to take our file for another's, nor is one that
            // never
            // came to the disk when the power went while the file was made
            return !Arrays.equals(first, MAGIC)
                    && !isBlank(first)
                    && !Files.exists(WriterLock.file(file));
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private static Opening openHeld(Path file, WriterLock lock) throws IOException {
        boolean kept = false;
        Optional<Sql> writer = Optional.empty();
        try {
            Rescue.finish(file);
            Sql sql = Connections.writer(file);
            writer = Optional.of(sql);
            Optional<Opening> objection = objection(sql);
            if (objection.isPresent()) {
                return objection.get();
            }
            Migrations.run(file, sql, Migrations.newest());
            if (!Migrations.isOurs(sql)) {
                return new Opening.Refused(
                        Refusal.FOREIGN,
                        "The workspace was made by another edition of Overread; nothing was changed.");
            }
            // SQLite removes the journal of the first transaction without this; were it to come
            // back after a power
            // cut, it would undo all that was saved since
            FolderSync.around(file);
            kept = true;
            return new Opening.Open(Database.writing(file, sql, lock));
        } catch (StoreException e) {
            return refused(e);
        } finally {
            if (!kept) {
                close(writer);
                lock.close();
            }
        }
    }

    private static Opening openToRead(Path file) throws StoreException {
        String owner = WriterLock.owner(file);
        Sql sql = Connections.reader(file);
        try {
            Optional<Opening> objection = strangeness(sql);
            return objection.isPresent()
                    ? objection.get()
                    : new Opening.Elsewhere(Database.reading(file), owner);
        } finally {
            close(Optional.of(sql));
        }
    }

    private static Optional<Opening> objection(Sql sql) throws StoreException {
        String version = sql.texts("SELECT sqlite_version()").getFirst();
        if (!Connections.isSafe(version)) {
            return Optional.of(
                    new Opening.Refused(
                            Refusal.UNSAFE_LIBRARY,
                            "SQLite %s can damage a workspace; Overread comes with a later one and does not use this one."
                                    .formatted(version)));
        }
        String mode = sql.texts("PRAGMA journal_mode").getFirst();
        if (!mode.equals("wal")) {
            return Optional.of(
                    new Opening.Refused(
                            Refusal.UNSUITABLE_DISK,
                            "This disk does not allow a write-ahead log (SQLite says '%s'). Choose a folder on another disk of this computer."
                                    .formatted(mode)));
        }
        Optional<Opening> strange = strangeness(sql);
        if (strange.isPresent()) {
            return strange;
        }
        List<String> findings = sql.texts("PRAGMA quick_check(20)");
        return findings.equals(List.of("ok"))
                ? Optional.empty()
                : Optional.of(new Opening.Damaged(findings));
    }

    private static Optional<Opening> strangeness(Sql sql) throws StoreException {
        long id = sql.number("PRAGMA application_id");
        boolean empty = sql.number("SELECT count(*) FROM sqlite_schema") == 0;
        if (id != Connections.APPLICATION_ID && !(id == 0 && empty)) {
            return Optional.of(
                    new Opening.Refused(
                            Refusal.FOREIGN,
                            "The file is another program's; nothing was changed."));
        }
        int version = Migrations.versionOf(sql);
        return version > Migrations.newest()
                ? Optional.of(
                        new Opening.Refused(
                                Refusal.LATER_FORM,
                                "The workspace was written by a later Overread (form %d; this one knows %d). Use that one; nothing was changed."
                                        .formatted(version, Migrations.newest())))
                : Optional.empty();
    }

    private static Opening refused(StoreException e) {
        LOG.warn("a workspace is not opened: {}", e.getMessage());
        return switch (e.fault()) {
            case DAMAGED, NOT_A_DATABASE ->
                    new Opening.Damaged(List.of(String.valueOf(e.getMessage())));
            case FULL -> new Opening.Refused(Refusal.FULL, e.fault().sentence());
            case BUSY, IO, READ_ONLY, REFUSED, CLOSED ->
                    new Opening.Refused(Refusal.DISK, e.fault().sentence());
        };
    }

    private static void close(Optional<Sql> sql) {
        try {
            if (sql.isPresent()) {
                sql.get().close();
            }
        } catch (SQLException e) {
            LOG.warn("a connection did not close", e);
        }
    }
}
