// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What became of a call of a tool.
public sealed interface ToolOutcome {

    /// The regions found, at least one, the wanted one first; a region may be empty. `confidence` is there where the
    /// tool knows how sure it is.
    record Segmented(
            List<Region> regions,
            List<ToolNumber> numbers,
            List<ToolNote> notes,
            Optional<ConfidenceMap> confidence)
            implements ToolOutcome {

        /// Of a tool that does not say how sure it is.
        public Segmented(List<Region> regions, List<ToolNumber> numbers, List<ToolNote> notes) {
            this(regions, numbers, notes, Optional.empty());
        }

        public Segmented {
            regions = List.copyOf(regions);
            numbers = List.copyOf(numbers);
            notes = List.copyOf(notes);
            if (regions.isEmpty()) {
                throw new IllegalArgumentException("a tool that segments answers with a region");
            }
        }
    }

    /// The tool cannot do what was asked, and nothing has changed.
    record Refused(ToolRefusal reason) implements ToolOutcome {}

    /// Somebody cancelled it, and nothing has changed.
    record Cancelled() implements ToolOutcome {}

    /// It took longer than it may and stopped when it was asked to; nothing has changed.
    record TimedOut(String tool, Duration limit) implements ToolOutcome {

        /// A sentence for people.
        public String describe() {
            return "The tool %s was stopped after %.1f s, which is as long as a tool may take; nothing was changed."
                    .formatted(tool, limit.toMillis() / 1000.0);
        }
    }

    /// The tool itself is at fault; it was stopped and what it made was dropped.
    record Broken(String tool, ToolFault fault) implements ToolOutcome {

        /// A sentence for people.
        public String describe() {
            return fault.describe(tool);
        }
    }
}
