// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reshape;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.FigureField;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;

/// The strip of what can be made of a whole segment; Enter keeps what is shown, Esc drops it. Where tools may write, by
/// segments, values and slices, holds for it as for all others. FX thread.
public final class ReshapeTool implements PaneTool {
    private static final double LEAST_WORDS = 150;

    private final ReshapeModel model;
    private final HBox row = new HBox(8);

    public ReshapeTool(ReshapeModel model) {
        this.model = model;
        var kind = new ChoiceBox<Reshaping>();
        kind.setId("reshape-kind");
        kind.getItems().setAll(Reshaping.values());
        kind.valueProperty().bindBidirectional(model.kind());
        kind.setAccessibleText("What is made of the segment");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        var figure = new FigureField("By how much", 4, this::take);
        figure.setId("reshape-by");
        model.figure().subscribe(now -> figure.show(OptionalDouble.of(now.doubleValue())));
        var unit = new Label();
        unit.getStyleClass().add("ov-quiet");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        model.kind()
                .subscribe(
                        now -> {
                            boolean has = now.unit() != Reshaping.Unit.NONE;
                            figure.setVisible(has);
                            figure.setManaged(has);
                            unit.setText(now.unit().symbol());
                        });
        var words = new Label();
        words.setId("reshape-words");
        words.getStyleClass().addAll("ov-quiet", "ov-strip-hint");
        words.setWrapText(true);
        words.setMinWidth(LEAST_WORDS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        model.state().subscribe(now -> words.setText(now.words()));
        LateTip.follow(words, words.textProperty());
        var keep =
                Buttons.icon(RemixiconAL.CHECK_LINE, "Keep what is shown   Enter", model::accept);
        model.state().subscribe(now -> keep.setDisable(!(now instanceof ReshapeState.Shown)));
        row.getStyleClass().addAll("ov-tool-options", "ov-grow-strip");
        row.getChildren().addAll(kind, figure, unit, words, keep);
    }

    private void take(OptionalDouble by) {
        model.figure().set(by.orElse(model.kind().get().usual()));
    }

    /// What it works with.
    public ReshapeModel model() {
        return model;
    }

    @Override
    public ToolFace face() {
        return ToolFace.of(
                        "reshape",
                        "Margin, smoothing, islands",
                        "Choose what is made of the segment; Enter keeps it, Esc drops it",
                        RemixiconAL.DONUT_CHART_LINE)
                .withKey("Alt+H");
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        return Optional.empty();
    }

    @Override
    public boolean accept() {
        return model.accept();
    }

    @Override
    public boolean cancel() {
        return model.end();
    }

    @Override
    public List<Node> options() {
        model.begin();
        return List.of(row);
    }
}
