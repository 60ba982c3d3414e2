// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.finding.AxesProposal;
import org.overread.app.desktop.finding.FindingActions;
import org.overread.app.desktop.finding.FindingFiles;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.finding.FindingsView;
import org.overread.app.desktop.finding.draw.FindingMarks;
import org.overread.app.desktop.finding.draw.MeasureTool;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.shell.ShellModel.RightTab;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// Puts findings into the window: tools on the rail, marks on the panes, the list in the right panel. FX thread.
final class FindingsInWindow {
    private FindingsInWindow() {}

    static FindingsModel place(
            Workstation workstation,
            ReadingDesk desk,
            Path folder,
            Executor compute,
            Executor io,
            Consumer<Notice> notices) {
        var model =
                new FindingsModel(
                        new FindingFiles(folder),
                        compute,
                        io,
                        Platform::runLater,
                        InstantSource.system(),
                        trouble -> notices.accept(words(trouble)));
        ToolBox tools = desk.area().tools();
        MeasureTool.all(model).forEach(tools::add);
        var marks = new FindingMarks(model, tools::isAtRest);
        tools.marks().add(marks);
        tools.grippables().add(marks);
        List<Action> actions = FindingActions.of(model);
        workstation.actions().addAll(actions);
        ReadingModel reading = desk.reading();
        workstation.actions().add(proposal(model, reading, compute, notices));
        workstation
                .window()
                .setRight(
                        RightTab.FINDINGS,
                        new FindingsView(
                                model,
                                finding -> reading.jumpTo(finding.measure().middle()),
                                actions.subList(0, 4)));
        model.findings()
                .addListener(
                        (_, before, now) -> {
                            if (now.size() > before.size() && reading.volume() != null) {
                                workstation.shell().rightTab().set(RightTab.FINDINGS);
                            }
                        });
        reading.content().subscribe(content -> follow(content, model, reading));
        return model;
    }

    /// Long and short axis of the label at the cursor, as RECIST asks for them; the reader changes or deletes them.
    private static Action proposal(
            FindingsModel model, ReadingModel reading, Executor compute, Consumer<Notice> notices) {
        return Action.of(
                        "findings.axes",
                        "Findings",
                        "Propose long and short axis of the label at the cursor",
                        () -> propose(model, reading, compute, notices))
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

    private static void follow(Content content, FindingsModel model, ReadingModel reading) {
        Optional<Volume> complete =
                content instanceof Content.Ready(Volume volume)
                        ? Optional.of(volume)
                        : Optional.empty();
        complete.ifPresentOrElse(
                volume -> model.open(volume, meaning(reading.pixelMeasure().get())), model::close);
    }

    private static LengthMeaning meaning(PixelMeasure measure) {
        return switch (measure) {
            case PATIENT -> LengthMeaning.PATIENT;
            case ULTRASOUND_REGION -> LengthMeaning.ULTRASOUND_REGION;
            case DETECTOR -> LengthMeaning.DETECTOR;
            case NONE -> LengthMeaning.NONE;
        };
    }

    private static Notice words(FindingsModel.Trouble trouble) {
        return switch (trouble) {
            case FindingsModel.Trouble.Damaged(int lost, String keptAs) ->
                    Notice.caution(
                            lost == 0
                                    ? "The findings of this series could not be understood."
                                    : lost == 1
                                            ? "One finding of this series could not be understood."
                                            : "%d findings of this series could not be understood."
                                                    .formatted(lost),
                            "All that was kept is unchanged in %s.".formatted(keptAs),
                            "The others are here, and new ones are kept as usual.");
            case FindingsModel.Trouble.Unreadable() ->
                    Notice.bad(
                            "The findings of this series could not be read.",
                            "They are unchanged; new ones are not kept.",
                            "Check the rights of the data folder, then open the series again.");
            case FindingsModel.Trouble.NotSaved() ->
                    Notice.bad(
                            "Your findings were not saved.",
                            "They are still here.",
                            "Check that the disk is not full; the next change saves all of them.");
        };
    }
}
