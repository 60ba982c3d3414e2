// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;

/// What there is to list.
public sealed interface VersionsState {
    /// Nothing is shown, or there is no workspace.
    record Nothing() implements VersionsState {}

    /// The versions of one of the readings of the volume, the first one first.
    ///
    /// @param readings those that the person may see
    /// @param hidden how many they may not see before handing in their own
    record Listed(
            Shown shown,
            List<Reading> readings,
            int hidden,
            Optional<Reading> reading,
            List<StoredVersion> versions)
            implements VersionsState {
        public Listed {
            readings = List.copyOf(readings);
            versions = List.copyOf(versions);
        }
    }
}
