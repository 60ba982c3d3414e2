// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.LabelSource;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.app.reading.DrawOutcome;

/// What every drawing tool is given: the labels under the hand, threads, and a way to say what is in the way.
///
/// @param compute bounded; what it makes goes back through `ui`
public record DrawDesk(
        LabelSource labels, ExecutorService compute, Executor ui, Consumer<Notice> notices) {

    /// Begins on the chosen segment of the volume under the hand; empty where that cannot be, and the person has been
    /// told why.
    public Optional<Sketch> begin(ToolPoint at) {
        Optional<LabelModel> model = labels.of(at.volume());
        if (model.isEmpty()) {
            notices.accept(
                    Notice.caution(
                            "The labels of this series are still being opened.",
                            "",
                            "Draw as soon as its segments are listed."));
            return Optional.empty();
        }
        model.get().sign();
        return switch (Sketch.begin(model.get())) {
            case Sketch.Begun.Ready(Sketch sketch) -> Optional.of(sketch);
            case Sketch.Begun.Refused(DrawOutcome why) -> {
                say(why);
                yield Optional.empty();
            }
        };
    }

    /// Tells the person what came of it where it is worth telling.
    public void say(DrawOutcome outcome) {
        if (!outcome.sentence().isEmpty()) {
            notices.accept(Notice.caution(outcome.sentence(), "", ""));
        }
    }
}
