// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import java.util.List;

/// What became of a call of a tool.
public sealed interface ToolOutcome {

    /// The regions found, at least one, the wanted one first; a region may be empty.
    record Segmented(List<Region> regions, List<ToolNumber> numbers, List<ToolNote> notes)
            implements ToolOutcome {
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

    /// The tool itself is at fault; it was stopped and what it made was dropped.
    record Broken(String tool, ToolFault fault) implements ToolOutcome {

        /// A sentence for people.
        public String describe() {
            return fault.describe(tool);
        }
    }
}
