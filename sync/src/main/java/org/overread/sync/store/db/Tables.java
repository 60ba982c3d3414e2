// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.util.List;

/// The tables of a workspace, those that others name first.
public final class Tables {
    public static final List<String> ALL =
            List.of(
                    "migration",
                    "object",
                    "project",
                    "document",
                    "volume",
                    "volume_path",
                    "task",
                    "task_state",
                    "assignment",
                    "reading",
                    "version",
                    "version_parent",
                    "version_name",
                    "withdrawal",
                    "head",
                    "journal",
                    "working_copy",
                    "look",
                    "note",
                    "audit");

    /// What Flyway keeps for itself; what counts of it is in the sealed rows of `migration`.
    static final String OF_FLYWAY = "flyway_schema_history";

    private Tables() {}

    /// What SQLite finds wrong with the file, indices included; nothing where it is sound.
    public static List<String> integrity(Sql sql) throws StoreException {
        List<String> said = sql.texts("PRAGMA integrity_check(100)");
        return said.equals(List.of("ok")) ? List.of() : said;
    }

    /// Tables whose rows name rows that are missing.
    public static List<String> dangling(Sql sql) throws StoreException {
        return sql.texts("PRAGMA foreign_key_check");
    }
}
