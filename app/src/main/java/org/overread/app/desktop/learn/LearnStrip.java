// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;

/// What stands above the pictures while scribbles are learned from: what was learned, which slices will be segmented, and
/// whether doubt is shown. FX thread.
final class LearnStrip {
    private static final double SPINNER = 76;

    private final LearnModel model;
    private final Spinner<Integer> first = spinner("First slice to segment");
    private final Spinner<Integer> last = spinner("Last slice to segment");
    private final HBox row = new HBox(8);
    private boolean following;

    LearnStrip(LearnModel model) {
        this.model = model;
        var words = new Label();
        words.setId("learn-words");
        words.getStyleClass().addAll("ov-quiet", "ov-strip-hint");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var unsure = new CheckBox("Show unsure");
        unsure.setMinWidth(HBox.USE_PREF_SIZE);
        unsure.selectedProperty().bindBidirectional(model.uncertainty());
        var keep =
                Buttons.icon(RemixiconAL.CHECK_LINE, "Segment these slices   Enter", model::accept);
        var drop =
                Buttons.icon(RemixiconAL.CLOSE_LINE, "Give up what is shown   Esc", model::giveUp);
        var slices = new HBox(4, quiet("slices"), first, quiet("to"), last);
        slices.setAlignment(Pos.CENTER_LEFT);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("ov-tool-options");
        row.getChildren().addAll(words, unsure, slices, keep, drop);
        first.valueProperty().subscribe(_ -> chosen());
        last.valueProperty().subscribe(_ -> chosen());
        model.range().subscribe(this::follow);
        model.state()
                .subscribe(
                        now -> {
                            words.setText(now.words());
                            keep.setDisable(!(now instanceof LearnState.Proposed));
                            drop.setDisable(!model.hasScribbles());
                        });
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("ov-quiet");
        label.setMinWidth(HBox.USE_PREF_SIZE);
        return label;
    }

    private static Spinner<Integer> spinner(String name) {
        var spinner = new Spinner<Integer>();
        spinner.setValueFactory(new IntegerSpinnerValueFactory(1, 1, 1));
        spinner.setEditable(true);
        spinner.setPrefWidth(SPINNER);
        spinner.setMinWidth(SPINNER);
        spinner.setAccessibleText(name);
        return spinner;
    }

    /// People count slices from 1.
    private void follow(Optional<SliceRange> range) {
        following = true;
        int slices = model.volume().map(v -> v.geometry().size().k()).orElse(1);
        for (Spinner<Integer> one : List.of(first, last)) {
            one.setDisable(range.isEmpty());
            if (one.getValueFactory() instanceof IntegerSpinnerValueFactory numbers) {
                numbers.setMax(slices);
            }
        }
        range.ifPresent(
                now -> {
                    first.getValueFactory().setValue(now.first() + 1);
                    last.getValueFactory().setValue(now.last() + 1);
                });
        following = false;
    }

    private void chosen() {
        if (!following && model.range().get().isPresent()) {
            int from = Math.min(first.getValue(), last.getValue());
            int to = Math.max(first.getValue(), last.getValue());
            model.choose(new SliceRange(from - 1, to - 1));
        }
    }

    List<Node> nodes() {
        return List.of(row);
    }
}
