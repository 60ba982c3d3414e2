// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.SlabEntry;
import org.overread.sync.bundle.object.SlabTable;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.object.ObjectPacking;
import org.overread.sync.store.object.Objects;
import org.overread.sync.store.project.Readings;

/// Keeps what only earlier versions need as its difference from what it continued: a thousand versions of a case then
/// cost little more than one. What heads and working copies need stays as it is, so that opening them costs nothing.
public final class Packing {
    private final Database database;

    public Packing(Database database) {
        this.database = database;
    }

    /// Packs the versions of a reading that others continue; each version is a transaction of its own, so that strokes
    /// are saved in between. Says how many bytes less are used.
    public long run(String reading) throws StoreException {
        List<Digest> waiting =
                database.read(
                        sql ->
                                VersionRows.of(sql, Readings.idOf(sql, reading)).stream()
                                        .filter(v -> v.place() == StoredVersion.Place.EARLIER)
                                        .map(StoredVersion::id)
                                        .toList());
        Reached alive = database.read(Packing::alive);
        long saved = 0;
        for (Digest version : waiting) {
            if (database.read(sql -> ObjectPacking.isUntried(sql, version))) {
                saved += database.write(sql -> pack(sql, version, alive));
            }
        }
        return saved;
    }

    /// What heads and working copies reach.
    private static Reached alive(Sql sql) throws StoreException {
        var alive = new Reached();
        for (Digest head :
                sql.list(
                        "SELECT digest FROM version WHERE id IN (SELECT version FROM head)",
                        row -> row.digest("digest"))) {
            Optional<Version> content = VersionRows.content(sql, head);
            if (content.isPresent()) {
                alive.follow(sql, content.get());
            }
        }
        for (Bytes draft : sql.list("SELECT state FROM working_copy", row -> row.bytes("state"))) {
            Optional<Version> content = draft(draft);
            if (content.isPresent()) {
                alive.follow(sql, content.get());
            }
        }
        return alive;
    }

    static Optional<Version> draft(Bytes draft) {
        try {
            return Statement.read(draft).content() instanceof Version version
                    ? Optional.of(version)
                    : Optional.empty();
        } catch (RefusedException e) {
            return Optional.empty(); // a check tells of it; nothing of it can be packed
        }
    }

    private static long pack(Sql sql, Digest id, Reached alive) throws StoreException {
        Optional<Version> content = VersionRows.content(sql, id);
        if (content.isEmpty() || content.get().parents().isEmpty()) {
            ObjectPacking.keep(sql, id);
            return 0;
        }
        Digest parent = content.get().parents().getFirst();
        long saved = ObjectPacking.pack(sql, id, parent);
        Optional<Version> before = VersionRows.content(sql, parent);
        if (before.isPresent()) {
            List<Layer> old = before.get().layers();
            List<Layer> now = content.get().layers();
            for (int n = 0; n < Math.min(old.size(), now.size()); n++) {
                if (old.get(n).shape().equals(now.get(n).shape())) {
                    saved += pack(sql, old.get(n), now.get(n), alive);
                }
            }
        }
        return saved;
    }

    private static long pack(Sql sql, Layer before, Layer after, Reached alive)
            throws StoreException {
        long saved = 0;
        for (int slab = 0; slab < after.slabs().size(); slab++) {
            if (before.slabs().get(slab) instanceof SlabEntry.Listed(Digest old)
                    && after.slabs().get(slab) instanceof SlabEntry.Listed(Digest now)
                    && !old.equals(now)
                    && !alive.contains(now)) {
                List<BlockEntry> earlier = blocks(sql, before, slab, old);
                List<BlockEntry> later = blocks(sql, after, slab, now);
                saved += ObjectPacking.pack(sql, now, old);
                for (int n = 0; n < Math.min(earlier.size(), later.size()); n++) {
                    if (earlier.get(n) instanceof BlockEntry.Stored from
                            && later.get(n) instanceof BlockEntry.Stored to
                            && !alive.contains(to.object())) {
                        saved += ObjectPacking.pack(sql, to.object(), from.object());
                    }
                }
            }
        }
        return saved;
    }

    private static List<BlockEntry> blocks(Sql sql, Layer layer, int slab, Digest table)
            throws StoreException {
        Optional<StoredObject> object = Objects.find(sql, table);
        try {
            return object.isPresent()
                    ? SlabTable.of(object.get(), layer.shape(), slab).entries()
                    : List.of();
        } catch (RefusedException e) {
            return List.of(); // a check tells of it
        }
    }
}
