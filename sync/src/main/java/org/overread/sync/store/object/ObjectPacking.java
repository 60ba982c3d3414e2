// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;

/// Objects as differences from others, within a transaction of the caller. The object stays what it was: its digest is
/// checked before the difference takes its place, and whenever it is read.
public final class ObjectPacking {
    /// Differences that lead to an object at most. The depth of a row says how many of others lead through it; a whole
    /// one of depth 0 was tried and stays whole.
    private static final long DEEPEST = 24;

    private static final long DEEPEST_TABLE = 256; // they are short, and quickly put together

    private ObjectPacking() {}

    /// Whether nobody has tried to pack it yet.
    public static boolean isUntried(Sql sql, Digest digest) throws StoreException {
        return sql.number(
                        "SELECT count(*) FROM object"
                                + ObjectRow.NAMED
                                + " AND base IS NULL AND depth IS NULL",
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
                || target.get().depth().equals(Optional.of(0L))) {
            return 0;
        }
        ObjectRow row = target.get();
        long below = row.depth().orElse(0L) + 1;
        long deepest = row.kind() == ObjectKind.TABLE.number() ? DEEPEST_TABLE : DEEPEST;
        List<ObjectRow> path = path(sql, from.get());
        if (path.size() + below - 1 > deepest) {
            path = List.of(path.getLast()); // the whole one that all of these lead to
        }
        boolean possible =
                below <= deepest && path.stream().noneMatch(step -> step.id() == row.id());
        Optional<Bytes> patch =
                possible ? Patch.make(path.getFirst().whole(sql), row.bytes()) : Optional.empty();
        if (patch.isEmpty()) {
            row.store(sql, row.bytes(), Optional.empty(), Optional.of(0L));
            return 0;
        }
        row.store(sql, patch.get(), Optional.of(path.getFirst().id()), row.depth());
        for (ObjectRow step : path) {
            if (step.depth().orElse(0L) < below) {
                step.store(sql, step.bytes(), step.base(), Optional.of(below));
            }
            below++;
        }
        return (long) row.bytes().length() - patch.get().length();
    }

    /// A row and those that it is kept as a difference from, to the whole one.
    private static List<ObjectRow> path(Sql sql, ObjectRow from) throws StoreException {
        var path = new ArrayList<ObjectRow>(List.of(from));
        while (path.getLast().base().isPresent()) {
            path.add(ObjectRow.byId(sql, path.getLast().base().get()));
        }
        return path;
    }

    /// Makes whole what is kept as a difference from rows that are about to go, and stays.
    static void release(Sql sql, Set<Long> going) throws StoreException {
        var dependent = new ArrayList<Long>();
        sql.forEach(
                "SELECT id, base FROM object WHERE base IS NOT NULL",
                row -> {
                    if (going.contains(row.number("base")) && !going.contains(row.number("id"))) {
                        dependent.add(row.number("id"));
                    }
                });
        for (long id : dependent) {
            ObjectRow row = ObjectRow.byId(sql, id);
            row.store(sql, row.whole(sql), Optional.empty(), row.depth());
        }
    }
}
