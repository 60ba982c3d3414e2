// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.segmentation.tool.ToolNote;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// What stands above the pictures while a tool of the toolbox is active: what to do or what was found, the range on the
/// histogram, and what becomes of it. FX thread; made once for each tool.
final class GrowStrip {
    private static final double USUAL_NECK_MM = 6;

    /// Wide enough for organs that touch, found on the phantom: the liver from Dice 0.75 to 0.88, a kidney from 0.1 to 0.94.
    static final int CUT_NECK_MM = 20;

    private static final double JOINING = 92;
    private static final double JOINING_MOST = 124;
    private static final double LEAST_WORDS = 120;

    private final GrowModel model;
    private final Workshop workshop;
    private final Consumer<PatientPoint> jump;
    private final Latest counting = new Latest();
    private final Label words = new Label();
    private final HBox notes = new HBox(8);
    private final HistogramBar bar;
    private final Button add;
    private final Button drop;
    private final List<Node> nodes;
    private String counted = "";

    GrowStrip(
            GrowModel model,
            Workshop workshop,
            Runnable openSettings,
            Consumer<PatientPoint> jump) {
        this.model = model;
        this.workshop = workshop;
        this.jump = jump;
        bar = new HistogramBar(this::choose);
        add = Buttons.icon(RemixiconAL.CHECK_LINE, "Keep what is shown   Enter", model::accept);
        var joining = new ChoiceBox<Joining>();
        joining.getItems().setAll(Joining.values());
        joining.valueProperty().bindBidirectional(model.joining());
        joining.setAccessibleText("What becomes of the segment");
        drop = Buttons.icon(RemixiconAL.CLOSE_LINE, "Give up what is shown   Esc", model::giveUp);
        var settings = Buttons.icon(RemixiconMZ.SETTINGS_3_LINE, "Parameters", openSettings);
        words.getStyleClass().addAll("ov-quiet", "ov-strip-hint");
        words.setWrapText(true);
        words.setMinWidth(LEAST_WORDS);
        LateTip.follow(words, words.textProperty());
        words.setMaxWidth(Double.MAX_VALUE);
        joining.setMinWidth(JOINING);
        joining.setMaxWidth(JOINING_MOST);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(8);
        row.getStyleClass().addAll("ov-tool-options", "ov-grow-strip");
        if (hasRange()) {
            row.getChildren().add(bar);
        }
        row.getChildren().addAll(words, notes);
        if (leaks()) {
            Button where =
                    Buttons.icon(
                            RemixiconAL.DROP_LINE,
                            "Where does it leak?",
                            () ->
                                    model.settings()
                                            .setAll(
                                                    Map.of(
                                                            "neckMm",
                                                            "" + USUAL_NECK_MM,
                                                            "cut",
                                                            "show")));
            ToggleButton cutting = cutting();
            where.visibleProperty().bind(cutting.selectedProperty().not());
            where.managedProperty().bind(where.visibleProperty());
            row.getChildren().addAll(cutting, where);
        }
        row.getChildren().addAll(joining, add, drop, settings);
        nodes = List.of(row);
        model.state().subscribe(this::show);
        model.working().subscribe(_ -> show(model.state().get()));
    }

    /// Whether what lies behind a narrow place is cut off.
    private ToggleButton cutting() {
        var button = new ToggleButton("Cut leaks");
        button.setId("cut-leaks");
        button.getStyleClass().setAll("ov-button", "button-base", "ov-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        LateTip.say(
                button, "What hangs together with the seed through something narrow is cut off");
        model.settings()
                .changed()
                .subscribe(
                        _ ->
                                button.setSelected(
                                        "apply"
                                                .equals(
                                                        model.settings()
                                                                .value("cut")
                                                                .toLowerCase(Locale.ROOT))));
        button.setOnAction(
                _ ->
                        model.settings()
                                .setAll(
                                        button.isSelected()
                                                ? Map.of("neckMm", "" + CUT_NECK_MM, "cut", "apply")
                                                : Map.of("neckMm", "0", "cut", "none")));
        return button;
    }

