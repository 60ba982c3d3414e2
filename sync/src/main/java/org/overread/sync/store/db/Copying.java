// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// Whole files: copying one that is in use, and looking into one that is not.
public final class Copying {
    private Copying() {}

    /// Copies one state of a workspace page by page, whatever is written meanwhile.
    public static void copy(Database database, Path target) throws StoreException {
        String quoted = target.toAbsolutePath().toString().replace("'", "''");
        database.read(
                sql -> {
                    sql.number("SELECT count(*) FROM sqlite_schema"); // the state begins here
                    sql.script(List.of("backup to '" + quoted + "'"));
                    return target;
                });
    }

    /// Reads a file that nobody writes, leaving nothing beside it.
    public static <T> T inspect(Path file, Database.Work<T> work) throws StoreException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        try {
            var sql =
                    new Sql(
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + file.toUri() + "?immutable=1",
                                    config.toProperties()));
            try {
                return work.run(sql);
            } finally {
                sql.close();
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }
}
