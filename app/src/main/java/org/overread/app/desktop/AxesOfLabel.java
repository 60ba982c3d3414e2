// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.finding.AxesProposal;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// Proposes measures of a label. FX thread, but for what it hands to `compute`.
final class AxesOfLabel {
    private AxesOfLabel() {}

    /// Long and short axis of the label at the cursor, as RECIST asks for them; the reader changes or deletes them.
    static Action action(
            FindingsModel model,
            Supplier<Column> active,
            Executor compute,
            Consumer<Notice> notices) {
        return Action.of(
                        "findings.axes",
                        "Findings",
                        "Propose long and short axis of the label at the cursor",
                        () -> propose(model, active.get().reading(), compute, notices))
                .withIcon(RemixiconAL.ADD_LINE)
                .withKey("Shift+Q");
    }

    private static void propose(
            FindingsModel model, ReadingModel reading, Executor compute, Consumer<Notice> notices) {
        Volume volume = reading.volume();
        if (volume == null || !model.takes(volume)) {
            return;
        }
        PatientPoint cursor = reading.cursor().get();
        List<Overlay> overlays = reading.overlays().get();
        compute.execute(
                () -> {
                    Optional<Ruler.Bidirectional> axes = AxesProposal.at(cursor, overlays);
                    Platform.runLater(
                            () ->
                                    axes.ifPresentOrElse(
                                            found -> {
                                                model.draw(Optional.empty(), found, volume);
                                                model.keepDraft();
                                                reading.jumpTo(found.middle());
                                            },
                                            () ->
                                                    notices.accept(
                                                            Notice.caution(
                                                                    "There is no label at the"
                                                                            + " cursor to measure.",
                                                                    "",
                                                                    "Show labels, move the cursor"
                                                                            + " into one and try"
                                                                            + " again."))));
                });
    }
}
