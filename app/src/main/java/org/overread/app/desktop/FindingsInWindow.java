// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.finding.AxesProposal;
import org.overread.app.desktop.finding.FindingActions;
import org.overread.app.desktop.finding.FindingFiles;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.finding.FindingsModel.Opened;
import org.overread.app.desktop.finding.FindingsView;
import org.overread.app.desktop.finding.draw.FindingMarks;
import org.overread.app.desktop.finding.draw.MeasureTool;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.shell.ShellModel.RightTab;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.segmentation.finding.Finding;
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
        Function<Finding, String> whose = finding -> whose(desk.comparison(), model, finding);
        List<Action> actions = FindingActions.of(model, whose);
        workstation.actions().addAll(actions);
        workstation.actions().add(proposal(model, desk.comparison()::active, compute, notices));
        workstation
                .window()
                .setRight(
                        RightTab.FINDINGS,
                        new FindingsView(
                                model,
                                finding -> jump(desk.comparison(), finding),
                                whose,
                                actions.subList(0, 4)));
        model.findings()
                .addListener(
                        (_, before, now) -> {
                            if (now.size() > before.size() && !now.isEmpty()) {
                                workstation.shell().rightTab().set(RightTab.FINDINGS);
                            }
                        });
        ColumnContents.follow(
                desk.comparison(), () -> model.open(opened(desk.comparison().columns())));
        return model;
    }

    /// Long and short axis of the label at the cursor, as RECIST asks for them; the reader changes or deletes them.
    private static Action proposal(
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

    /// The volumes that stand whole in the columns.
    private static List<Opened> opened(List<Column> columns) {
        var opened = new ArrayList<Opened>();
        for (Column column : columns) {
            if (column.reading().content().get() instanceof Content.Ready(Volume volume)) {
                opened.add(new Opened(volume, meaning(column.reading().pixelMeasure().get())));
            }
        }
        return opened;
    }

    private static LengthMeaning meaning(PixelMeasure measure) {
        return switch (measure) {
            case PATIENT -> LengthMeaning.PATIENT;
            case ULTRASOUND_REGION -> LengthMeaning.ULTRASOUND_REGION;
            case DETECTOR -> LengthMeaning.DETECTOR;
            case NONE -> LengthMeaning.NONE;
        };
    }

    /// In the column that shows what it was measured on; columns that go together follow.
    private static void jump(Comparison comparison, Finding finding) {
        columns(comparison, finding)
                .findFirst()
                .orElse(comparison.active())
                .reading()
                .jumpTo(finding.measure().middle());
    }

    /// The letters of the columns that show what it was measured on; nothing while there is but one volume.
    private static String whose(Comparison comparison, FindingsModel model, Finding finding) {
        return model.holdsSeveral()
                ? columns(comparison, finding)
                        .map(column -> String.valueOf(column.letter()))
                        .collect(Collectors.joining())
                : "";
    }

    private static Stream<Column> columns(Comparison comparison, Finding finding) {
        return comparison.columns().stream()
                .filter(
                        column -> {
                            Volume volume = column.reading().volume();
                            return volume != null && volume.id().equals(finding.volumeId());
                        });
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
