// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

import java.nio.file.Path;
import java.util.List;

/// What became of a volume that was to be written.
public sealed interface WriteOutcome {

    /// The files that now hold the volume, the one to open first.
    record Written(List<Path> files) implements WriteOutcome {
        public Written {
            files = List.copyOf(files);
        }
    }

    /// Nothing was written, and what was there before is still there.
    record Refused(WriteRefusal reason) implements WriteOutcome {}
}
