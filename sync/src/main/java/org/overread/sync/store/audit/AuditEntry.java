// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.audit;

import java.util.Map;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.JsonValue;

/// One deed. The hash is the SHA-256 of the canonical JSON of all other fields, the hash of the entry before among them,
/// so a stranger can check an export with any JSON library.
public record AuditEntry(
        long number,
        Moment moment,
        Actor actor,
        String action,
        String subject,
        String before,
        String after,
        Digest previous,
        Digest hash) {
    /// What the first entry is chained to.
    public static final Digest BEGINNING = new Digest(0, 0, 0, 0);

    static AuditEntry next(
            long number,
            Moment moment,
            Actor actor,
            String action,
            String subject,
            String before,
            String after,
            Digest previous) {
        var draft =
                new AuditEntry(
                        number, moment, actor, action, subject, before, after, previous, previous);
        return new AuditEntry(
                number,
                moment,
                actor,
                action,
                subject,
                before,
                after,
                previous,
                draft.computedHash());
    }

    /// What the hash should be.
    Digest computedHash() {
        return CanonicalJson.write(hashed()).digest();
    }

    /// The fields that are hashed.
    JsonValue.Fields hashed() {
        return JsonValue.Fields.of(
                Map.ofEntries(
                        Map.entry("number", JsonValue.whole(number)),
                        Map.entry("utc", JsonValue.text(moment.utc().toString())),
                        Map.entry("offset", JsonValue.text(moment.offset().getId())),
                        Map.entry("person", JsonValue.text(actor.person())),
                        Map.entry("workstation", JsonValue.text(actor.workstation())),
                        Map.entry("software", JsonValue.text(actor.software())),
                        Map.entry("action", JsonValue.text(action)),
                        Map.entry("subject", JsonValue.text(subject)),
                        Map.entry("old", JsonValue.text(before)),
                        Map.entry("new", JsonValue.text(after)),
                        Map.entry("previous", JsonValue.text(previous.toString()))));
    }
}
