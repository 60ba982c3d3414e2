// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.object.Objects;
import org.overread.sync.store.version.Reached;
import org.overread.sync.store.version.VersionRows;

/// Removes the labels that no version and no working copy names: what old working copies left. History is not touched.
public final class Sweep {
    private Sweep() {}

    /// What went.
    public record Swept(int objects, long bytes) {}

    /// Sweeps in one transaction. Where a version or a working copy cannot be read nothing is removed, for it cannot be
    /// known what it names.
    public static Swept run(Database database, Session session) throws StoreException {
        return database.write(sql -> sweep(sql, session));
    }

    private static Swept sweep(Sql sql, Session session) throws StoreException {
        Reached named = named(sql);
        List<Digest> needless =
                sql
                        .list(
                                "SELECT digest FROM object WHERE kind IN (1, 2) ORDER BY id",
                                row -> row.digest("digest"))
                        .stream()
                        .filter(digest -> !named.contains(digest))
                        .toList();
        Objects.Removed removed = Objects.remove(sql, needless);
        if (!needless.isEmpty()) {
            AuditTrail.add(
                    sql,
                    session,
                    session.now(),
                    "objects swept",
                    "workspace",
                    needless.size() + " objects",
                    "");
        }
        return new Swept(removed.objects(), removed.bytes());
    }

    private static Reached named(Sql sql) throws StoreException {
        var named = new Reached();
        Set<Digest> withdrawn =
                Set.copyOf(
                        sql.list(
                                "SELECT digest FROM version WHERE reading IN (SELECT reading FROM withdrawal)",
                                row -> row.digest("digest")));
        for (Digest version : VersionRows.ids(sql, Optional.empty())) {
            if (!withdrawn.contains(version)) {
                named.follow(
                        sql,
                        VersionRows.content(sql, version).orElseThrow(() -> unreadable("version")));
            }
        }
        for (Bytes draft : sql.list("SELECT state FROM working_copy", row -> row.bytes("state"))) {
            try {
                if (Statement.read(draft).content() instanceof Version version) {
                    named.follow(sql, version);
                }
            } catch (RefusedException e) {
                throw unreadable("working copy");
            }
        }
        if (!named.missing().isEmpty()) {
            throw unreadable("table");
        }
        return named;
    }

    private static StoreException unreadable(String what) {
        return new StoreException(StoreFault.DAMAGED, what);
    }
}
