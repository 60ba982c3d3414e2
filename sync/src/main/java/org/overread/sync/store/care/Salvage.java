// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.DatabaseFile;
import org.overread.sync.store.db.Opening;
import org.overread.sync.store.db.Rescue;
import org.overread.sync.store.db.Rescue.Carried;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.LostReadings;
import org.overread.sync.store.version.Unlisted;

/// Recovers what a damaged workspace still holds. The damaged file is set aside under another name and never changed;
/// a new one takes its place, and the report says exactly what is not in it.
public final class Salvage {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Salvage() {}

    /// What came of it.
    public sealed interface Outcome {

        /// A new file is in the place of the damaged one.
        ///
        /// @param aside where the damaged one is now
        /// @param tables what was carried over
        /// @param readings those that were found by the audit trail alone
        /// @param relisted versions that were found by their statements alone
        /// @param missing what the new file lacks or cannot vouch for
        record Recovered(
                Path aside, List<Carried> tables, int readings, int relisted, List<Finding> missing)
                implements Outcome {
            public Recovered {
                tables = List.copyOf(tables);
                missing = List.copyOf(missing);
            }
        }

        /// Nothing in the file can be read. It is where it was; a backup must take its place.
        record Unreadable(String why) implements Outcome {}

        /// Somebody works in the workspace.
        record InUse() implements Outcome {}
    }

    /// Blocks; reads the whole file.
    public static Outcome run(Path file, Session session) throws IOException {
        Optional<Closeable> lock = Rescue.hold(file);
        if (lock.isEmpty()) {
            return new Outcome.InUse();
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".recovering");
        remove(fresh);
        try (Closeable _ = lock.get()) {
            List<Carried> carried;
            try {
                carried = Rescue.carry(file, fresh);
            } catch (StoreException e) {
                remove(fresh);
                return switch (e.fault()) {
                    case DAMAGED, NOT_A_DATABASE ->
                            new Outcome.Unreadable(String.valueOf(e.getMessage()));
                    case BUSY, FULL, IO, READ_ONLY, REFUSED, CLOSED -> throw e;
                };
            }
            Completed completed = complete(fresh, session, carried);
            Path aside =
                    Rescue.replace(
                            file, fresh, ".damaged-" + STAMP.format(session.clock().instant()));
            remove(fresh);
            return new Outcome.Recovered(
                    aside,
                    carried,
                    completed.readings(),
                    completed.relisted(),
                    completed.missing());
        }
    }

    private record Completed(int readings, int relisted, List<Finding> missing) {}

    /// Lists what lost its row, and writes into the audit trail what happened, before the new file takes its place.
    private static Completed complete(Path fresh, Session session, List<Carried> carried)
            throws IOException {
        return switch (DatabaseFile.open(fresh)) {
            case Opening.Open(Database database) -> {
                try (database) {
                    yield complete(database, session, carried);
                }
            }
            case Opening.Elsewhere(Database database, _) -> {
                database.close();
                throw new IOException("another program works on the new file");
            }
            case Opening.Damaged(List<String> findings) ->
                    throw new IllegalStateException("the new file is damaged: " + findings);
            case Opening.Refused(_, String sentence) -> throw new IOException(sentence);
        };
    }

    private static Completed complete(Database database, Session session, List<Carried> carried)
            throws StoreException {
        int readings = database.write(LostReadings::list);
        int relisted = database.write(sql -> Unlisted.list(sql, session));
        long lost = carried.stream().mapToLong(table -> table.changed() + table.unread()).sum();
        CheckReport report = Checkup.full(database);
        database.write(
                sql ->
                        AuditTrail.add(
                                sql,
                                session,
                                session.now(),
                                "workspace recovered",
                                "workspace",
                                lost + " rows left behind",
                                report.findings().size() + " findings"));
        return new Completed(readings, relisted, report.findings());
    }

    private static void remove(Path file) throws IOException {
        for (String ending : List.of("", "-wal", "-shm", ".lock")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }
}
