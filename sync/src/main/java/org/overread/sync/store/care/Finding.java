// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import org.overread.sync.bundle.bytes.Digest;

/// One thing that is not as it should be.
public sealed interface Finding {

    /// In words for a person.
    String sentence();

    /// What SQLite says of the file.
    record File(String said) implements Finding {
        @Override
        public String sentence() {
            return "The file's structure is damaged: " + said + ".";
        }
    }

    /// A table can be read only in part.
    record Unreadable(String table) implements Finding {
        @Override
        public String sentence() {
            return "A part of the table '%s' cannot be read.".formatted(table);
        }
    }

    /// A row is not as it was written.
    record ChangedRow(String table, long row) implements Finding {
        @Override
        public String sentence() {
            return "Row %d of the table '%s' is not as it was written.".formatted(row, table);
        }
    }

    /// An object's bytes are not those of its digest.
    record ChangedObject(Digest object) implements Finding {
        @Override
        public String sentence() {
            return "The object %s is not as it was written.".formatted(object);
        }
    }

    /// A version lacks labels.
    record HurtVersion(String reading, int number, Digest version, int objects) implements Finding {
        @Override
        public String sentence() {
            return "Version %d of reading %s lacks %d of its parts; its other parts are there."
                    .formatted(number, reading, objects);
        }
    }

    /// A version's statement is gone; that it was made is known.
    record LostStatement(String reading, int number, Digest version) implements Finding {
        @Override
        public String sentence() {
            return "The statement of version %d of reading %s cannot be read; its labels cannot be found without it."
                    .formatted(number, reading);
        }
    }

    /// A version is not listed though its statement is there.
    record UnlistedVersion(Digest version) implements Finding {
        @Override
        public String sentence() {
            return "The version %s is not listed in any reading.".formatted(version);
        }
    }

    /// The journal of a reading ends before it should.
    record CutJournal(String reading, long entry) implements Finding {
        @Override
        public String sentence() {
            return "Edits of reading %s from number %d on cannot be relied upon."
                    .formatted(reading, entry);
        }
    }

    /// The working copy of a reading is gone or hurt; versions and journal are apart from it.
    record HurtWorkingCopy(String reading) implements Finding {
        @Override
        public String sentence() {
            return "The working copy of reading %s is damaged.".formatted(reading);
        }
    }

    /// The audit trail is broken.
    record BrokenTrail(long entry, String how) implements Finding {
        @Override
        public String sentence() {
            return "Audit trail, entry %d: %s".formatted(entry, how);
        }
    }

    /// Rows that others name are missing.
    record Dangling(String table) implements Finding {
        @Override
        public String sentence() {
            return "A row of the table '%s' names another one that is missing.".formatted(table);
        }
    }
}
