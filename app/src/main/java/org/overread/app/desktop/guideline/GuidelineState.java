// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.guideline;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.project.Guideline;
import org.overread.sync.store.project.Revision;

/// Whether the project has a guideline.
public sealed interface GuidelineState {
    /// It has none, or is not known yet.
    record None(String project) implements GuidelineState {}

    /// It has one.
    ///
    /// @param revisions the newest one first
    /// @param asked the one that the task was handed out under
    record Kept(String project, List<Revision<Guideline>> revisions, Optional<Digest> asked)
            implements GuidelineState {
        public Kept {
            revisions = List.copyOf(revisions);
        }

        /// The one that versions are saved under.
        Revision<Guideline> newest() {
            return revisions.getFirst();
        }

        /// The revision that the task was handed out under, where versions are saved under a later one.
        Optional<Revision<Guideline>> overtaken() {
            return revisions.stream()
                    .skip(1)
                    .filter(one -> asked.filter(one.digest()::equals).isPresent())
                    .findFirst();
        }
    }

    String project();
}
