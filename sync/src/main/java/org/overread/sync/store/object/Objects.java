// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.object;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.ObjectSource;
import org.overread.sync.bundle.object.ObjectType;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.db.Cells;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// The objects of a workspace. Whatever is handed out has been checked against its digest.
public final class Objects implements ObjectSource {
    private final Database database;

    public Objects(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredObject> find(Digest digest) throws StoreException {
        return database.read(sql -> find(sql, digest));
    }

    /// Within a transaction of the caller.
    public static Optional<StoredObject> find(Sql sql, Digest digest) throws StoreException {
        Optional<Bytes> bytes = bytes(sql, digest);
        try {
            return bytes.isPresent()
                    ? Optional.of(StoredObject.named(digest, bytes.get()))
                    : Optional.empty();
        } catch (RefusedException e) {
            throw new StoreException(StoreFault.DAMAGED, "object " + digest);
        }
    }

    /// Bytes of any kind; empty where there are none of this digest.
    ///
    /// @throws StoreException where bytes are there and are not those of the digest
    public static Optional<Bytes> bytes(Sql sql, Digest digest) throws StoreException {
        Optional<Bytes> found = ObjectRow.bytes(sql, digest);
        if (found.isPresent() && !found.get().digest().equals(digest)) {
            throw new StoreException(StoreFault.DAMAGED, "object " + digest);
        }
        return found;
    }

    public static boolean contains(Sql sql, Digest digest) throws StoreException {
        return sql.number("SELECT count(*) FROM object" + ObjectRow.NAMED, digest) > 0;
    }

    /// What went.
    public record Removed(int objects, long bytes) {}

    /// Removes objects; what is kept as a difference from one of them is made whole before.
    public static Removed remove(Sql sql, Collection<Digest> needless) throws StoreException {
        var going = new HashMap<Long, Integer>(); // bytes
        for (Digest digest : needless) {
            Optional<ObjectRow> row = ObjectRow.find(sql, digest);
            row.ifPresent(r -> going.put(r.id(), r.bytes().length()));
        }
        ObjectPacking.release(sql, going.keySet());
        long bytes = 0;
        for (var row : going.entrySet()) {
            bytes += row.getValue();
            sql.change("DELETE FROM object WHERE id=?", row.getKey());
        }
        return new Removed(going.size(), bytes);
    }

    /// Adds objects that are not there yet, in the order of their digests, which the index likes.
    public static void put(Sql sql, Collection<StoredObject> objects) throws StoreException {
        for (StoredObject object :
                objects.stream().sorted(Comparator.comparing(StoredObject::digest)).toList()) {
            put(
                    sql,
                    object.type() == ObjectType.BLOCK ? ObjectKind.BLOCK : ObjectKind.TABLE,
                    object.digest(),
                    object.bytes());
        }
    }

    /// Adds bytes where they are not there yet, and says by which digest.
    public static Digest put(Sql sql, ObjectKind kind, Bytes bytes) throws StoreException {
        Digest digest = bytes.digest();
        put(sql, kind, digest, bytes);
        return digest;
    }

    private static void put(Sql sql, ObjectKind kind, Digest digest, Bytes bytes)
            throws StoreException {
        if (!contains(sql, digest)) {
            sql.insert(
                    "object",
                    Cells.of()
                            .with("id", sql.nextId("object"))
                            .with("digest", digest)
                            .with("kind", kind.number())
                            .with("length", bytes.length())
                            .with("bytes", bytes));
        }
    }
}
