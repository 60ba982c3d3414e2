// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.comment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.overread.app.finding.PinnedComments;
import org.overread.app.finding.PinnedComments.Comment;
import org.overread.app.reading.StoredReading;
import org.overread.sync.store.project.Reading;

/// With the reading in the workspace; the first comment begins the reading where none was begun. I/O threads.
public final class ReadingComments implements CommentStore {
    private final StoredReading stored;
    private final PinnedComments comments;

    public ReadingComments(StoredReading stored) {
        this.stored = stored;
        comments = new PinnedComments(stored.workspace());
    }

    @Override
    public List<Comment> load() throws IOException {
        Optional<Reading> begun = stored.begun();
        return begun.isPresent() ? comments.of(begun.get().key()) : List.of();
    }

    @Override
    public void put(Comment comment) throws IOException {
        comments.put(stored.reading().key(), comment);
    }

    @Override
    public void remove(Comment comment) throws IOException {
        comments.remove(stored.reading().key(), comment);
    }
}
