// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.List;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// Findings, comments and measurements of readings; a change is a new revision, and nothing that was said is lost.
public final class Notes {
    private static final JsonLimits LIMITS = new JsonLimits(256 << 10, 16, 32 << 10);

    private final Database database;
    private final Session session;

    public Notes(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// A comment pinned to a point of the patient, in micrometres (LPS).
    public static JsonValue.Fields pinned(String text, long x, long y, long z) {
        return new FieldWriter().text("text", text).whole("x", x).whole("y", y).whole("z", z).end();
    }

    /// Adds a note, or a revision of the one with this key, and says which.
    public int put(
            String reading, String key, Note.Kind kind, Note.State state, JsonValue.Fields body)
            throws StoreException {
        return database.write(
                sql -> {
                    long id = Readings.idOf(sql, reading);
                    long revision =
                            1
                                    + sql.number(
                                            "SELECT max(revision) FROM note WHERE reading=? AND key=?",
                                            id,
                                            key);
                    sql.insert(
                            "note",
                            session.signed(session.now())
                                    .with("id", sql.nextId("note"))
                                    .with("reading", id)
                                    .with("key", key)
                                    .with("revision", revision)
                                    .with("kind", kind.name())
                                    .with("state", state.name())
                                    .with("body", CanonicalJson.write(body)));
                    return Math.toIntExact(revision);
                });
    }

    /// The notes of a reading as they are now, removed ones included.
    public List<Note> of(String reading) throws StoreException {
        return database.read(
                sql ->
                        sql.list(
                                """
                                SELECT * FROM note WHERE reading=? AND revision =
                                    (SELECT max(n.revision) FROM note n WHERE n.reading=note.reading AND n.key=note.key)
                                ORDER BY id
                                """,
                                Notes::read,
                                Readings.idOf(sql, reading)));
    }

    /// Every revision of one note.
    public List<Note> history(String reading, String key) throws StoreException {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT * FROM note WHERE reading=? AND key=? ORDER BY revision",
                                Notes::read,
                                Readings.idOf(sql, reading),
                                key));
    }

    private static Note read(Row row) throws StoreException {
        try {
            return new Note(
                    row.text("key"),
                    row.small("revision"),
                    Note.Kind.valueOf(row.text("kind")),
                    Note.State.valueOf(row.text("state")),
                    CanonicalJson.readFields(row.bytes("body"), LIMITS),
                    Moment.of(row.text("utc"), row.text("utc_offset")),
                    row.text("person"));
        } catch (RefusedException e) {
            throw new StoreException(StoreFault.DAMAGED, "note");
        }
    }
}
