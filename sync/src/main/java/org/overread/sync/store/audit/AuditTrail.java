// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;

/// The trail of a workspace.
public final class AuditTrail {
    private static final String ALL = "SELECT * FROM audit ORDER BY id";

    private final Database database;

    public AuditTrail(Database database) {
        this.database = database;
    }

    /// Adds an entry within the transaction of what it tells of, so that neither is there without the other.
    public static AuditEntry add(
            Sql sql,
            Session session,
            Moment moment,
            String action,
            String subject,
            String before,
            String after)
            throws StoreException {
        Optional<AuditEntry> last =
                sql.first("SELECT * FROM audit ORDER BY id DESC LIMIT 1", AuditTrail::entry);
        AuditEntry entry =
                AuditEntry.next(
                        last.map(AuditEntry::number).orElse(0L) + 1,
                        moment,
                        session.actor(),
                        action,
                        subject,
                        before,
                        after,
                        last.map(AuditEntry::hash).orElse(AuditEntry.BEGINNING));
        sql.insert(
                "audit",
                session.signed(moment)
                        .with("id", entry.number())
                        .with("workstation", session.actor().workstation())
                        .with("software", session.actor().software())
                        .with("action", action)
                        .with("subject", subject)
                        .with("old", before)
                        .with("new", after)
                        .with("previous", entry.previous())
                        .with("hash", entry.hash()));
        return entry;
    }

    /// Entries in their order.
    public List<AuditEntry> entries() throws StoreException {
        return database.read(sql -> sql.list(ALL, AuditTrail::entry));
    }

    /// Checks the chain. `noted` is a head that somebody wrote down earlier, which the trail must still contain.
    public AuditVerdict verify(Optional<Digest> noted) throws StoreException {
        return database.read(sql -> verify(sql, noted));
    }

    /// Checks the chain within a reading transaction.
    public static AuditVerdict verify(Sql sql, Optional<Digest> noted) throws StoreException {
        var broken = new ArrayList<AuditVerdict>();
        var state = new Chain();
        sql.forEach(
                ALL,
                row -> {
                    if (broken.isEmpty()) {
                        state.take(entry(row), noted).ifPresent(broken::add);
                    }
                });
        if (!broken.isEmpty()) {
            return broken.getFirst();
        }
        if (noted.isPresent() && !state.seen) {
            return new AuditVerdict.Broken(state.number, AuditVerdict.Fault.UNKNOWN_HEAD);
        }
        // a version is committed together with its entry, so there are never more of them
        if (sql.number("SELECT count(*) FROM version")
                > sql.number("SELECT count(*) FROM audit WHERE action='version committed'")) {
            return new AuditVerdict.Broken(state.number, AuditVerdict.Fault.CUT_OFF);
        }
        return new AuditVerdict.Whole(state.number, state.hash);
    }

    private static final class Chain {
        private long number;
        private Digest hash = AuditEntry.BEGINNING;
        private boolean seen;

        Optional<AuditVerdict> take(AuditEntry entry, Optional<Digest> noted) {
            if (!entry.computedHash().equals(entry.hash())) {
                return Optional.of(
                        new AuditVerdict.Broken(entry.number(), AuditVerdict.Fault.CHANGED));
            }
            if (entry.number() != number + 1 || !entry.previous().equals(hash)) {
                return Optional.of(
                        new AuditVerdict.Broken(entry.number(), AuditVerdict.Fault.MISSING));
            }
            number = entry.number();
            hash = entry.hash();
            seen |= noted.filter(hash::equals).isPresent();
            return Optional.empty();
        }
    }

    private static AuditEntry entry(Row row) throws StoreException {
        return new AuditEntry(
                row.number("id"),
                Moment.of(row.text("utc"), row.text("utc_offset")),
                new Actor(row.text("person"), row.text("workstation"), row.text("software")),
                row.text("action"),
                row.text("subject"),
                row.text("old"),
                row.text("new"),
                row.digest("previous"),
                row.digest("hash"));
    }
}
