// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.SlabEntry;
import org.overread.sync.bundle.object.SlabTable;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.object.Objects;

/// The objects that versions lead to: their tables, and the blocks that those list. A table is read once.
public final class Reached {
    private final Set<Digest> tables = new HashSet<>();
    private final Set<Digest> blocks = new HashSet<>();
    private final Set<Digest> missing = new HashSet<>();

    /// Follows a version. Tables that are not there, or not readable, are noted as missing.
    public void follow(Sql sql, Version version) throws StoreException {
        follow(sql, version, Map.of(), _ -> false);
    }

    /// Follows a version whose objects may come with it. What is known to be whole is not read again.
    void follow(
            Sql sql, Version version, Map<Digest, StoredObject> coming, Predicate<Digest> isWhole)
            throws StoreException {
        for (Layer layer : version.layers()) {
            for (int slab = 0; slab < layer.slabs().size(); slab++) {
                if (layer.slabs().get(slab) instanceof SlabEntry.Listed(Digest table)
                        && tables.add(table)
                        && !isWhole.test(table)) {
                    follow(sql, layer, slab, table, coming);
                }
            }
        }
    }

    private void follow(
            Sql sql, Layer layer, int slab, Digest table, Map<Digest, StoredObject> coming)
            throws StoreException {
        StoredObject own = coming.get(table);
        try {
            Optional<StoredObject> object =
                    own != null ? Optional.of(own) : Objects.find(sql, table);
            if (object.isEmpty()) {
                missing.add(table);
                return;
            }
            for (BlockEntry entry : SlabTable.of(object.get(), layer.shape(), slab).entries()) {
                if (entry instanceof BlockEntry.Stored stored) {
                    blocks.add(stored.object());
                }
            }
        } catch (RefusedException e) {
            missing.add(table);
        } catch (StoreException e) {
            switch (e.fault()) {
                case DAMAGED -> missing.add(table);
                case BUSY, FULL, IO, NOT_A_DATABASE, READ_ONLY, REFUSED, CLOSED -> throw e;
            }
        }
    }

    public Set<Digest> tables() {
        return Set.copyOf(tables);
    }

    public Set<Digest> blocks() {
        return Set.copyOf(blocks);
    }

    /// Tables and blocks, in the order of their digests.
    public SortedSet<Digest> all() {
        var all = new TreeSet<Digest>(tables);
        all.addAll(blocks);
        return all;
    }

    /// Tables that cannot be read, so that it is not known what they list.
    public Set<Digest> missing() {
        return Set.copyOf(missing);
    }

    public boolean contains(Digest digest) {
        return tables.contains(digest) || blocks.contains(digest);
    }
}
