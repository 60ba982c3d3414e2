// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Cells;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.object.Objects;
import org.overread.sync.store.project.Readings;

/// The journals of readings. What a call says is saved, is on the disk: a process that is killed and a power cut lose at
/// most the edit under the hand.
public final class Journal {
    private static final String STROKE = "stroke";
    private static final String UNDO = "undo";
    private static final String REDO = "redo";

    private final Database database;
    private final Session session;

    public Journal(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// Saves an edit.
    public JournalOutcome made(String reading, Stroke stroke) throws StoreException {
        return append(reading, STROKE, stroke);
    }

    /// Saves that the last edit was taken back.
    public JournalOutcome undone(String reading, Digest before, Digest after)
            throws StoreException {
        return append(reading, UNDO, step("Undo", before, after));
    }

    /// Saves that an edit was made again.
    public JournalOutcome redone(String reading, Digest before, Digest after)
            throws StoreException {
        return append(reading, REDO, step("Redo", before, after));
    }

    private static Stroke step(String name, Digest before, Digest after) {
        return new Stroke(name, "history", "", Bytes.EMPTY, before, after, Duration.ZERO);
    }

    private record Last(long number, Digest after) {}

    private JournalOutcome append(String reading, String kind, Stroke stroke)
            throws StoreException {
        return database.write(
                sql -> {
                    long id = Readings.idOf(sql, reading);
                    Optional<Last> last =
                            sql.first(
                                    "SELECT seq, after FROM journal WHERE reading=? ORDER BY seq DESC LIMIT 1",
                                    row -> new Last(row.number("seq"), row.digest("after")),
                                    id);
                    if (last.isPresent() && !last.get().after().equals(stroke.before())) {
                        return new JournalOutcome.OutOfStep(last.get().after());
                    }
                    long number = last.map(Last::number).orElse(0L) + 1;
                    sql.insert(
                            "journal",
                            Session.stamped(session.now())
                                    .with("id", sql.nextId("journal"))
                                    .with("reading", id)
                                    .with("seq", number)
                                    .with("kind", kind)
                                    .with("name", stroke.name())
                                    .with("tool", stroke.tool())
                                    .with("parameters", stroke.parameters())
                                    .with("voxels", stroke.voxels())
                                    .with("before", stroke.before())
                                    .with("after", stroke.after())
                                    .with("active_ms", stroke.active().toMillis()));
                    return new JournalOutcome.Saved(number);
                });
    }

    /// Keeps the working copy as it is after an entry, so that reopening need not repeat what led to it. Entries stay,
    /// for undo.
    public void fold(String reading, WorkingCopy copy, Collection<StoredObject> objects)
            throws StoreException {
        Bytes draft = copy.draft().bytes();
        database.write(
                sql -> {
                    long id = Readings.idOf(sql, reading);
                    Objects.put(sql, objects);
                    sql.replace(
                            "working_copy",
                            Cells.of()
                                    .with("id", id)
                                    .with("seq", copy.number())
                                    .with("base", copy.base())
                                    .with("state", draft)
                                    .with("digest", draft.digest())
                                    .with("utc", session.now().utc().toString()));
                    return copy;
                });
    }

    /// A reading as it was left.
    public Reopened reopen(String reading) throws StoreException {
        return database.read(sql -> reopen(sql, Readings.idOf(sql, reading)));
    }

    private static Reopened reopen(Sql sql, long reading) throws StoreException {
        List<Optional<JournalEntry>> all =
                sql.list(
                        "SELECT * FROM journal WHERE reading=? ORDER BY seq",
                        row -> row.isSealed("journal") ? Optional.of(entry(row)) : Optional.empty(),
                        reading);
        var entries = new ArrayList<JournalEntry>();
        Optional<Long> damaged = Optional.empty();
        for (Optional<JournalEntry> entry : all) {
            if (entry.isEmpty() || entry.get().number() != entries.size() + 1L) {
                damaged = Optional.of(entries.size() + 1L);
                break;
            }
            entries.add(entry.get());
        }
        return new Reopened(folded(sql, reading), entries, damaged);
    }

    private static Optional<WorkingCopy> folded(Sql sql, long reading) throws StoreException {
        return sql.first(
                "SELECT * FROM working_copy WHERE id=?",
                row ->
                        new WorkingCopy(
                                row.number("seq"),
                                row.optionalDigest("base"),
                                draft(row.bytes("state"), row.digest("digest"))),
                reading);
    }

    private static Statement draft(Bytes state, Digest digest) throws StoreException {
        try {
            if (state.digest().equals(digest)) {
                return Statement.read(state);
            }
        } catch (RefusedException e) {
            throw new StoreException(StoreFault.DAMAGED, "working copy");
        }
        throw new StoreException(StoreFault.DAMAGED, "working copy");
    }

    private static JournalEntry entry(Row row) throws StoreException {
        long number = row.number("seq");
        Moment moment = Moment.of(row.text("utc"), row.text("utc_offset"));
        return switch (row.text("kind")) {
            case STROKE ->
                    new JournalEntry.Made(
                            number,
                            moment,
                            new Stroke(
                                    row.text("name"),
                                    row.text("tool"),
                                    row.text("parameters"),
                                    row.bytes("voxels"),
                                    row.digest("before"),
                                    row.digest("after"),
                                    Duration.ofMillis(row.number("active_ms"))));
            case UNDO -> new JournalEntry.Undone(number, moment);
            case REDO -> new JournalEntry.Redone(number, moment);
            default -> throw new StoreException(StoreFault.DAMAGED, "journal");
        };
    }
}
