// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.overread.sync.bundle.bytes.Bytes;

/// The schema by its versions. Each step is one transaction with the number of the version it leads to, so a crash leaves
/// the step done or not begun. A step that was ever released never changes again.
final class Migrations {
    private static final List<String> NAMES = List.of("1-records", "2-packed-objects");

    private Migrations() {}

    /// The version that this program writes.
    static int newest() {
        return NAMES.size();
    }

    /// Leads a database from its version to another; what it has done already, it passes over.
    static void run(Sql sql, int to) throws StoreException {
        for (int version = versionOf(sql) + 1; version <= to; version++) {
            step(sql, version);
        }
    }

    static int versionOf(Sql sql) throws StoreException {
        return Math.toIntExact(sql.number("PRAGMA user_version"));
    }

    /// Whether the steps that were taken are those that this program knows.
    static boolean isOurs(Sql sql) throws StoreException {
        List<String> sums =
                sql.list("SELECT sum FROM migration ORDER BY id", row -> row.text("sum"));
        List<String> known =
                IntStream.rangeClosed(1, sums.size()).mapToObj(Migrations::sum).toList();
        return sums.equals(known);
    }

    private static void step(Sql sql, int version) throws StoreException {
        boolean done = false;
        sql.script(List.of("BEGIN IMMEDIATE"));
        try {
            if (version == 1) {
                sql.script(List.of("PRAGMA application_id=" + Connections.APPLICATION_ID));
            }
            sql.script(statements(version));
            sql.insert(
                    "migration",
                    Cells.of()
                            .with("id", version)
                            .with("name", NAMES.get(version - 1))
                            .with("sum", sum(version)));
            sql.script(List.of("PRAGMA user_version=" + version, "COMMIT"));
            done = true;
        } finally {
            if (!done) {
                rollBack(sql);
            }
        }
    }

    static void rollBack(Sql sql) {
        try {
            sql.script(List.of("ROLLBACK"));
        } catch (StoreException e) {
            return; // there is nothing open any more: what failed is already thrown
        }
    }

    private static List<String> statements(int version) {
        return Stream.of(text(version).split(";\n\n", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String sum(int version) {
        return Bytes.utf8(text(version)).digest().hex();
    }

    private static String text(int version) {
        String name = NAMES.get(version - 1) + ".sql";
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is not whole: no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
