// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.List;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// The projects of a workspace.
public final class Projects {
    private final Database database;
    private final Session session;

    public Projects(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// The project of this key, made where there is none.
    public Project open(String key, String name) throws StoreException {
        return database.write(
                sql -> {
                    if (find(sql, key).isEmpty()) {
                        Moment now = session.now();
                        sql.insert(
                                "project",
                                session.signed(now)
                                        .with("id", sql.nextId("project"))
                                        .with("key", key)
                                        .with("name", name));
                        AuditTrail.add(sql, session, now, "project made", key, "", name);
                    }
                    return find(sql, key).getFirst();
                });
    }

    public List<Project> list() throws StoreException {
        return database.read(sql -> sql.list("SELECT * FROM project ORDER BY id", Projects::read));
    }

    private static List<Project> find(Sql sql, String key) throws StoreException {
        return sql.list("SELECT * FROM project WHERE key=?", Projects::read, key);
    }

    static long idOf(Sql sql, String key) throws StoreException {
        return sql.first("SELECT id FROM project WHERE key=?", row -> row.number("id"), key)
                .orElseThrow(() -> new StoreException(StoreFault.REFUSED, "no such project"));
    }

    private static Project read(Row row) throws StoreException {
        return new Project(
                row.text("key"),
                row.text("name"),
                Moment.of(row.text("utc"), row.text("utc_offset")),
                row.text("person"));
    }
}
