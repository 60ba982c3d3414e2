// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.comment;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.app.finding.PinnedComments.Comment;
import org.overread.viewer.slice.SliceAxis;

/// A ring and the words on the slice that a comment is pinned to, the ring alone on those beside it, and a tick at the
/// pane's edge wherever it lies. FX thread.
public final class CommentMarks implements Marks {
    static final int COLOR = 0xF29EC4;
    private static final int WIDE = 36;

    private final CommentsModel model;

    public CommentMarks(CommentsModel model) {
        this.model = model;
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        var marks = new ArrayList<Mark>();
        SliceAxis axis = shown.slices();
        double here = axis.indexAt(shown.plane().center());
        for (Comment comment : model.in(shown.volume().frame())) {
            double away = Math.abs(axis.indexAt(comment.at()) - here);
            if (away < 1.5) {
                boolean on = away <= 0.5 + 1e-6;
                MarkLook look =
                        MarkLook.of(COLOR)
                                .with(on ? MarkLook.Weight.NORMAL : MarkLook.Weight.QUIET);
                marks.add(new Mark.Handle(comment.at(), look));
                if (on) {
                    marks.add(new Mark.Words(comment.at(), lines(comment.words()), look));
                }
            }
        }
        return marks;
    }

    @Override
    public List<Spot> spots(PaneState shown) {
        return model.in(shown.volume().frame()).stream()
                .map(comment -> new Spot(comment.at(), COLOR))
                .toList();
    }

    @Override
    public ObservableValue<?> changed() {
        return model.changes();
    }

    /// Short lines, so that the words cover little of the picture.
    static String lines(String words) {
        var text = new StringBuilder();
        int line = 0;
        for (String word : words.strip().split("\\s+", -1)) {
            if (line > 0 && line + 1 + word.length() > WIDE) {
                text.append('\n');
                line = 0;
            } else if (line > 0) {
                text.append(' ');
                line++;
            }
            text.append(word);
            line += word.length();
        }
        return text.toString();
    }
}
