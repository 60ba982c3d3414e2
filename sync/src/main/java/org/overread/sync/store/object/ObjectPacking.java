// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.object;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;

/// Objects as differences from others, within a transaction of the caller. The object stays what it was: its digest is
/// checked before the difference takes its place, and whenever it is read.
public final class ObjectPacking {
    /// Differences that lead to an object at most.
    private static final long DEEPEST = 24;

    private ObjectPacking() {}

    /// Whether nobody has tried to pack it yet.
    public static boolean isUntried(Sql sql, Digest digest) throws StoreException {
        return sql.number(
                        "SELECT count(*) FROM object WHERE digest=? AND base IS NULL AND depth IS NULL",
                        digest)
                > 0;
    }

    /// Notes that an object stays whole.
    public static void keep(Sql sql, Digest digest) throws StoreException {
        Optional<ObjectRow> row = ObjectRow.find(sql, digest);
        if (row.isPresent()) {
            row.get().store(sql, row.get().bytes(), Optional.empty(), Optional.of(0L));
        }
    }

    /// Keeps an object as its difference from another one where that is much smaller; says how many bytes less.
    public static long pack(Sql sql, Digest object, Digest base) throws StoreException {
        Optional<ObjectRow> target = ObjectRow.find(sql, object);
        Optional<ObjectRow> from = ObjectRow.find(sql, base);
        if (object.equals(base)
                || target.isEmpty()
                || from.isEmpty()
                || target.get().base().isPresent()
                || target.get().depth().isPresent()) {
            return 0;
        }
        ObjectRow row = target.get();
        ObjectRow source = from.get();
        if (source.depth().orElse(0L) >= DEEPEST) {
            source = root(sql, source); // begins anew at the whole one that all of these lead to
        }
        Optional<Bytes> patch =
                leadsTo(sql, source, row.id())
                        ? Optional.empty()
                        : Patch.make(source.whole(sql), row.bytes());
        if (patch.isEmpty()) {
            row.store(sql, row.bytes(), Optional.empty(), Optional.of(0L));
            return 0;
        }
        long depth = source.depth().orElse(0L) + 1;
        row.store(sql, patch.get(), Optional.of(source.id()), Optional.of(depth));
        return (long) row.bytes().length() - patch.get().length();
    }

    private static ObjectRow root(Sql sql, ObjectRow from) throws StoreException {
        ObjectRow at = from;
        while (at.base().isPresent()) {
            at = ObjectRow.byId(sql, at.base().get());
        }
        return at;
    }

    /// Whether following the bases of a row comes by another one.
    private static boolean leadsTo(Sql sql, ObjectRow from, long id) throws StoreException {
        for (Optional<Long> at = Optional.of(from.id()); at.isPresent(); ) {
            if (at.get() == id) {
                return true;
            }
            at = ObjectRow.byId(sql, at.get()).base();
        }
        return false;
    }

    /// Makes whole what was kept as a difference from an object, so that this one may go.
    public static void release(Sql sql, Digest base) throws StoreException {
        List<ObjectRow> dependent =
                sql.list(
                        "SELECT * FROM object WHERE base=(SELECT id FROM object WHERE digest=?)",
                        ObjectRow::read,
                        base);
        for (ObjectRow row : dependent) {
            row.store(sql, row.whole(sql), Optional.empty(), Optional.of(0L));
        }
    }
}
