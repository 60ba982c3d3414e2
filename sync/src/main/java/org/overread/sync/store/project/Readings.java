// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Cells;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// The readings of a workspace, and how the window looked when each was left.
public final class Readings {
    private static final String ALL =
            """
            SELECT reading.*, task.key AS task_key, volume.digest AS volume_digest,
                (SELECT count(*) FROM withdrawal WHERE withdrawal.reading = reading.id) AS withdrawn
            FROM reading JOIN task ON task.id = reading.task JOIN volume ON volume.id = reading.volume
            """;

    /// What the audit trail calls it.
    static final String BEGUN = "reading begun";

    private final Database database;
    private final Session session;

    public Readings(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// The reading of a task, begun where there is none.
    public Reading open(String task, String key) throws StoreException {
        Optional<Reading> known =
                database.read(
                        sql ->
                                sql.first(
                                        ALL + "WHERE task.key=? ORDER BY reading.id",
                                        Readings::read,
                                        task));
        return known.isPresent() ? known.get() : database.write(sql -> begin(sql, task, key));
    }

    private Reading begin(Sql sql, String task, String key) throws StoreException {
        Moment now = session.now();
        long taskId = Tasks.idOf(sql, task);
        sql.insert(
                "reading",
                Session.stamped(now)
                        .with("id", sql.nextId("reading"))
                        .with("key", key)
                        .with("task", taskId)
                        .with("volume", sql.number("SELECT volume FROM task WHERE id=?", taskId))
                        .with("reader", session.actor().person()));
        AuditTrail.add(sql, session, now, BEGUN, key, "", task);
        return find(sql, key).orElseThrow();
    }

    public Optional<Reading> find(String key) throws StoreException {
        return database.read(sql -> find(sql, key));
    }

    public List<Reading> list() throws StoreException {
        return database.read(sql -> sql.list(ALL + "ORDER BY reading.id", Readings::read));
    }

    public List<Reading> of(Digest volume) throws StoreException {
        return database.read(
                sql ->
                        sql.list(
                                ALL + "WHERE volume.digest=? ORDER BY reading.id",
                                Readings::read,
                                volume));
    }

    /// Keeps layout, cursor and tool, in the window's own words.
    public void keepLook(String reading, Bytes look) throws StoreException {
        database.write(
                sql -> {
                    sql.replace(
                            "look",
                            Cells.of()
                                    .with("id", idOf(sql, reading))
                                    .with("body", look)
                                    .with("utc", session.now().utc().toString()));
                    return look;
                });
    }

    public Optional<Bytes> look(String reading) throws StoreException {
        return database.read(
                sql ->
                        sql.first(
                                "SELECT body FROM look WHERE id=?",
                                row -> row.bytes("body"),
                                idOf(sql, reading)));
    }

    private static Optional<Reading> find(Sql sql, String key) throws StoreException {
        return sql.first(ALL + "WHERE reading.key=?", Readings::read, key);
    }

    /// The row's number.
    public static long idOf(Sql sql, String key) throws StoreException {
        return sql.first("SELECT id FROM reading WHERE key=?", row -> row.number("id"), key)
                .orElseThrow(() -> new StoreException(StoreFault.REFUSED, "no such reading"));
    }

    private static Reading read(Row row) throws StoreException {
        return new Reading(
                row.text("key"),
                row.text("task_key"),
                row.digest("volume_digest"),
                row.text("reader"),
                Moment.of(row.text("utc"), row.text("utc_offset")),
                row.number("withdrawn") == 0
                        ? Reading.Availability.THERE
                        : Reading.Availability.WITHDRAWN);
    }
}
