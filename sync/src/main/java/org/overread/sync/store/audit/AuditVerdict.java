// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.audit;

import org.overread.sync.bundle.bytes.Digest;

/// What checking the trail found.
public sealed interface AuditVerdict {

    /// Every entry is as it was written and none is missing between them. `head` is the hash of the last one: whoever
    /// noted an earlier head can ask whether the trail still contains it.
    record Whole(long entries, Digest head) implements AuditVerdict {}

    /// The first entry that is not as it should be.
    record Broken(long entry, Fault fault) implements AuditVerdict {}

    /// How the trail was tampered with, or damaged.
    enum Fault {
        CHANGED("The entry was changed after it was written."),
        MISSING("An entry before this one was removed, or the order was changed."),
        CUT_OFF("Entries at the end were removed."),
        UNKNOWN_HEAD("The trail does not contain the entry that was noted earlier.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