    List<Node> nodes() {
        model.volume().ifPresent(this::count);
        return nodes;
    }

    private boolean hasRange() {
        return model.settings().has("lower") && model.settings().has("upper");
    }

    private boolean leaks() {
        return model.settings().has("neckMm") && model.settings().has("cut");
    }

    /// The histogram of the volume, counted once for each.
    void count(Volume volume) {
        if (!hasRange() || counted.equals(volume.id())) {
            return;
        }
        counted = volume.id();
        counting.replace(
                () ->
                        workshop.compute(
                                "Histogram",
                                (cancel, _) -> ValueHistogram.of(volume, cancel),
                                bar::show,
                                _ -> counted = ""));
    }

    private void choose(double lower, double upper) {
        var wish = new LinkedHashMap<String, String>();
        wish.put("range", "given");
        wish.put("method", "given");
        wish.put("lower", "" + lower);
        wish.put("upper", "" + upper);
        model.settings().setAll(wish);
    }

    private void show(GrowState state) {
        model.volume().ifPresent(this::count);
        words.setText(GrowWords.of(state, model.habit().hint()));
        words.getStyleClass().remove("ov-strip-hint");
        if (!(state instanceof GrowState.Found)) {
            words.getStyleClass().add("ov-strip-hint");
        }
        boolean found = state instanceof GrowState.Found;
        add.setDisable(!found);
        drop.setDisable(state instanceof GrowState.Waiting && model.seeds().get().isEmpty());
        var said = new ArrayList<Node>();
        if (state instanceof GrowState.Found shown) {
            double lower = GrowWords.number(shown, "lower");
            double upper = GrowWords.number(shown, "upper");
            if (!Double.isNaN(lower) || !Double.isNaN(upper)) {
                bar.show(
                        Double.isNaN(lower) ? Double.NEGATIVE_INFINITY : lower,
                        Double.isNaN(upper) ? Double.POSITIVE_INFINITY : upper);
            }
            said.addAll(leaks(shown));
            shown.notes().stream()
                    .filter(note -> note.at().isEmpty())
                    .forEach(note -> said.add(node(note)));
            if (!shown.others().isEmpty() && leaks()) {
                said.add(Buttons.word("Cut there", () -> model.settings().set("cut", "apply")));
            }
        }
        notes.getChildren().setAll(said);
    }

    /// One link for all leaks, which leads to the first: what lies behind them, and each in words when it is asked.
    private List<Node> leaks(GrowState.Found shown) {
        List<ToolNote> found =
                shown.notes().stream().filter(note -> note.at().isPresent()).toList();
        Optional<Volume> volume = model.volume();
        if (found.isEmpty() || volume.isEmpty()) {
            return List.of();
        }
        double ml = 0;
        for (int n = 1; n <= found.size(); n++) {
            double behind = GrowWords.number(shown, "neck " + n + " volume behind");
            ml += Double.isNaN(behind) ? 0 : behind;
        }
        var link =
                new Hyperlink(
                        String.format(
                                Locale.ROOT,
                                found.size() == 1 ? "1 leak, %2$.0f ml" : "%1$d leaks, %2$.0f ml",
                                found.size(),
                                ml));
        link.setMinWidth(Region.USE_PREF_SIZE);
        LateTip.say(link, String.join("\n", found.stream().map(ToolNote::sentence).toList()));
        PatientPoint at = volume.get().geometry().toPatient(found.getFirst().at().orElseThrow());
        link.setOnAction(_ -> jump.accept(at));
        return List.of(link);
    }

    private static Node node(ToolNote note) {
        var label = new Label(note.sentence());
        label.getStyleClass().add("ov-quiet");
        LateTip.say(label, note.sentence());
        return label;
    }
}
