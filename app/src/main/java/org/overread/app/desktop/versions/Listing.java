// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;

/// Reads which versions of a volume a person may see, and which of them are listed. Blocks.
final class Listing {
    private Listing() {}

    /// @param wanted the key of the reading that was asked for
    static VersionsState.Listed of(
            Workspace open, String person, Shown volume, Optional<String> wanted)
            throws StoreException {
        boolean blind = open.tasks().of(person).stream().anyMatch(task -> isBlind(task, volume));
        List<Reading> seen =
                volume.readings().stream()
                        .filter(one -> !blind || one.reader().equals(person))
                        .toList();
        Optional<Reading> reading = listed(open, seen, wanted, volume.current());
        List<StoredVersion> versions =
                reading.isPresent() ? open.versions().of(reading.get().key()) : List.of();
        return new VersionsState.Listed(
                volume, seen, volume.readings().size() - seen.size(), reading, versions);
    }

    /// The reading that was asked for, else the one that the person works in; where nothing of it is saved yet, what
    /// others saved is worth more than an empty list.
    private static Optional<Reading> listed(
            Workspace open, List<Reading> seen, Optional<String> wanted, Optional<Reading> current)
            throws StoreException {
        for (Reading one : seen) {
            if (wanted.filter(one.key()::equals).isPresent()) {
                return Optional.of(one);
            }
        }
        Optional<Reading> own = current.filter(seen::contains);
        if (own.isPresent() && !open.versions().of(own.get().key()).isEmpty()) {
            return own;
        }
        for (Reading one : seen) {
            if (!open.versions().of(one.key()).isEmpty()) {
                return Optional.of(one);
            }
        }
        return own.or(() -> seen.stream().findFirst());
    }

    /// Whether the reader may not see what others drew on the volume yet.
    private static boolean isBlind(ReadTask task, Shown volume) {
        return task.volume().equals(volume.seen().key())
                && task.blindness() == ReadTask.Blindness.BLIND
                && switch (task.state()) {
                    case TO_DO, IN_PROGRESS, RETURNED -> true;
                    case SUBMITTED, ACCEPTED, WITHDRAWN -> false;
                };
    }
}
