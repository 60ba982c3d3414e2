// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Cells;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// The volumes that were open in a workspace.
public final class Volumes {
    private final Database database;
    private final Session session;

    public Volumes(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// Notes a volume and where it lies now.
    public Digest saw(SeenVolume volume) throws StoreException {
        requireReadable(volume);
        return database.write(
                sql -> {
                    Moment now = session.now();
                    if (find(sql, volume.key()).isEmpty()) {
                        sql.insert(
                                "volume",
                                Session.stamped(now)
                                        .with("id", sql.nextId("volume"))
                                        .with("digest", volume.key())
                                        .with("body", volume.body()));
                    }
                    long id = idOf(sql, volume.key());
                    for (String path : volume.paths()) {
                        if (!paths(sql, id).contains(path)) {
                            sql.insert(
                                    "volume_path",
                                    Cells.of()
                                            .with("id", sql.nextId("volume_path"))
                                            .with("volume", id)
                                            .with("path", path)
                                            .with("utc", now.utc().toString()));
                        }
                    }
                    return volume.key();
                });
    }

    /// What could not be read again is not written.
    private static void requireReadable(SeenVolume volume) throws StoreException {
        try {
            SeenVolume.read(volume.body(), volume.paths());
        } catch (RefusedException e) {
            throw new StoreException(
                    StoreFault.REFUSED, "volume: " + String.valueOf(e.getMessage()));
        }
    }

    public Optional<SeenVolume> find(Digest key) throws StoreException {
        return database.read(sql -> find(sql, key));
    }

    public List<SeenVolume> list() throws StoreException {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT id, body FROM volume ORDER BY id",
                                row -> volume(row.bytes("body"), List.of())));
    }

    private static Optional<SeenVolume> find(Sql sql, Digest key) throws StoreException {
        Optional<Long> id =
                sql.first("SELECT id FROM volume WHERE digest=?", row -> row.number("id"), key);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        List<String> paths = paths(sql, id.get());
        return sql.first(
                "SELECT body FROM volume WHERE id=?",
                row -> volume(row.bytes("body"), paths),
                id.get());
    }

    private static List<String> paths(Sql sql, long id) throws StoreException {
        return sql.list(
                "SELECT path FROM volume_path WHERE volume=? ORDER BY id",
                row -> row.text("path"),
                id);
    }

    private static SeenVolume volume(Bytes body, List<String> paths) throws StoreException {
        try {
            return SeenVolume.read(body, paths);
        } catch (RefusedException e) {
            throw new StoreException(StoreFault.DAMAGED, "volume");
        }
    }

    static long idOf(Sql sql, Digest key) throws StoreException {
        return sql.first("SELECT id FROM volume WHERE digest=?", row -> row.number("id"), key)
                .orElseThrow(() -> new StoreException(StoreFault.REFUSED, "no such volume"));
    }
}
