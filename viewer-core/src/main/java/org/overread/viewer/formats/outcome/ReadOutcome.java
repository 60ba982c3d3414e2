// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

import java.util.List;
import org.overread.viewer.volume.Volume;

/// What became of a file that was to be read.
public sealed interface ReadOutcome {

    /// One volume for each time, component or list entry of the file, in the file's order, at least one.
    record Read(List<Volume> volumes, List<ReadWarning> warnings, FileFacts facts)
            implements ReadOutcome {
        public Read {
            volumes = List.copyOf(volumes);
            warnings = List.copyOf(warnings);
        }
    }

    record Refused(ReadRefusal reason) implements ReadOutcome {}
}
