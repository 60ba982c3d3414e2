// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.AuditVerdict;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.db.Tables;
import org.overread.sync.store.object.Objects;
import org.overread.sync.store.version.Reached;
import org.overread.sync.store.version.VersionRows;

/// Reads everything and says what is not as it should be: the structure of the file, the seal of every row, every object
/// against its digest, every version down to its blocks, every journal, the audit trail. About a second for a GiB.
public final class Checkup {
    private final Sql sql;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Digest> sound = new HashSet<>();
    private long bytes;
    private long rows;

    private Checkup(Sql sql) {
        this.sql = sql;
    }

    public static CheckReport full(Database database) throws StoreException {
        return database.read(sql -> new Checkup(sql).run());
    }

    /// The same of a file that nobody has open.
    public static CheckReport full(Sql sql) throws StoreException {
        return new Checkup(sql).run();
    }

    private CheckReport run() throws StoreException {
        attempt(
                new Finding.Unreadable("sqlite_schema"),
                () -> {
                    for (String said : Tables.integrity(sql)) {
                        findings.add(new Finding.File(said));
                    }
                    for (String table : Tables.dangling(sql)) {
                        findings.add(new Finding.Dangling(table));
                    }
                });
        for (String table : Tables.ALL) {
            attempt(new Finding.Unreadable(table), () -> seals(table));
        }
        attempt(new Finding.Unreadable("object"), this::objects);
        var count = new int[1];
        attempt(new Finding.Unreadable("version"), () -> count[0] = versions());
        attempt(new Finding.Unreadable("journal"), this::journals);
        attempt(new Finding.Unreadable("working_copy"), this::workingCopies);
        attempt(new Finding.Unreadable("audit"), this::trail);
        var strokes = new long[1];
        attempt(
                new Finding.Unreadable("journal"),
                () -> strokes[0] = sql.number("SELECT count(*) FROM journal"));
        return new CheckReport(
                count[0],
                sound.size(),
                bytes,
                strokes[0],
                rows,
                findings.stream().distinct().toList());
    }

    private interface Part {
        void run() throws StoreException;
    }

    /// A part that the damage does not let finish is a finding; a disk that fails is not.
    private void attempt(Finding otherwise, Part part) throws StoreException {
        try {
            part.run();
        } catch (StoreException e) {
            switch (e.fault()) {
                case DAMAGED, NOT_A_DATABASE, IO, REFUSED -> findings.add(otherwise);
                case BUSY, FULL, READ_ONLY, CLOSED -> throw e;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            findings.add(otherwise); // a value that nothing of ours ever wrote
        }
    }

    private void seals(String table) throws StoreException {
        sql.forEach(
                "SELECT * FROM " + table + " ORDER BY id",
                row -> {
                    rows++;
                    if (!row.isSealed(table)) {
                        findings.add(new Finding.ChangedRow(table, row.number("id")));
                    }
                });
    }

    private void objects() throws StoreException {
        for (Digest digest :
                sql.list("SELECT digest FROM object ORDER BY id", row -> row.digest("digest"))) {
            try {
                Optional<Bytes> whole = Objects.bytes(sql, digest);
                if (whole.isPresent()) {
                    sound.add(digest);
                    bytes += whole.get().length();
                } else {
                    findings.add(new Finding.ChangedObject(digest));
                }
            } catch (StoreException e) {
                if (e.fault() != StoreFault.DAMAGED) {
                    throw e;
                }
                findings.add(new Finding.ChangedObject(digest));
            }
        }
    }

    private record Listed(Digest id, int number, String reading, boolean withdrawn) {}

    private int versions() throws StoreException {
        List<Listed> all =
                sql.list(
                        """
                        SELECT version.digest, version.number, reading.key,
                            (SELECT count(*) FROM withdrawal WHERE withdrawal.reading = reading.id) AS withdrawn
                        FROM version LEFT JOIN reading ON reading.id = version.reading ORDER BY version.id
                        """,
                        row ->
                                new Listed(
                                        row.digest("digest"),
                                        row.small("number"),
                                        row.text("key"),
                                        row.number("withdrawn") > 0));
        for (Listed version : all) {
            check(version);
        }
        Set<Digest> listed = new HashSet<>(all.stream().map(Listed::id).toList());
        for (Digest statement :
                sql.list("SELECT digest FROM object WHERE kind=3", row -> row.digest("digest"))) {
            if (sound.contains(statement)
                    && !listed.contains(statement)
                    && VersionRows.content(sql, statement).isPresent()) {
                findings.add(new Finding.UnlistedVersion(statement));
            }
        }
        return all.size();
    }

    private void check(Listed version) throws StoreException {
        Optional<Version> content =
                sound.contains(version.id())
                        ? VersionRows.content(sql, version.id())
                        : Optional.empty();
        if (content.isEmpty()) {
            findings.add(
                    new Finding.LostStatement(version.reading(), version.number(), version.id()));
        } else if (!version.withdrawn()) {
            int lost = lost(content.get());
            if (lost > 0) {
                findings.add(
                        new Finding.HurtVersion(
                                version.reading(), version.number(), version.id(), lost));
            }
        }
    }

    private int lost(Version content) throws StoreException {
        var reached = new Reached();
        reached.follow(sql, content);
        Set<Digest> lost = new HashSet<>(reached.missing());
        reached.all().stream().filter(digest -> !sound.contains(digest)).forEach(lost::add);
        return lost.size();
    }

    private void journals() throws StoreException {
        var last = new long[2]; // reading, number
        var after = new ArrayList<Digest>();
        sql.forEach(
                """
                SELECT journal.*, reading.key FROM journal LEFT JOIN reading ON reading.id = journal.reading
                ORDER BY journal.reading, journal.seq
                """,
                row -> {
                    boolean first = row.number("reading") != last[0];
                    long expected = first ? 1 : last[1] + 1;
                    boolean linked = first || after.getLast().equals(row.digest("before"));
                    if (row.number("seq") != expected || !linked) {
                        findings.add(new Finding.CutJournal(row.text("key"), expected));
                    }
                    last[0] = row.number("reading");
                    last[1] = row.number("seq");
                    after.clear();
                    after.add(row.digest("after"));
                });
    }

    private void workingCopies() throws StoreException {
        sql.forEach(
                """
                SELECT working_copy.*, reading.key FROM working_copy
                LEFT JOIN reading ON reading.id = working_copy.id ORDER BY working_copy.id
                """,
                row -> {
                    Bytes state = row.bytes("state");
                    try {
                        boolean whole =
                                state.digest().equals(row.digest("digest"))
                                        && Statement.read(state).content() instanceof Version v
                                        && lost(v) == 0;
                        if (!whole) {
                            findings.add(new Finding.HurtWorkingCopy(row.text("key")));
                        }
                    } catch (RefusedException e) {
                        findings.add(new Finding.HurtWorkingCopy(row.text("key")));
                    }
                });
    }

    private void trail() throws StoreException {
        if (AuditTrail.verify(sql, Optional.empty())
                instanceof AuditVerdict.Broken(long entry, AuditVerdict.Fault fault)) {
            findings.add(new Finding.BrokenTrail(entry, fault.sentence()));
        }
    }
}
