// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.store.Sample;

final class OpeningTest {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("w.db");
    }

    @Test
    void aNewFileIsSetUpAsMeasured() {
        try (Database database = open()) {
            for (var pragma :
                    List.of(
                            "page_size 16384",
                            "synchronous 2",
                            "foreign_keys 1",
                            "trusted_schema 0",
                            "mmap_size 0",
                            "cell_size_check 1",
                            "application_id " + 0x4F565244,
                            "user_version 3")) {
                String[] words = pragma.split(" ", 2);
                assertEquals(
                        Long.parseLong(words[1]), number(database, "PRAGMA " + words[0]), words[0]);
            }
            assertTrue(Files.exists(folder.resolve("w.db-wal")));
        }
    }

    private static long number(Database database, String query) {
        try {
            return database.maintain(sql -> sql.number(query));
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private Database open() {
        return assertInstanceOf(Opening.Open.class, DatabaseFile.open(file())).database();
    }

    @Test
    void aSecondOneReadsAndIsToldWhoWrites() throws IOException {
        try (var _ = Sample.begun(file())) {
            var second = assertInstanceOf(Opening.Elsewhere.class, DatabaseFile.open(file()));
            try (Database database = second.database()) {
                assertFalse(database.isWritable());
                assertEquals(
                        "process %d on %s"
                                .formatted(ProcessHandle.current().pid(), WriterLock.hostName()),
                        second.owner());
                assertEquals(
                        1L,
                        (long) database.read(sql -> sql.number("SELECT count(*) FROM reading")));
                var refused = assertThrows(StoreException.class, () -> database.write(sql -> sql));
                assertEquals(StoreFault.READ_ONLY, refused.fault());
            }
        }
    }

    @Test
    void anotherProcessReadsAndIsToldWhoWrites() throws IOException, InterruptedException {
        try (var _ = Sample.begun(file())) {
            assertEquals("reads; process %d".formatted(ProcessHandle.current().pid()), elsewhere());
        }
        assertEquals("writes", elsewhere());
    }

    private String elsewhere() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Elsewhere.class.getName(),
                                file().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    /// What the other process does.
    static final class Elsewhere {
        public static void main(String[] args) {
            System.out.println(
                    switch (DatabaseFile.open(Path.of(args[0]))) {
                        case Opening.Open(Database database) -> {
                            database.close();
                            yield "writes";
                        }
                        case Opening.Elsewhere(Database database, String owner) -> {
                            database.close();
                            yield "reads; " + owner.replaceAll(" on .*", "");
                        }
                        case Opening.Damaged(var findings) -> findings.toString();
                        case Opening.Refused(_, String sentence) -> sentence;
                    });
        }
    }

    @Test
    void aFileOfALaterFormIsLeftAlone() throws SQLException {
        open().close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=99");
        }
        var refused = assertInstanceOf(Opening.Refused.class, DatabaseFile.open(file()));
        assertTrue(refused.sentence().contains("later Overread (form 99"), refused.sentence());
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException, SQLException {
        Files.writeString(folder.resolve("letter.txt"), "Dear reader, this is no database at all.");
        assertInstanceOf(Opening.Refused.class, DatabaseFile.open(folder.resolve("letter.txt")));
        assertTrue(Files.readString(folder.resolve("letter.txt")).startsWith("Dear reader"));
        Path other = folder.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t(a)");
        }
        assertInstanceOf(Opening.Refused.class, DatabaseFile.open(other));
    }

    /// The power goes while a workspace is made: its second page is on the disk, its first is not, and beside it lies the
    /// journal of a transaction that began with no page at all, as SQLite's file format describes it.
    @Test
    void whereTheFirstPageNeverCameToTheDiskTheJournalBringsTheFileBack() throws IOException {
        var pages = new byte[2 * 4096];
        Arrays.fill(pages, 4096, pages.length, (byte) 13);
        Files.write(file(), pages);
        var journal = ByteBuffer.allocate(512);
        journal.putLong(0xd9d505f920a163d7L).putInt(0).putInt(1).putInt(0).putInt(512).putInt(4096);
        Files.write(folder.resolve("w.db-journal"), journal.array());
        try (Database database = open()) {
            assertEquals(3, number(database, "PRAGMA user_version"));
        }
    }

    @Test
    void networkSharesAreNamed() {
        for (String share : List.of("nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "CIFS")) {
            assertTrue(DiskKind.share(share).isPresent(), share);
        }
        for (String disk : List.of("ext4", "xfs", "btrfs", "tmpfs", "apfs", "NTFS", "overlay")) {
            assertEquals(Optional.empty(), DiskKind.share(disk), disk);
        }
    }

    @Test
    void versionsThatDamageFilesAreKnown() {
        assertFalse(Connections.isSafe("3.51.2"));
        assertFalse(Connections.isSafe("3.7.17"));
        assertTrue(Connections.isSafe("3.51.3"));
        assertTrue(Connections.isSafe("3.54.1"));
        assertTrue(Connections.isSafe("4.0"));
    }

    @Test
    void aChangeThatFailsLeavesNothing() throws IOException {
        try (var workspace = Sample.begun(file())) {
            Database database = workspace.database();
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            database.write(
                                    sql -> {
                                        sql.change("DELETE FROM look");
                                        sql.insert(
                                                "look",
                                                Cells.of()
                                                        .with("id", 1)
                                                        .with("body", Sample.digest("x"))
                                                        .with("utc", "now"));
                                        throw new IllegalStateException("on purpose");
                                    }));
            assertEquals(0L, (long) database.read(sql -> sql.number("SELECT count(*) FROM look")));
        }
    }
}
