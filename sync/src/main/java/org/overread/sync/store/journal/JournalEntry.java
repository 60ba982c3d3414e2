// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.journal;

import org.overread.sync.store.audit.Moment;

/// One line of a journal. Numbers count from 1 without a gap.
public sealed interface JournalEntry {
    long number();

    Moment moment();

    /// An edit was made; what had been undone can no longer be redone.
    record Made(long number, Moment moment, Stroke stroke) implements JournalEntry {}

    /// The last edit was taken back.
    record Undone(long number, Moment moment) implements JournalEntry {}

    /// The edit that was taken back last was made again.
    record Redone(long number, Moment moment) implements JournalEntry {}
}
