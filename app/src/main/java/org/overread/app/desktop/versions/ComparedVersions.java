// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.io.IOException;
import java.util.List;
import org.overread.app.desktop.reading.overlay.LabelVersion;
import org.overread.app.store.StoredLabels;
import org.overread.segmentation.work.Crew;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.volume.Volume;

/// Two versions of one volume beside each other: what to draw of them, how much differs of each structure, and where.
record ComparedVersions(
        StoredVersion before,
        StoredVersion after,
        LabelVersion drawnBefore,
        LabelVersion drawnAfter,
        Differences differences) {

    /// Reads both; blocks.
    static ComparedVersions read(
            Workspace open, StoredVersion before, StoredVersion after, Volume volume, Crew crew)
            throws IOException {
        var labels = new StoredLabels(open);
        Version old = content(open, before);
        Version now = content(open, after);
        if (!old.image().equals(now.image())) {
            throw new StoreException(StoreFault.REFUSED, "versions of other images");
        }
        List<StoredLabels.Segment> was = labels.segments(old);
        List<StoredLabels.Segment> is = labels.segments(now);
        return new ComparedVersions(
                before,
                after,
                drawn(before, was, volume),
                drawn(after, is, volume),
                Differences.between(was, is, volume.geometry(), crew));
    }

    static Version content(Workspace open, StoredVersion version) throws StoreException {
        return open.versions()
                .statement(version.id())
                .map(statement -> statement.content())
                .filter(Version.class::isInstance)
                .map(Version.class::cast)
                .orElseThrow(() -> new StoreException(StoreFault.DAMAGED, "statement"));
    }

    static LabelVersion drawn(
            StoredVersion version, List<StoredLabels.Segment> segments, Volume volume) {
        return new LabelVersion(
                VersionWords.title(version),
                volume.geometry(),
                segments.stream()
                        .map(
                                segment ->
                                        new LabelVersion.Structure(
                                                segment.said().name(),
                                                Integer.parseInt(
                                                        segment.said().color().substring(1), 16),
                                                segment.mask()))
                        .toList());
    }
}
