// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.LockingMode;

/// Connections as the measurements want them: write-ahead log, a sync at every commit, pages of 16 KiB.
final class Connections {
    /// Says that a file is a workspace: "OVRD".
    static final int APPLICATION_ID = 0x4F565244;

    static final int PAGE_BYTES = 16384;
    private static final int CACHE_KIB = 64 << 10;
    private static final int LOG_LIMIT_BYTES = 64 << 20;
    private static final int BUSY_MS = 5000;
    private static final List<Integer> LEAST_VERSION = List.of(3, 51, 3);

    private Connections() {}

    static Sql writer(Path file) throws StoreException {
        Sql sql = open(file, config());
        sql.script(List.of("PRAGMA page_size=" + PAGE_BYTES)); // before the log, which fixes it
        sql.texts("PRAGMA journal_mode=WAL");
        sql.script(List.of("PRAGMA synchronous=FULL"));
        sql.texts("PRAGMA journal_size_limit=" + LOG_LIMIT_BYTES);
        sql.texts("PRAGMA wal_autocheckpoint=1000");
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) {
            sql.texts("PRAGMA fullfsync=ON");
            sql.texts("PRAGMA checkpoint_fullfsync=ON");
        }
        return sql;
    }

    static Sql reader(Path file) throws StoreException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return open(file, config);
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MS);
        config.setLockingMode(LockingMode.NORMAL);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }

    private static Sql open(Path file, SQLiteConfig config) throws StoreException {
        try {
            var sql =
                    new Sql(
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties()));
            sql.script(
                    List.of(
                            "PRAGMA trusted_schema=OFF",
                            "PRAGMA cell_size_check=ON",
                            "PRAGMA mmap_size=0"));
            return sql;
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /// Versions before this one can damage a file when two connections end its log at once.
    static boolean isSafe(String version) {
        List<Integer> parts =
                List.of(version.split("\\.", -1)).stream().map(Integer::valueOf).toList();
        for (int n = 0; n < LEAST_VERSION.size(); n++) {
            int part = n < parts.size() ? parts.get(n) : 0;
            if (part != LEAST_VERSION.get(n)) {
                return part > LEAST_VERSION.get(n);
            }
        }
        return true;
    }
}
