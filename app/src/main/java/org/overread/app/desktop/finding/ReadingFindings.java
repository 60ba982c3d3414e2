// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.app.finding.FindingFields;
import org.overread.app.finding.FindingNotes;
import org.overread.app.reading.StoredReading;
import org.overread.segmentation.finding.Finding;
import org.overread.sync.store.project.Reading;
import org.overread.viewer.volume.FrameOfReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Findings of a reading, in the workspace with its labels. What an earlier program kept in a file of its own is taken
/// over once. A reading begins with its first finding.
public final class ReadingFindings implements FindingStore {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingFindings.class);

    private final StoredReading stored;
    private final FrameOfReference frame;
    private final FindingFiles before;
    private final FindingNotes notes;

    /// @param frame of the volume that is read
    /// @param before where findings were kept by earlier programs, and are where there is no workspace
    public ReadingFindings(StoredReading stored, FrameOfReference frame, FindingFiles before) {
        this.stored = stored;
        this.frame = frame;
        this.before = before;
        notes = new FindingNotes(stored.workspace());
    }

    @Override
    public synchronized Found load(String volumeId) {
        try {
            Optional<Reading> begun = stored.begun();
            var where = new FindingFields.Where(volumeId, frame);
            var found =
                    begun.isPresent()
                            ? notes.load(begun.get().key(), where)
                            : new FindingNotes.Found(List.of(), 0);
            List<Finding> all = withFiled(volumeId, found.findings());
            return found.lost() == 0
                    ? new Found.Kept(all)
                    : new Found.Damaged(all, found.lost(), "the workspace");
        } catch (IOException e) {
            LOG.warn("findings were not read: {}", e.getClass().getSimpleName());
            return new Found.Unreadable();
        }
    }

    private List<Finding> withFiled(String volumeId, List<Finding> here) throws IOException {
        var all = new ArrayList<>(here);
        List<Finding> filed =
                before.load(volumeId).findings().stream()
                        .filter(one -> !notes.knows(one.id()))
                        .toList();
        if (!filed.isEmpty()) {
            all.addAll(filed);
            notes.save(stored.reading().key(), all);
            before.moved(volumeId);
        }
        return all;
    }

    @Override
    public synchronized void save(String volumeId, List<Finding> findings) throws IOException {
        if (!findings.isEmpty() || stored.begun().isPresent()) {
            notes.save(stored.reading().key(), findings);
        }
    }
}
