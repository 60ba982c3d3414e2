// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.List;
import java.util.Optional;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;

/// Readings whose rows are gone, after damage. The audit trail says which were begun, by whom and for which tasks; none is
/// ever deleted, so that a reading's number is its place among them.
public final class LostReadings {
    private LostReadings() {}

    /// Lists them again where their tasks are known; says how many. Lists none where the trail has gaps or the readings that
    /// are left have other numbers: then places prove nothing.
    public static int list(Sql sql) throws StoreException {
        List<Begun> all =
                sql.list(
                        "SELECT * FROM audit WHERE action=? ORDER BY id",
                        Begun::of,
                        Readings.BEGUN);
        if (sql.number("SELECT coalesce(max(id), 0) - count(*) FROM audit") != 0
                || !numbersArePlaces(sql, all)) {
            return 0;
        }
        int listed = 0;
        for (int n = 0; n < all.size(); n++) {
            if (numberOf(sql, all.get(n)).isEmpty() && list(sql, n + 1, all.get(n))) {
                listed++;
            }
        }
        return listed;
    }

    private record Begun(String key, String task, String reader, Moment moment) {
        static Begun of(Row row) throws StoreException {
            return new Begun(
                    row.text("subject"),
                    row.text("new"),
                    row.text("person"),
                    Moment.of(row.text("utc"), row.text("utc_offset")));
        }
    }

    private static boolean numbersArePlaces(Sql sql, List<Begun> all) throws StoreException {
        for (int n = 0; n < all.size(); n++) {
            Optional<Long> number = numberOf(sql, all.get(n));
            if (number.isPresent() && number.get() != n + 1) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Long> numberOf(Sql sql, Begun begun) throws StoreException {
        return sql.first("SELECT id FROM reading WHERE key=?", row -> row.number("id"), begun.key);
    }

    private static boolean list(Sql sql, long number, Begun begun) throws StoreException {
        record Task(long id, long volume) {}
        Optional<Task> task =
                sql.first(
                        "SELECT id, volume FROM task WHERE key=?",
                        row -> new Task(row.number("id"), row.number("volume")),
                        begun.task);
        if (task.isEmpty()) {
            return false;
        }
        sql.insert(
                "reading",
                Session.stamped(begun.moment)
                        .with("id", number)
                        .with("key", begun.key)
                        .with("task", task.get().id())
                        .with("volume", task.get().volume())
                        .with("reader", begun.reader));
        return true;
    }
}
