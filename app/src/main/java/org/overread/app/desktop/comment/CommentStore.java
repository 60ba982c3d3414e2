// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.comment;

import java.io.IOException;
import java.util.List;
import org.overread.app.finding.PinnedComments.Comment;

/// Where the comments on one volume outlive the program. I/O threads; one call at a time.
public interface CommentStore {
    List<Comment> load() throws IOException;

    void put(Comment comment) throws IOException;

    void remove(Comment comment) throws IOException;
}
