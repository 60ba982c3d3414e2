// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.object;

import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.db.Cells;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// Objects as rows: as they are, or as the difference from a base.
record ObjectRow(
        long id,
        Digest digest,
        int kind,
        int length,
        Bytes bytes,
        Optional<Long> base,
        Optional<Long> depth) {

    /// Finds the object of the digest that is the first argument: the index holds the first bytes of each.
    static final String NAMED = " WHERE substr(digest, 1, 6)=substr(?1, 1, 6) AND digest=?1";

    static ObjectRow read(Row row) throws StoreException {
        return new ObjectRow(
                row.number("id"),
                row.digest("digest"),
                row.small("kind"),
                row.small("length"),
                row.bytes("bytes"),
                row.optionalNumber("base"),
                row.optionalNumber("depth"));
    }

    static Optional<ObjectRow> find(Sql sql, Digest digest) throws StoreException {
        return sql.first("SELECT * FROM object" + NAMED, ObjectRow::read, digest);
    }

    static ObjectRow byId(Sql sql, long id) throws StoreException {
        return sql.first("SELECT * FROM object WHERE id=?", ObjectRow::read, id)
                .orElseThrow(() -> new StoreException(StoreFault.DAMAGED, "a base is missing"));
    }

    static Optional<Bytes> bytes(Sql sql, Digest digest) throws StoreException {
        Optional<ObjectRow> row = find(sql, digest);
        return row.isPresent() ? Optional.of(row.get().whole(sql)) : Optional.empty();
    }

    /// The object's own bytes.
    Bytes whole(Sql sql) throws StoreException {
        if (base.isEmpty()) {
            return bytes;
        }
        Bytes from = byId(sql, base.get()).whole(sql);
        return Patch.apply(from, bytes)
                .orElseThrow(() -> new StoreException(StoreFault.DAMAGED, "object " + digest));
    }

    /// Keeps other bytes for the same object.
    void store(Sql sql, Bytes kept, Optional<Long> newBase, Optional<Long> newDepth)
            throws StoreException {
        sql.update(
                "object",
                id,
                Cells.of()
                        .with("digest", digest)
                        .with("kind", kind)
                        .with("length", length)
                        .with("bytes", kept)
                        .with("base", newBase)
                        .with("depth", newDepth));
    }
}
