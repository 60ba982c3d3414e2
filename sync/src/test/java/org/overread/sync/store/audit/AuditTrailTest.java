// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.Sample;

final class AuditTrailTest {
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void fill() throws IOException {
        file = folder.resolve("w.db");
        try (var workspace = Sample.begun(file)) {
            for (int n = 0; n < 4; n++) {
                var made = Sample.labels(n);
                workspace.versions().commit(Sample.statement(made), made.objects());
            }
        }
    }

    @Test
    void anUntouchedTrailIsWhole() throws IOException {
        try (var workspace = Sample.open(file)) {
            var whole =
                    assertInstanceOf(
                            AuditVerdict.Whole.class, workspace.audit().verify(Optional.empty()));
            assertEquals(7, whole.entries());
            Digest noted = workspace.audit().entries().get(3).hash();
            assertInstanceOf(
                    AuditVerdict.Whole.class, workspace.audit().verify(Optional.of(noted)));
            assertEquals(
                    new AuditVerdict.Broken(7, AuditVerdict.Fault.UNKNOWN_HEAD),
                    workspace.audit().verify(Optional.of(Sample.digest("elsewhere"))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit SET person='somebody' WHERE id=3 | 3 | CHANGED",
                "UPDATE audit SET utc='2020-01-01T00:00:00Z' WHERE id=7 | 7 | CHANGED",
                "UPDATE audit SET hash=zeroblob(32) WHERE id=7 | 7 | CHANGED",
                "DELETE FROM audit WHERE id=4 | 5 | MISSING",
                "DELETE FROM audit WHERE id=1 | 2 | MISSING",
                "DELETE FROM audit WHERE id>5 | 5 | CUT_OFF",
            })
    void tamperingIsFound(String change, long entry, AuditVerdict.Fault fault)
            throws IOException, SQLException {
        tamper(change);
        try (var workspace = Sample.open(file)) {
            assertEquals(
                    new AuditVerdict.Broken(entry, fault),
                    workspace.audit().verify(Optional.empty()));
        }
    }

    @Test
    void swappedEntriesAreFound() throws IOException, SQLException {
        tamper("UPDATE audit SET id=99 WHERE id=5");
        tamper("UPDATE audit SET id=5 WHERE id=6");
        tamper("UPDATE audit SET id=6 WHERE id=99");
        try (var workspace = Sample.open(file)) {
            var broken =
                    assertInstanceOf(
                            AuditVerdict.Broken.class, workspace.audit().verify(Optional.empty()));
            assertEquals(5, broken.entry());
        }
    }

    private void tamper(String change) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS audit_stays");
            statement.execute("DROP TRIGGER IF EXISTS audit_is_kept");
            statement.execute(change);
        }
    }

    @Test
    void localTimeIsToldBesideUtc() throws IOException {
        try (var workspace = Sample.open(file)) {
            Moment moment = workspace.audit().entries().getFirst().moment();
            assertEquals(ZoneOffset.ofHours(1), moment.offset());
            assertEquals("2026-03-29T01:59:59.250+01:00", moment.local().toString());
        }
    }

    @Test
    void anExportedEntryCanBeCheckedByAStranger() throws IOException {
        try (var workspace = Sample.open(file)) {
            var entries = workspace.audit().entries();
            String json = AuditExport.JSON.text(entries);
            String first = json.lines().findFirst().orElseThrow().substring(1);
            // without its hash the object is what was hashed, as it is spelled
            String hashed =
                    first.substring(0, first.lastIndexOf('}') + 1)
                            .replaceFirst("\"hash\":\"s256:([0-9a-f]{64})\",", "");
            assertEquals(entries.getFirst().hash(), Bytes.utf8(hashed).digest());
            String csv = AuditExport.CSV.text(entries);
            assertEquals(8, csv.lines().count());
            assertTrue(csv.startsWith("number,utc,offset,person,"));
        }
    }
}
