// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.overlay;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.ReadWords;
import org.overread.app.desktop.layer.Layer;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.tone.ColorMap;

/// Labels and fused volumes of a column, changed while one looks: which version, how strong, in which colours. FX
/// thread.
public final class LayerCard extends VBox {
    private static final double WIDE = 380;

    private final Layers layers;
    private final VBox rows = new VBox(14);
    private final Runnable openLabels;
    private Subscription following = Subscription.EMPTY;

    /// `openLabels` asks for a file of labels.
    public LayerCard(Layers layers, Layer layer, Runnable openLabels) {
        this.layers = layers;
        this.openLabels = openLabels;
        getStyleClass().addAll("ov-card", "ov-layer-card");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPrefWidth(WIDE);
        setSpacing(12);
        var title = new Label("Labels and overlays");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head =
                new HBox(
                        4,
                        title,
                        gap,
                        Buttons.icon(RemixiconAL.CLOSE_LINE, "Close   Esc", layer::close));
        head.getStyleClass().add("ov-sheet-head");
        getChildren().addAll(head, rows);
        show();
    }

    /// The lower left corner of the card lies at that point of the layer.
    public void open(Layer layer, double left, double bottom) {
        following =
                Subscription.combine(
                        layers.first().subscribe((_, _) -> show()),
                        layers.second().subscribe((_, _) -> show()));
        var size = new int[] {layers.fused().size()};
        following =
                following.and(
                        layers.fused()
                                .subscribe(
                                        () -> {
                                            if (layers.fused().size() != size[0]) {
                                                size[0] = layers.fused().size();
                                                show(); // not under the hand that drags a slider
                                            }
                                        }));
        layer.showBeside(this, left, bottom, rows);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                following.unsubscribe();
                            }
                        });
    }

    private void show() {
        rows.getChildren().clear();
        layers.first().get().ifPresent(_ -> rows.getChildren().add(labels()));
        for (int n = 0; n < layers.fused().size(); n++) {
            rows.getChildren().add(fused(n));
        }
        if (rows.getChildren().isEmpty()) {
            var hint =
                    new Label(
                            "Nothing lies over this volume. Drag a series from the left onto the"
                                    + " picture and drop it on “Lay over”, or open labels from a"
                                    + " file.");
            hint.setWrapText(true);
            hint.getStyleClass().add("ov-quiet");
            rows.getChildren().add(hint);
        }
        rows.getChildren().add(edges());
        var open = Buttons.word("Labels from a file", openLabels);
        rows.getChildren().add(new HBox(open));
    }

    /// Also where no version is shown: what is being drawn has edges too.
    private Node edges() {
        var choices = new HBox(4, quiet("edges"));
        for (Labels.Edges edges : Labels.Edges.values()) {
            var choice = new ToggleButton(words(edges));
            choice.getStyleClass().setAll("ov-button", "ov-toggle");
            choice.setOnAction(
                    _ -> {
                        layers.edges().set(edges);
                        choice.setSelected(true); // also where it was chosen already
                    });
            following =
                    following.and(
                            layers.edges().subscribe(now -> choice.setSelected(now == edges)));
            choices.getChildren().add(choice);
        }
        choices.setAlignment(Pos.CENTER_LEFT);
        var hint = new Label("With a drawing tool in hand, always as the voxels are.");
        hint.getStyleClass().add("ov-quiet");
        return new VBox(4, choices, hint);
    }

    private static String words(Labels.Edges edges) {
        return switch (edges) {
            case VOXELS -> "As the voxels are";
            case SMOOTH -> "Smooth";
        };
    }

    private Node labels() {
        var box = new VBox(6);
        box.getChildren().add(version("A", layers.first().get()));
        layers.second().get().ifPresent(b -> box.getChildren().add(version("B", Optional.of(b))));
        var choices = new FlowPane(4, 4);
        for (Showing showing : Showing.values()) {
            if (showing.needsBoth() && layers.second().get().isEmpty()) {
                continue;
            }
            var choice = new ToggleButton(showing.title());
            choice.getStyleClass().setAll("ov-button", "ov-toggle");
            choice.setOnAction(_ -> layers.showing().set(showing));
            following =
                    following.and(
                            layers.showing().subscribe(now -> choice.setSelected(now == showing)));
            choices.getChildren().add(choice);
        }
        var fill = new Slider(0, 1, layers.fill().get());
        fill.setAccessibleText("How much the inside of labels covers");
        fill.valueProperty().subscribe(value -> layers.fill().set(value.doubleValue()));
        box.getChildren().addAll(choices, new HBox(8, quiet("fill"), fill));
        return box;
    }

    private static Node version(String letter, Optional<LabelVersion> version) {
        var name = new Label(letter + "   " + version.map(LabelVersion::title).orElse(""));
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return name;
    }

    private Node fused(int n) {
        Fused now = layers.fused().get(n);
        var name = new Label(now.volume().title());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var remove =
                Buttons.icon(
                        RemixiconAL.DELETE_BIN_LINE,
                        "Take it away",
                        () -> layers.fused().remove(n));
        var opacity = new Slider(0, 1, now.opacity());
        opacity.setAccessibleText("Opacity");
        opacity.valueProperty()
                .subscribe(
                        value -> {
                            if (value.doubleValue() != layers.fused().get(n).opacity()) {
                                layers.fused()
                                        .set(
                                                n,
                                                layers.fused()
                                                        .get(n)
                                                        .withOpacity(value.doubleValue()));
                            }
                        });
        var maps = new ComboBox<ColorMap>();
        maps.getItems().setAll(ColorMap.all());
        maps.setConverter(ReadWords.of(ColorMap::name));
        maps.setValue(now.tone().map());
        maps.setAccessibleText("Colours");
        maps.setOnAction(
                _ -> {
                    Fused old = layers.fused().get(n);
                    layers.fused().set(n, old.withTone(old.tone().withMap(maps.getValue())));
                });
        var blends = new ComboBox<FusedVolume.Blend>();
        blends.getItems().setAll(FusedVolume.Blend.values());
        blends.setConverter(ReadWords.of(LayerCard::words));
        blends.setValue(now.blend());
        blends.setAccessibleText("How it is mixed");
        blends.setOnAction(
                _ -> layers.fused().set(n, layers.fused().get(n).withBlend(blends.getValue())));
        var grid = new GridPane(8, 4);
        grid.addRow(0, quiet("opacity"), opacity);
        grid.addRow(1, quiet("colours"), maps);
        grid.addRow(2, quiet("mixed"), blends);
        var head = new HBox(8, name, gap, remove);
        return new VBox(4, head, grid);
    }

    private static String words(FusedVolume.Blend blend) {
        return switch (blend) {
            case OVER -> "Over";
            case ADD -> "Added";
            case LIGHTEN -> "Lighter of both";
        };
    }

    private static Label quiet(String word) {
        var label = new Label(word);
        label.getStyleClass().add("ov-quiet");
        label.setMinWidth(56);
        return label;
    }
}
