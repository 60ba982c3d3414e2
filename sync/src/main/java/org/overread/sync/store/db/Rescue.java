// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries what can be believed from a damaged file into a new one, row by row.
public final class Rescue {
    private static final int BATCH = 500;
    private static final int GIVE_UP = 20_000; // ids in a row that lead nowhere
    private static final int GIVE_UP_EARLY = 2_000; // where neither an end nor a row was found

    private final Sql from;
    private final Sql to;

    private Rescue(Sql from, Sql to) {
        this.from = from;
        this.to = to;
    }

    /// What became of a table's rows.
    ///
    /// @param carried rows that are as they were written
    /// @param changed rows that were found and are not as they were written; left behind
    /// @param unread places at which a row could not be read
    public record Carried(String table, long carried, long changed, long unread) {}

    /// Carries the rows, a table after the other.
    ///
    /// @param target a new file
    public static List<Carried> carry(Path damaged, Path target) throws IOException {
        Sql from = Connections.reader(damaged);
        try {
            Sql to = Connections.writer(target);
            try {
                Migrations.run(target, to, Migrations.newest());
                to.script(List.of("PRAGMA foreign_keys=OFF"));
                var rescue = new Rescue(from, to);
                var carried = new ArrayList<Carried>();
                for (String table : Tables.ALL) {
                    if (!table.equals("migration")) {
                        carried.add(rescue.table(table));
                    }
                }
                to.texts("PRAGMA wal_checkpoint(TRUNCATE)");
                return carried;
            } finally {
                close(to);
            }
        } finally {
            close(from);
        }
    }

    private static void close(Sql sql) throws StoreException {
        try {
            sql.close();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private Carried table(String table) throws StoreException {
        to.script(List.of("BEGIN IMMEDIATE"));
        long carried = 0;
        long changed = 0;
        long unread = 0;
        long next = 1;
        long lost = 0; // in a row
        long last = last(table);
        while (lost < (last > 0 || carried + changed > 0 ? GIVE_UP : GIVE_UP_EARLY)) {
            try {
                List<Cells> rows =
                        from.list(
                                "SELECT * FROM "
                                        + table
                                        + " WHERE id>=? ORDER BY id LIMIT "
                                        + BATCH,
                                Row::cells,
                                next);
                for (Cells row : rows) {
                    boolean good = row.isSealed(table);
                    carried += good && put(table, row) ? 1 : 0;
                    changed += good ? 0 : 1;
                    next = row.id() + 1;
                    lost = 0;
                }
                if (rows.size() < BATCH) {
                    break;
                }
            } catch (StoreException e) {
                require(e);
                Optional<Cells> single = single(table, next);
                if (single.isPresent() && single.get().isSealed(table)) {
                    carried += put(table, single.get()) ? 1 : 0;
                    lost = 0;
                } else {
                    unread++;
                    lost++;
                }
                next++;
                if (last > 0 && next > last) {
                    break;
                }
            }
        }
        to.script(List.of("COMMIT"));
        return new Carried(table, carried, changed, unread);
    }

    /// The greatest number of a row, where that can be found out.
    private long last(String table) throws StoreException {
        try {
            return from.number("SELECT max(id) FROM " + table);
        } catch (StoreException e) {
            require(e);
            return 0;
        }
    }

    private Optional<Cells> single(String table, long id) throws StoreException {
        try {
            return from.first("SELECT * FROM " + table + " WHERE id=?", Row::cells, id);
        } catch (StoreException e) {
            require(e);
            return Optional.empty();
        }
    }

    /// A row that contradicts another, because one of the two is not what it seems, stays behind.
    private boolean put(String table, Cells row) throws StoreException {
        try {
            to.insert(table, row.unsealed());
            return true;
        } catch (StoreException e) {
            if (e.fault() != StoreFault.REFUSED) {
                throw e;
            }
            return false;
        }
    }

    private static void require(StoreException e) throws StoreException {
        switch (e.fault()) {
            case DAMAGED, IO, NOT_A_DATABASE, REFUSED -> {}
            case BUSY, FULL, READ_ONLY, CLOSED -> throw e;
        }
    }

    /// Puts a finished file in the place of a damaged one, which gets another name and is not changed. At every instant
    /// either of the two is there, and what a crash leaves half done [#finish(Path)] completes.
    ///
    /// @return where the damaged one is now
    public static Path replace(Path file, Path fresh, String mark) throws IOException {
        Files.move(fresh, ready(file), StandardCopyOption.ATOMIC_MOVE);
        FolderSync.around(file);
        Path aside = beside(file, mark);
        for (int n = 2; Files.exists(aside); n++) {
            aside = beside(file, mark + "-" + n);
        }
        if (Files.exists(log(file))) {
            Files.copy(log(file), log(aside), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        finish(file);
        return aside;
    }

    /// Completes a replacement that a crash interrupted: without this an empty workspace would be made in the place of the
    /// damaged one. The caller holds the right to write.
    static void finish(Path file) throws IOException {
        if (!Files.exists(ready(file)) || Files.exists(file)) {
            return; // nothing was begun, or what is damaged is where it was
        }
        Files.deleteIfExists(log(file)); // of the damaged one; a copy lies beside that
        Files.deleteIfExists(beside(file, "-shm"));
        Files.move(ready(file), file, StandardCopyOption.ATOMIC_MOVE);
        FolderSync.around(file);
    }

    private static Path ready(Path file) {
        return beside(file, ".recovered");
    }

    private static Path log(Path file) {
        return beside(file, "-wal");
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /// Holds the right to write while work is done on the file as a whole; empty where somebody else has it.
    public static Optional<Closeable> hold(Path file) throws IOException {
        return WriterLock.take(file).map(lock -> lock);
    }
}
