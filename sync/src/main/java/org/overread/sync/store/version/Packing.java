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

/// Keeps what only earlier versions need as its difference from what replaced it: a thousand versions of a case then
/// cost little more than one. What heads and working copies need stays as it is, so that opening them costs nothing.
public final class Packing {
    private final Database database;

    public Packing(Database database) {
        this.database = database;
    }

    /// Packs what later versions of a reading replaced; each version is a transaction of its own, so that strokes
    /// are saved in between. Says how many bytes less are used.
    public long run(String reading) throws StoreException {
        List<Digest> waiting =
                database.read(
                        sql -> VersionRows.ids(sql, Optional.of(Readings.idOf(sql, reading))));
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

    /// Packs what a version replaced in the one that it continues. What is in use still is tried again later.
    private static long pack(Sql sql, Digest id, Reached alive) throws StoreException {
        Optional<Version> content = VersionRows.content(sql, id);
        if (content.isEmpty() || content.get().parents().isEmpty()) {
            ObjectPacking.keep(sql, id);
            return 0;
        }
        Digest parent = content.get().parents().getFirst();
        var replaced = new Replaced(sql, alive);
        Optional<Version> before = VersionRows.content(sql, parent);
        if (before.isPresent()) {
            List<Layer> old = before.get().layers();
            List<Layer> now = content.get().layers();
            for (int n = 0; n < Math.min(old.size(), now.size()); n++) {
                if (old.get(n).shape().equals(now.get(n).shape())) {
                    replaced.pack(old.get(n), now.get(n));
                }
            }
        }
        boolean isHead =
                sql.number(
                                "SELECT count(*) FROM head WHERE version=(SELECT id FROM version WHERE digest=?)",
                                id)
                        > 0;
        return replaced.saved
                + (isHead || replaced.inUse ? 0 : ObjectPacking.pack(sql, id, parent));
    }

    /// Objects that later ones replaced, as differences from those: what is newest is whole and read at once, and what is
    /// old costs what changed.
    private static final class Replaced {
        private final Sql sql;
        private final Reached alive;
        private long saved;
        private boolean inUse;

        Replaced(Sql sql, Reached alive) {
            this.sql = sql;
            this.alive = alive;
        }

        void pack(Layer before, Layer after) throws StoreException {
            for (int slab = 0; slab < after.slabs().size(); slab++) {
                if (before.slabs().get(slab) instanceof SlabEntry.Listed(Digest old)
                        && after.slabs().get(slab) instanceof SlabEntry.Listed(Digest now)
                        && !old.equals(now)) {
                    List<BlockEntry> earlier = blocks(sql, before, slab, old);
                    List<BlockEntry> later = blocks(sql, after, slab, now);
                    for (int n = 0; n < Math.min(earlier.size(), later.size()); n++) {
                        if (earlier.get(n) instanceof BlockEntry.Stored from
                                && later.get(n) instanceof BlockEntry.Stored to) {
                            pack(from.object(), to.object());
                        }
                    }
                    pack(old, now);
                }
            }
        }

        private void pack(Digest old, Digest now) throws StoreException {
            if (old.equals(now)) {
                return;
            }
            if (alive.contains(old)) {
                inUse = true;
            } else {
                saved += ObjectPacking.pack(sql, old, now);
            }
        }
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
