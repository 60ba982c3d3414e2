// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.journal;

import org.overread.sync.bundle.bytes.Digest;

/// What came of writing to a journal.
public sealed interface JournalOutcome {

    /// The disk has it.
    record Saved(long number) implements JournalOutcome {}

    /// The edit was made on another state than the journal leads to; nothing was written.
    record OutOfStep(Digest expected) implements JournalOutcome {}
}
