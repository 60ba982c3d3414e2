// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.util.List;

/// What came of opening a workspace's file.
public sealed interface Opening {

    /// Ours to read and write.
    record Open(Database database) implements Opening {}

    /// Somebody else writes; it is open for reading. `owner` says who, in words.
    record Elsewhere(Database database, String owner) implements Opening {}

    /// The file is damaged. It is closed and as it was; `findings` are what SQLite says of it.
    record Damaged(List<String> findings) implements Opening {
        public Damaged {
            findings = List.copyOf(findings);
        }
    }

    /// Nothing was opened or changed; `sentence` says why and what to do.
    record Refused(Refusal why, String sentence) implements Opening {}
}
