// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Region;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.measure.ValueSpread;
import org.overread.viewer.volume.Volume;

/// What a person can do with findings, wherever the keyboard is.
public final class FindingActions {
    private FindingActions() {}

    /// What the window does for them.
    ///
    /// @param jump leads the reading to a finding
    /// @param describe asks for the term and the attributes of a finding
    /// @param spread shows how the values in a finding are spread
    /// @param classify asks what is classified, and how
    /// @param list gives the keyboard to the list
    /// @param whose the letter of the column that a finding belongs to, where there are several
    public record Ways(
            Consumer<Finding> jump,
            Consumer<Finding> describe,
            Consumer<Finding> spread,
            Runnable classify,
            Runnable list,
            Function<Finding, String> whose) {}

    /// The first of them stand below the list.
    public static final int BELOW_LIST = 8;

    public static List<Action> of(FindingsModel model, Ways ways) {
        BooleanBinding some =
                Bindings.createBooleanBinding(
                        () -> !model.findings().get().isEmpty(), model.findings());
        BooleanBinding one =
                Bindings.createBooleanBinding(
                        () -> model.chosen().get().isPresent(), model.chosen());
        BooleanBinding region =
                Bindings.createBooleanBinding(
                        () -> chosen(model).flatMap(FindingActions::inside).isPresent(),
                        model.chosen(),
                        model.findings());
        BooleanBinding open = Bindings.createBooleanBinding(model::isOpen, model.changes());
        return List.of(
                Action.of("findings.undo", "Findings", "Undo", model::undo)
                        .withIcon(RemixiconAL.ARROW_GO_BACK_LINE)
                        .withKey("Shortcut+Z"),
                Action.of("findings.redo", "Findings", "Redo", model::redo)
                        .withIcon(RemixiconAL.ARROW_GO_FORWARD_LINE)
                        .withKey("Shortcut+Shift+Z"),
                Action.of("findings.classify", "Findings", "Classify…", ways.classify())
                        .withIcon(RemixiconMZ.PRICE_TAG_3_LINE)
                        .withKey("Alt+X")
                        .enabledWhen(open),
                Action.of(
                                "findings.describe",
                                "Findings",
                                "Say what the chosen finding is",
                                () -> chosen(model).ifPresent(ways.describe()))
                        .withIcon(RemixiconAL.LIST_SETTINGS_LINE)
                        .withKey("Alt+E")
                        .enabledWhen(one),
                Action.of(
                                "findings.spread",
                                "Findings",
                                "Histogram of the chosen region",
                                () -> chosen(model).ifPresent(ways.spread()))
                        .withIcon(RemixiconAL.BAR_CHART_2_LINE)
                        .withKey("Alt+V")
                        .enabledWhen(region),
                Action.of(
                                "findings.eyes",
                                "Findings",
                                "Show or hide all findings",
                                () ->
                                        model.eyes()
                                                .turn(
                                                        model.findings().get().stream()
                                                                .map(Finding::id)
                                                                .toList()))
                        .withIcon(RemixiconAL.EYE_LINE)
                        .withKey("Alt+Shift+H")
                        .enabledWhen(some),
                Action.of(
                                "findings.copy",
                                "Findings",
                                "Copy findings as text",
                                () ->
                                        copy(
                                                FindingsText.plain(
                                                        model.findings().get(), ways.whose())))
                        .withIcon(RemixiconAL.FILE_COPY_LINE)
                        .withKey("Shortcut+Alt+C")
                        .enabledWhen(some),
                Action.of(
                                "findings.copy-csv",
                                "Findings",
                                "Copy findings as a table (CSV)",
                                () -> copy(FindingsText.csv(model.findings().get(), ways.whose())))
                        .withIcon(RemixiconAL.FILE_LIST_LINE)
                        .enabledWhen(some),
                Action.of(
                                "findings.delete",
                                "Findings",
                                "Delete the chosen finding",
                                () -> model.chosen().get().ifPresent(model::delete))
                        .withIcon(RemixiconAL.DELETE_BIN_LINE)
                        .withKey("Delete")
                        .enabledWhen(one),
                Action.of("findings.next", "Findings", "Next finding", () -> step(model, 1, ways))
                        .withIcon(RemixiconAL.ARROW_DOWN_S_LINE)
                        .withKey("Alt+F")
                        .enabledWhen(some),
                Action.of(
                                "findings.previous",
                                "Findings",
                                "Previous finding",
                                () -> step(model, -1, ways))
                        .withIcon(RemixiconAL.ARROW_UP_S_LINE)
                        .withKey("Alt+Shift+F")
                        .enabledWhen(some),
                Action.of("findings.list", "Findings", "Go to the list of findings", ways.list())
                        .withIcon(RemixiconAL.LIST_CHECK_2)
                        .withKey("Alt+O"));
    }

    /// How the values inside a finding are counted in a volume, where it has an inside in a plane or is a ball.
    public static Optional<Function<Volume, Optional<ValueSpread>>> inside(Finding finding) {
        return finding.shape()
                .flatMap(
                        shape ->
                                switch (shape) {
                                    case Region region ->
                                            Optional.of(of -> ValueSpread.of(region, of));
                                    case Marking.FlatBox(Region.Rectangle frame) ->
                                            Optional.of(of -> ValueSpread.of(frame, of));
                                    case Marking.Polygon outline ->
                                            Optional.of(of -> ValueSpread.of(outline, of));
                                    case Marking _, Ruler _ -> Optional.empty();
                                });
    }

    private static Optional<Finding> chosen(FindingsModel model) {
        return model.chosen().get().flatMap(model::find);
    }

    private static void step(FindingsModel model, int by, Ways ways) {
        List<Finding> all = FindingRow.inOrder(model.findings().get());
        int now = chosen(model).map(all::indexOf).orElse(by > 0 ? -1 : 0);
        Finding next = all.get(Math.floorMod(now + by, all.size()));
        model.choose(Optional.of(next.id()));
        ways.jump().accept(next);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
