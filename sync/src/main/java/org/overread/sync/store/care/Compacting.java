// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import java.io.IOException;
import java.nio.file.Files;
import org.overread.sync.store.db.Database;

/// Gives room that a workspace's file no longer needs back to the disk. What goes away leaves pages that are used again
/// first; this is for when there are many of them.
public final class Compacting {
    private Compacting() {}

    /// Writes the file anew in one transaction, which a crash undoes; it needs as much room again meanwhile. Says how many
    /// bytes less it takes; blocks, and strokes wait.
    public static long run(Database database) throws IOException {
        long before = Files.size(database.file());
        database.maintain(sql -> sql.number("PRAGMA wal_checkpoint(TRUNCATE)"));
        database.maintain(sql -> sql.change("VACUUM"));
        database.maintain(sql -> sql.number("PRAGMA wal_checkpoint(TRUNCATE)"));
        return Math.max(0, before - Files.size(database.file()));
    }
}
