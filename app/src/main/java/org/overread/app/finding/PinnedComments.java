// SPDX-License-Identifier: Apache-2.0
package org.overread.app.finding;

import java.util.ArrayList;
import java.util.List;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.Note;
import org.overread.sync.store.project.Notes;
import org.overread.viewer.volume.PatientPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The comments of readings, each pinned to a point of the patient (mm, LPS), kept as notes of the workspace to the
/// micrometre. I/O threads.
public final class PinnedComments {
    /// As long as a comment may be.
    public static final int LONGEST = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(PinnedComments.class);
    private static final double PER_MM = 1000;
    private static final long FARTHEST = 1_000_000_000; // a kilometre

    private final Workspace workspace;

    /// `key` stays the same when the words change.
    public record Comment(String key, String words, PatientPoint at) {
        public Comment withWords(String newWords) {
            return new Comment(key, newWords, at);
        }

        /// Says nothing of the words: comments end up in logs.
        @Override
        public String toString() {
            return "Comment[" + key + "]";
        }
    }

    public PinnedComments(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What stands there now, in the order in which it was last written; what is not understood is passed over.
    public List<Comment> of(String reading) throws StoreException {
        var all = new ArrayList<Comment>();
        for (Note note : workspace.notes().of(reading)) {
            if (note.kind() == Note.Kind.COMMENT && note.state() != Note.State.REMOVED) {
                try {
                    all.add(read(note));
                } catch (RefusedException _) {
                    LOG.info("a comment was not understood and stays where it is");
                }
            }
        }
        return List.copyOf(all);
    }

    private static Comment read(Note note) throws RefusedException {
        var in = new FieldReader(note.body());
        return new Comment(
                note.key(),
                in.text("text", LONGEST),
                new PatientPoint(mm(in, "x"), mm(in, "y"), mm(in, "z")));
    }

    private static double mm(FieldReader in, String name) throws RefusedException {
        return in.whole(name, -FARTHEST, FARTHEST) / PER_MM;
    }

    public void put(String reading, Comment comment) throws StoreException {
        put(reading, comment, Note.State.OPEN);
    }

    /// What was said stays in the workspace's history.
    public void remove(String reading, Comment comment) throws StoreException {
        put(reading, comment, Note.State.REMOVED);
    }

    private void put(String reading, Comment comment, Note.State state) throws StoreException {
        PatientPoint at = comment.at();
        JsonValue.Fields body =
                Notes.pinned(
                        comment.words(),
                        Math.round(at.x() * PER_MM),
                        Math.round(at.y() * PER_MM),
                        Math.round(at.z() * PER_MM));
        workspace.notes().put(reading, comment.key(), Note.Kind.COMMENT, state, body);
    }
}
