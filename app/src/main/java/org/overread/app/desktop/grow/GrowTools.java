// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.label.LabelSource;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.work.Workshop;
import org.overread.segmentation.tool.toolbox.ToolCard;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// Every tool of the toolbox, ours and those of other jars, as a tool of the panes.
public final class GrowTools {
    private static final String GROUP = "Grow";

    private final LabelSource labels;
    private final Workshop workshop;
    private final Supplier<Optional<Volume>> shown;
    private final Consumer<PatientPoint> jump;
    private final BiConsumer<String, Node> showCard;

    /// `shown` is the volume of the column that has the keyboard, `jump` moves the cursor, `showCard` shows a titled card over the window.
    public GrowTools(
            LabelSource labels,
            Workshop workshop,
            Supplier<Optional<Volume>> shown,
            Consumer<PatientPoint> jump,
            BiConsumer<String, Node> showCard) {
        this.labels = labels;
        this.workshop = workshop;
        this.shown = shown;
        this.jump = jump;
        this.showCard = showCard;
    }

    /// In the order in which a person meets them; those that nobody here knows come last.
    public List<GrowTool> of(Toolbox toolbox) {
        var cards = new ArrayList<>(toolbox.cards());
        var first =
                List.of(
                        "connected-threshold",
                        "grow-across",
                        "threshold",
                        "grow-from-seeds",
                        "region-contour");
        cards.sort((a, b) -> Integer.compare(rank(first, a.name()), rank(first, b.name())));
        return cards.stream().map(this::tool).toList();
    }

    private static int rank(List<String> first, String name) {
        int at = first.indexOf(name);
        return at < 0 ? first.size() : at;
    }

    private GrowTool tool(ToolCard card) {
        var model = new GrowModel(card, labels, workshop, System::nanoTime);
        model.settings().setAll(startOf(card));
        var strip =
                new GrowStrip(
                        model,
                        workshop,
                        () ->
                                showCard.accept(
                                        card.label(),
                                        new ParameterForm(card.description(), model.settings())),
                        jump);
        ToolFace face =
                ToolFace.of("grow." + card.name(), card.label(), model.habit().hint(), icon(card))
                        .withGroup(GROUP);
        return new GrowTool(model, key(card).map(face::withKey).orElse(face), strip, shown);
    }

    /// What a tool begins with in the window, where that is not what the tool itself has.
    private static Map<String, String> startOf(ToolCard card) {
        return switch (card.name()) {
            case "threshold" -> Map.of("method", "otsu");
            // organs of like values touch each other: without the cut, most clicks run into the neighbours
            case "connected-threshold" -> Map.of("neckMm", "" + GrowStrip.CUT_NECK_MM, "cut", "apply");
            default -> Map.of();
        };
    }

    private static Optional<String> key(ToolCard card) {
        return Optional.ofNullable(
                Map.of(
                                "connected-threshold",
                                "G",
                                "grow-across",
                                "Alt+G",
                                "threshold",
                                "Shift+G",
                                "grow-from-seeds",
                                "Shift+T")
                        .get(card.name()));
    }

    private static Ikon icon(ToolCard card) {
        return switch (card.name()) {
            case "connected-threshold" -> RemixiconAL.FOCUS_2_LINE;
            case "grow-across" -> RemixiconAL.DRAG_MOVE_2_LINE;
            case "threshold" -> RemixiconAL.BAR_CHART_2_LINE;
            case "local-threshold" -> RemixiconAL.BAR_CHART_LINE;
            case "grow-from-seeds" -> RemixiconMZ.SEEDLING_LINE;
            case "random-walker" -> RemixiconMZ.WALK_LINE;
            case "graph-cut" -> RemixiconMZ.SCISSORS_CUT_LINE;
            case "watershed" -> RemixiconAL.DROP_LINE;
            case "geodesic-contour" -> RemixiconAL.BUBBLE_CHART_LINE;
            case "region-contour" -> RemixiconAL.BUBBLE_CHART_FILL;
            case "isolated-connected" -> RemixiconMZ.SPLIT_CELLS_HORIZONTAL;
            default -> RemixiconMZ.PLANT_LINE;
        };
    }
}
