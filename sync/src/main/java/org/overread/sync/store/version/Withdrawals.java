// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.object.Objects;
import org.overread.sync.store.project.Readings;

/// Withdrawn consent: the labels of a reading go, what was done stays known. Backups are files of their own and keep them
/// until they are replaced.
public final class Withdrawals {
    private final Database database;
    private final Session session;

    public Withdrawals(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// What went.
    public record Erased(int objects, long bytes) {}

    /// Erases the labels, the working copy and the journal of a reading; freed pages are overwritten. Erasing it again
    /// changes nothing.
    public Erased withdraw(String reading, String reason) throws StoreException {
        database.maintain(sql -> sql.number("PRAGMA secure_delete=ON"));
        try {
            Erased erased = database.write(sql -> erase(sql, reading, reason));
            database.maintain(sql -> sql.number("PRAGMA wal_checkpoint(TRUNCATE)"));
            return erased;
        } finally {
            database.maintain(sql -> sql.number("PRAGMA secure_delete=OFF"));
        }
    }

    private Erased erase(Sql sql, String reading, String reason) throws StoreException {
        long id = Readings.idOf(sql, reading);
        if (sql.number("SELECT count(*) FROM withdrawal WHERE reading=?", id) > 0) {
            return new Erased(0, 0);
        }
        Reached own = reached(sql, VersionRows.ids(sql, Optional.of(id)));
        follow(sql, own, "SELECT state FROM working_copy WHERE id=" + id);
        Reached kept = reached(sql, versionsOfOthers(sql, id));
        follow(sql, kept, "SELECT state FROM working_copy WHERE id<>" + id);
        Objects.Removed removed =
                Objects.remove(
                        sql, own.all().stream().filter(digest -> !kept.contains(digest)).toList());
        sql.change("DELETE FROM working_copy WHERE id=?", id);
        sql.change("DELETE FROM journal WHERE reading=?", id);
        sql.change("DELETE FROM look WHERE id=?", id);
        Moment now = session.now();
        sql.insert(
                "withdrawal",
                session.signed(now)
                        .with("id", sql.nextId("withdrawal"))
                        .with("reading", id)
                        .with("reason", reason)
                        .with("objects", removed.objects())
                        .with("bytes", removed.bytes()));
        AuditTrail.add(
                sql,
                session,
                now,
                "reading withdrawn",
                reading,
                removed.objects() + " objects",
                reason);
        return new Erased(removed.objects(), removed.bytes());
    }

    private static List<Digest> versionsOfOthers(Sql sql, long reading) throws StoreException {
        return sql.list(
                "SELECT digest FROM version WHERE reading<>? AND reading NOT IN (SELECT reading FROM withdrawal)",
                row -> row.digest("digest"),
                reading);
    }

    private static Reached reached(Sql sql, List<Digest> versions) throws StoreException {
        var reached = new Reached();
        for (Digest version : versions) {
            Optional<Version> content = VersionRows.content(sql, version);
            if (content.isPresent()) {
                reached.follow(sql, content.get());
            }
        }
        return reached;
    }

    private static void follow(Sql sql, Reached reached, String drafts) throws StoreException {
        for (Bytes draft : sql.list(drafts, row -> row.bytes("state"))) {
            Optional<Version> content = Packing.draft(draft);
            if (content.isPresent()) {
                reached.follow(sql, content.get());
            }
        }
    }
}
