// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.overread.app.desktop.action.Action;
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
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.measure.LengthMeaning;
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
