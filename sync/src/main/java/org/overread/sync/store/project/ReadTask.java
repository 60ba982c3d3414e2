// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;

/// Who reads what, in which role, under which guideline, blind to whom.
///
/// @param key a word that never changes
/// @param priority higher is sooner
public record ReadTask(
        String key,
        String project,
        Digest volume,
        String reader,
        String role,
        Optional<Digest> guideline,
        int priority,
        Blindness blindness,
        TaskState state) {

    /// Whose readings of the same volume the reader may see before handing in.
    public enum Blindness {
        BLIND,
        OPEN
    }

    public ReadTask withState(TaskState other) {
        return new ReadTask(
                key, project, volume, reader, role, guideline, priority, blindness, other);
    }
}
