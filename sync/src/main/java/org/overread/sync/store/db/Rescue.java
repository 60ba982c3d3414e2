// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries what can be believed from a damaged file into a new one, row by row.
public final class Rescue {
    private static final int BATCH = 500;
    private static final int GIVE_UP = 20_000; // ids in a row that lead nowhere

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
        while (lost < GIVE_UP) {
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

    /// Gives the file and what SQLite keeps beside it another name; nothing of it is changed.
    public static Path setAside(Path file, String mark) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + mark);
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling(file.getFileName() + mark + "-" + n);
        }
        for (String ending : List.of("-wal", "")) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(part)) {
                Files.move(part, aside.resolveSibling(aside.getFileName() + ending));
            }
        }
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        return aside;
    }

    /// Holds the right to write while work is done on the file as a whole; empty where somebody else has it.
    public static Optional<Closeable> hold(Path file) throws IOException {
        return WriterLock.take(file).map(lock -> lock);
    }
}
