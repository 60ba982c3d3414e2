// SPDX-License-Identifier: Apache-2.0
package org.overread.app.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingKind;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.Note;

/// The findings of a reading in its workspace: a note each, a revision for each change, so that nothing that was said is
/// lost. What is the same is not written again. Blocks; one thread at a time.
public final class FindingNotes {
    private static final String PLACE = "place";
    private static final int FORMAT = 1;

    private final Workspace workspace;
    private final Map<UUID, Kept> kept = new HashMap<>();
    private long next;

    private record Kept(long place, Finding finding, Note.State state) {}

    public FindingNotes(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What was understood, in the order in which it was made, and how many notes were not.
    public record Found(List<Finding> findings, int lost) {
        public Found {
            findings = List.copyOf(findings);
        }
    }

    /// The findings of a reading as they are now.
    public Found load(String reading, FindingFields.Where where) throws StoreException {
        kept.clear();
        next = 0;
        int lost = 0;
        for (Note note : workspace.notes().of(reading)) {
            boolean comment =
                    note.kind() == Note.Kind.COMMENT || !note.body().values().containsKey(PLACE);
            if (comment) {
                continue;
            }
            try {
                var in = new FieldReader(note.body());
                in.small("format", FORMAT, FORMAT);
                long place = in.whole(PLACE, 0, JsonValue.Whole.LARGEST);
                Finding finding = FindingFields.read(in, where);
                in.end();
                kept.put(finding.id(), new Kept(place, finding, note.state()));
                next = Math.max(next, place + 1);
            } catch (RefusedException _) {
                lost += note.state() == Note.State.REMOVED ? 0 : 1;
            }
        }
        List<Finding> findings =
                kept.values().stream()
                        .filter(one -> one.state() != Note.State.REMOVED)
                        .sorted(Comparator.comparingLong(Kept::place))
                        .map(Kept::finding)
                        .toList();
        return new Found(findings, lost);
    }

    /// Whether a finding was ever kept here, deleted or not.
    public boolean knows(UUID finding) {
        return kept.containsKey(finding);
    }

    /// Keeps these in place of what was kept.
    public void save(String reading, List<Finding> findings) throws StoreException {
        var there = new HashSet<UUID>();
        for (Finding finding : findings) {
            there.add(finding.id());
            put(reading, finding, Note.State.OPEN);
        }
        for (Kept one : new ArrayList<>(kept.values())) {
            if (!there.contains(one.finding().id())) {
                put(reading, one.finding(), Note.State.REMOVED);
            }
        }
    }

    private void put(String reading, Finding finding, Note.State state) throws StoreException {
        Kept before = kept.get(finding.id());
        if (before != null && before.finding().equals(finding) && before.state() == state) {
            return;
        }
        long place = before == null ? next++ : before.place();
        workspace
                .notes()
                .put(
                        reading,
                        finding.id().toString(),
                        finding.kind() == FindingKind.MEASUREMENT
                                ? Note.Kind.MEASUREMENT
                                : Note.Kind.FINDING,
                        state,
                        FindingFields.writer(finding)
                                .whole("format", FORMAT)
                                .whole(PLACE, place)
                                .end());
        kept.put(finding.id(), new Kept(place, finding, state));
    }
}
