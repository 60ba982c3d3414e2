// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Cells;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// Versions whose statements are there and whose rows are not, after damage: the statement says all that the row did but
/// who sat where.
public final class Unlisted {
    private Unlisted() {}

    /// Lists them again where their readings are known, and derives the heads anew; says how many.
    public static int list(Sql sql, Session session) throws StoreException {
        int listed = 0;
        List<Digest> candidates =
                sql.list(
                        """
                        SELECT digest FROM object WHERE kind=3
                            AND digest NOT IN (SELECT digest FROM version) ORDER BY id
                        """,
                        row -> row.digest("digest"));
        for (Digest candidate : candidates) {
            Optional<Statement> statement = readable(sql, candidate);
            if (statement.isPresent() && statement.get().content() instanceof Version version) {
                Optional<Long> reading =
                        sql.first(
                                "SELECT id FROM reading WHERE key=?",
                                row -> row.number("id"),
                                version.reading());
                if (reading.isPresent()) {
                    list(sql, session, reading.get(), statement.get(), version);
                    listed++;
                }
            }
        }
        deriveHeads(sql);
        return listed;
    }

    /// Takes the numbers that the lost row had, so that what names it finds it again.
    private static void list(
            Sql sql, Session session, long reading, Statement statement, Version content)
            throws StoreException {
        long number =
                sql.number(
                        """
                        SELECT 1 + coalesce(min(n), 0) FROM (
                            SELECT 0 AS n UNION SELECT number FROM version WHERE reading=?1) taken
                        WHERE NOT EXISTS (SELECT 1 FROM version WHERE reading=?1 AND number=taken.n+1)
                        """,
                        reading);
        Optional<Long> orphaned =
                content.parents().isEmpty()
                        ? Optional.empty()
                        : sql.first(
                                """
                                SELECT version FROM version_parent WHERE place=0 AND parent=?
                                    AND version NOT IN (SELECT id FROM version) ORDER BY version
                                """,
                                row -> row.number("version"),
                                content.parents().getFirst());
        long version =
                orphaned.isPresent()
                        ? orphaned.get()
                        : 1
                                + sql.number(
                                        """
                                        SELECT max(n) FROM (SELECT max(id) AS n FROM version
                                            UNION SELECT max(version) FROM version_parent)
                                        """);
        VersionRows.insertBare(
                sql,
                session,
                new VersionRows.Place(version, reading, number),
                statement.id(),
                statement,
                content);
        for (int place = 0; place < content.parents().size(); place++) {
            if (sql.number(
                            "SELECT count(*) FROM version_parent WHERE version=? AND place=?",
                            version,
                            place)
                    == 0) {
                VersionRows.insertParent(sql, version, place, content.parents().get(place));
            }
        }
    }

    private static Optional<Statement> readable(Sql sql, Digest id) throws StoreException {
        try {
            return VersionRows.statement(sql, id);
        } catch (StoreException e) {
            if (e.fault() != StoreFault.DAMAGED) {
                throw e;
            }
            return Optional.empty(); // the check tells of it
        }
    }

    /// A head is a version that none of its reading continues. Versions of a reading that was lost stay as they are.
    private static void deriveHeads(Sql sql) throws StoreException {
        sql.change("DELETE FROM head");
        record Head(long version, long reading) {}
        List<Head> heads =
                sql.list(
                        """
                        SELECT id, reading FROM version v WHERE NOT EXISTS (
                            SELECT 1 FROM version_parent p JOIN version child ON child.id = p.version
                            WHERE p.parent = v.digest AND child.reading = v.reading)
                        AND reading IN (SELECT id FROM reading)
                        ORDER BY id
                        """,
                        row -> new Head(row.number("id"), row.number("reading")));
        long id = 1;
        for (Head head : heads) {
            sql.insert(
                    "head",
                    Cells.of()
                            .with("id", id++)
                            .with("reading", head.reading())
                            .with("version", head.version()));
        }
    }
}
