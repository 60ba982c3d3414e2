// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.overread.sync.bundle.bytes.Bytes;

/// The schema by its versions, led from one to the next by Flyway. A step, what Flyway notes of it and the number of the
/// version it leads to are one transaction, so a crash leaves the step done or not begun. A step that was ever released
/// never changes again. A file that is of the newest version is opened without Flyway.
final class Migrations {
    private static final List<String> NAMES =
            List.of("1-records", "2-packed-objects", "3-short-indices");

    private Migrations() {}

    /// The version that this program writes.
    static int newest() {
        return Steps.count();
    }

    /// Leads a database from its version to another; what it has done already, it passes over.
    ///
    /// @param sql a connection to the file that is in no transaction
    static void run(Path file, Sql sql, int to) throws StoreException {
        int from = versionOf(sql);
        if (from >= to) {
            return;
        }
        if (from == 0) {
            sql.script(List.of("PRAGMA application_id=" + Connections.APPLICATION_ID));
        }
        try {
            flyway(file, from, to).migrate();
        } catch (FlywayException e) {
            throw fault(e);
        }
    }

    /// Files of before Flyway begin its history where they are.
    private static Flyway flyway(Path file, int from, int to) {
        FluentConfiguration configuration =
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(new WriterSource(file))
                        .resourceProvider(new Steps())
                        .target(Integer.toString(to))
                        .placeholderReplacement(false)
                        .callbacks(new StepSeal())
                        .loggers(StepLog.class.getName());
        if (from > 0) {
            configuration.baselineOnMigrate(true).baselineVersion(Integer.toString(from));
        }
        return configuration.load();
    }

    private static StoreException fault(FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return StoreException.of(sql);
            }
        }
        var refused = new StoreException(StoreFault.REFUSED, "a step of the schema");
        refused.initCause(e);
        return refused;
    }

    /// Notes within the transaction of a step that it was taken.
    static void taken(Sql sql, int version) throws StoreException {
        sql.insert(
                "migration",
                Cells.of()
                        .with("id", version)
                        .with("name", NAMES.get(version - 1))
                        .with("sum", sum(version)));
        sql.script(List.of("PRAGMA user_version=" + version));
    }

    static int versionOf(Sql sql) throws StoreException {
        return Math.toIntExact(sql.number("PRAGMA user_version"));
    }

    /// Whether the steps that were taken are those that this program knows.
    static boolean isOurs(Sql sql) throws StoreException {
        List<String> sums =
                sql.list("SELECT sum FROM migration ORDER BY id", row -> row.text("sum"));
        List<String> known =
                IntStream.rangeClosed(1, Math.min(sums.size(), newest()))
                        .mapToObj(Migrations::sum)
                        .toList();
        return sums.equals(known);
    }

    static void rollBack(Sql sql) {
        try {
            sql.script(List.of("ROLLBACK"));
        } catch (StoreException e) {
            return; // there is nothing open any more: what failed is already thrown
        }
    }

    private static String sum(int version) {
        return Bytes.utf8(Steps.text(version)).digest().hex();
    }
}
