// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;

/// What a workspace takes, in bytes.
///
/// @param file on the disk, freed pages included
/// @param log the write-ahead log beside it
/// @param free pages that will be used again
/// @param objects as kept
/// @param wholeObjects as they would be were none kept as a difference
public record SizeReport(
        long file,
        long log,
        long free,
        int objectCount,
        long objects,
        long wholeObjects,
        long strokeCount,
        long journal,
        int versions,
        int readings,
        long auditEntries) {

    public static SizeReport of(Database database) throws IOException {
        Path log = database.file().resolveSibling(database.file().getFileName() + "-wal");
        long logBytes = Files.exists(log) ? Files.size(log) : 0;
        long file = Files.size(database.file());
        return database.read(sql -> of(sql, file, logBytes));
    }

    private static SizeReport of(Sql sql, long file, long log) throws StoreException {
        return new SizeReport(
                file,
                log,
                sql.number("PRAGMA freelist_count") * sql.number("PRAGMA page_size"),
                Math.toIntExact(sql.number("SELECT count(*) FROM object")),
                sql.number("SELECT sum(length(bytes)) FROM object"),
                sql.number("SELECT sum(length) FROM object"),
                sql.number("SELECT count(*) FROM journal"),
                sql.number("SELECT sum(length(voxels)) FROM journal"),
                Math.toIntExact(sql.number("SELECT count(*) FROM version")),
                Math.toIntExact(sql.number("SELECT count(*) FROM reading")),
                sql.number("SELECT count(*) FROM audit"));
    }
}
