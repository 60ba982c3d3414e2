// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.version.StoredVersion;

/// Versions under each other, the newest first, with the lanes in which the lines to their parents run.
final class VersionGraph {
    private VersionGraph() {}

    /// A version and the lines that cross its row. Lanes count from 0, at the left.
    ///
    /// @param lane of the version itself
    /// @param continued whether a line comes from above
    /// @param through lanes of lines that pass by
    /// @param below lanes of the lines to its parents
    record Row(
            StoredVersion version,
            int lane,
            boolean continued,
            List<Integer> through,
            List<Integer> below) {
        Row {
            through = List.copyOf(through);
            below = List.copyOf(below);
        }

        int lanes() {
            int most = lane;
            for (int other : through) {
                most = Math.max(most, other);
            }
            for (int other : below) {
                most = Math.max(most, other);
            }
            return most + 1;
        }
    }

    /// @param versions of one reading, the first one first
    static List<Row> rows(List<StoredVersion> versions) {
        var rows = new ArrayList<Row>();
        var awaited = new ArrayList<Optional<Digest>>(); // by lane: which version its line leads to
        for (StoredVersion version : versions.reversed()) {
            int found = awaited.indexOf(Optional.of(version.id()));
            int lane = found >= 0 ? found : free(awaited);
            awaited.set(lane, Optional.empty());
            var through = new ArrayList<Integer>();
            for (int n = 0; n < awaited.size(); n++) {
                if (awaited.get(n).isPresent()) {
                    through.add(n);
                }
            }
            var below = new ArrayList<Integer>();
            for (Digest parent : version.parents()) {
                int known = awaited.indexOf(Optional.of(parent));
                int to = known >= 0 ? known : below.isEmpty() ? lane : free(awaited);
                awaited.set(to, Optional.of(parent));
                below.add(to);
            }
            rows.add(new Row(version, lane, found >= 0, through, below));
        }
        return List.copyOf(rows);
    }

    private static int free(List<Optional<Digest>> awaited) {
        int free = awaited.indexOf(Optional.<Digest>empty());
        if (free >= 0) {
            return free;
        }
        awaited.add(Optional.empty());
        return awaited.size() - 1;
    }
}
