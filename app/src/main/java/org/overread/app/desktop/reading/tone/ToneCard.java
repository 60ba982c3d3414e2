// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tone;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.control.Unfolding;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.reading.ToneModel;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Tone;

/// Presets and colour maps side by side, beside the picture that they change. What is selected is shown at once: Up
/// and Down go through a list, Left and Right from one to the other, number keys choose presets, I inverts, Enter and
/// Esc close. FX thread; built anew each time.
public final class ToneCard extends VBox {
    private static final double ROW = 28;
    private static final double PRESETS = 256;
    private static final double MAPS = 196;
    private static final double GAP = 12;
    private static final double BESIDE_LISTS = 92;

    /// What of the height it takes at the most: the picture is what one looks at.
    private static final double PART = 0.7;

    private static final int LEAST_ROWS = 3;
    private static final int ROWS_BEFORE = 2;
    private static final int MOST_ROWS = 10;

    private final ToneModel tones;
    private final Layer layer;
    private final ListView<Preset> presets = new ListView<>();
    private final ListView<ColorMap> maps = new ListView<>();
    private final List<Unfolding> unfolding = List.of(unfold(presets), unfold(maps));
    private final ToggleButton inverted =
            new ToggleButton("Inverted", new FontIcon(RemixiconAL.CONTRAST_LINE));
    private Subscription following = Subscription.EMPTY;
    private boolean echo; // the selection follows the model, it does not lead

    /// `height` is all that there is room for.
    public ToneCard(ToneModel tones, Layer layer, double height) {
        this.tones = tones;
        this.layer = layer;
        getStyleClass().addAll("ov-card", "ov-tone-card");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        int rows = Math.clamp((long) ((height * PART - BESIDE_LISTS) / ROW), LEAST_ROWS, MOST_ROWS);
        presets.setCellFactory(_ -> new PresetCell());
        maps.setCellFactory(_ -> new MapCell());
        maps.getItems().setAll(ColorMap.all());
        prepare(presets, PRESETS, tones::choosePreset);
        prepare(maps, MAPS, n -> tones.chooseMap(maps.getItems().get(n)));
        unfolding.forEach(list -> list.rows(rows));
        presets.setAccessibleText("Window presets");
        maps.setAccessibleText("Colour maps");
        maps.setPlaceholder(new Label("The picture has its own colours."));
        HBox head = head();
        var lists = new HBox(GAP, column("Window", presets), column("Colours", maps));
        lists.setPrefWidth(PRESETS + GAP + MAPS); // also before the second is there
        getChildren().addAll(head, lists);
        OneByOne.come(lists, head);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /// The lower left corner of the card lies at that point of the layer.
    public void open(double left, double bottom) {
        following =
                Subscription.combine(
                        tones.presets().subscribe(_ -> follow()),
                        tones.tone().subscribe(_ -> follow()));
        layer.showBeside(this, left, bottom, presets);
        unfolding.forEach(Unfolding::start);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                following.unsubscribe();
                            }
                        });
    }

    /// What is selected is in sight when all rows are.
    private static Unfolding unfold(ListView<?> list) {
        return new Unfolding(
                ROW,
                list::setPrefHeight,
                () ->
                        list.scrollTo(
                                Math.max(
                                        0,
                                        list.getSelectionModel().getSelectedIndex()
                                                - ROWS_BEFORE)));
    }

    private HBox head() {
        var title = new Label("Window and colours");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        inverted.getStyleClass().setAll("ov-button", "ov-toggle");
        inverted.setOnAction(_ -> tones.invert());
        Buttons.name(inverted, "Black for white   I");
        var close = Buttons.icon(RemixiconAL.CLOSE_LINE, "Close   Esc", layer::close);
        var head = new HBox(4, title, gap, inverted, close);
        head.getStyleClass().add("ov-sheet-head");
        return head;
    }

    private static VBox column(String name, Node list) {
        var heading = new Label(name);
        heading.getStyleClass().add("ov-heading");
        return new VBox(4, heading, list);
    }

    private void prepare(ListView<?> list, double width, IntConsumer choose) {
        list.setFixedCellSize(ROW);
        list.setPrefWidth(width);
        list.setMinHeight(0);
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        n -> {
                            if (!echo && n.intValue() >= 0) {
                                choose.accept(n.intValue());
                            }
                        });
    }

    private void follow() {
        Tone tone = tones.tone().get();
        echo = true;
        if (!presets.getItems().equals(tones.presets().get())) {
            presets.getItems().setAll(tones.presets().get());
        }
        if (!tones.takesMap()) {
            maps.getItems().clear();
        }
        int preset = presets.getItems().stream().map(Preset::curve).toList().indexOf(tone.curve());
        select(presets, preset);
        select(maps, maps.getItems().indexOf(tone.map()));
        inverted.setSelected(tone.polarity() == Polarity.INVERTED);
        echo = false;
    }

    private static void select(ListView<?> list, int index) {
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().select(index);
        }
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> presets.requestFocus();
            case RIGHT -> maps.requestFocus();
            case ENTER, ESCAPE -> layer.close();
            case I -> tones.invert();
            default -> {
                if (!event.getCode().isDigitKey() || "0".equals(event.getText())) {
                    return;
                }
                tones.choosePreset(event.getCode().getCode() - '1');
            }
        }
        event.consume();
    }
}
