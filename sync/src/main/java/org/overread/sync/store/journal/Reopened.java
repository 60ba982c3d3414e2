// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A reading as it was left: the working copy, what happened since, and everything that can be undone and redone.
///
/// @param entries the whole journal, in its order
/// @param damaged the first entry that cannot be believed; it and what follows are left out
public record Reopened(
        Optional<WorkingCopy> folded, List<JournalEntry> entries, Optional<Long> damaged) {
    public Reopened {
        entries = List.copyOf(entries);
    }

    /// What is to be made on the working copy to get to where the reader was.
    public List<JournalEntry> sinceFolded() {
        long number = folded.map(WorkingCopy::number).orElse(0L);
        return entries.stream().filter(entry -> entry.number() > number).toList();
    }

    /// The steps of undo: done ones first, then those that can be redone.
    ///
    /// @param done how many are done
    public record Steps(List<JournalEntry.Made> steps, int done) {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /// Where undo and redo stand after an entry; 0 for the beginning.
    public Steps stepsAfter(long number) {
        var steps = new ArrayList<JournalEntry.Made>();
        int done = 0;
        for (JournalEntry entry : entries) {
            if (entry.number() > number) {
                break;
            }
            switch (entry) {
                case JournalEntry.Made made -> {
                    while (steps.size() > done) {
                        steps.removeLast();
                    }
                    steps.add(made);
                    done++;
                }
                case JournalEntry.Undone _ -> done = Math.max(0, done - 1);
                case JournalEntry.Redone _ -> done = Math.min(steps.size(), done + 1);
            }
        }
        return new Steps(steps, done);
    }

    /// Where undo and redo stand now.
    public Steps steps() {
        return stepsAfter(Long.MAX_VALUE);
    }
}
