// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.lifesize;

import java.util.Objects;
import java.util.function.DoubleConsumer;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;

/// A bank card and a ruler's 8 cm, drawn as large as a person pulls them until the real ones fit: so the size of a pixel is
/// known. FX thread.
final class MatchCard extends VBox {
    /// ISO/IEC 7810, ID-1.
    private static final double CARD_WIDE_MM = 85.60;

    private static final double CARD_HIGH_MM = 53.98;
    private static final double RADIUS_MM = 3.18;
    private static final double RULER_MM = 80;

    /// Logical pixels of the card's width.
    private static final double SMALLEST = 150;

    private static final double LARGEST = 660;
    private static final double HEIGHT = 460;
    private static final double TICK = 8;

    private final Rectangle card = new Rectangle();
    private final Line ruler = new Line();
    private final Line first = new Line();
    private final Line last = new Line();
    private final Text words = new Text("8 cm of a ruler");
    private final Text cardWords = new Text("a bank card");
    private final Slider wide = new Slider(SMALLEST, LARGEST, SMALLEST);
    private final DoubleConsumer found;
    private final Layer layer;

    private MatchCard(double pixelMm, DoubleConsumer found, Layer layer) {
        this.found = found;
        this.layer = layer;
        getStyleClass().addAll("ov-card", "ov-match");
        getStylesheets()
                .add(
                        Objects.requireNonNull(MatchCard.class.getResource("lifesize.css"))
                                .toExternalForm());
        setId("match-screen");
        var title = new Label("Match this screen");
        title.getStyleClass().add("ov-sheet-title");
        var hint =
                new Label(
                        "Hold a bank card or a ruler to the screen and pull the edge until both are"
                                + " equally long. Left and right move it by half a pixel.");
        hint.setWrapText(true);
        hint.getStyleClass().add("ov-quiet");
        wide.setBlockIncrement(0.5);
        wide.setAccessibleText("Width of a bank card on this screen, pixels");
        wide.setValue(Math.clamp(CARD_WIDE_MM / pixelMm, SMALLEST, LARGEST));
        getChildren().addAll(title, hint, drawing(), wide, foot());
        wide.valueProperty().subscribe(_ -> draw());
        setPrefWidth(LARGEST + 40);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /// `pixelMm` is what is known or reported of the screen; `found` hears what a person found.
    static void open(double pixelMm, DoubleConsumer found, Layer layer) {
        var card = new MatchCard(pixelMm, found, layer);
        layer.show(card, Layer.Place.MIDDLE, card.wide);
    }

    private Node drawing() {
        card.getStyleClass().add("match-card");
        for (Line line : new Line[] {ruler, first, last}) {
            line.getStyleClass().add("match-line");
        }
        words.getStyleClass().add("match-words");
        cardWords.getStyleClass().add("match-words");
        words.setTextOrigin(VPos.TOP);
        cardWords.setTextOrigin(VPos.TOP);
        var pane = new Pane(card, cardWords, ruler, first, last, words);
        pane.setMinSize(LARGEST + 2, HEIGHT);
        pane.setPrefSize(LARGEST + 2, HEIGHT);
        pane.setCursor(Cursor.H_RESIZE);
        pane.setOnMousePressed(at -> wide.setValue(at.getX()));
        pane.setOnMouseDragged(at -> wide.setValue(at.getX()));
        return pane;
    }

    private void draw() {
        double pixels = wide.getValue();
        double perMm = pixels / CARD_WIDE_MM;
        double high = CARD_HIGH_MM * perMm;
        card.setX(0.5);
        card.setY(0.5);
        card.setWidth(pixels);
        card.setHeight(high);
        card.setArcWidth(2 * RADIUS_MM * perMm);
        card.setArcHeight(2 * RADIUS_MM * perMm);
        cardWords.setX(16);
        cardWords.setY(14);
        double y = Math.rint(high) + 18.5;
        double length = RULER_MM * perMm;
        place(ruler, 0.5, y, length + 0.5, y);
        place(first, 0.5, y - TICK, 0.5, y + TICK);
        place(last, length + 0.5, y - TICK, length + 0.5, y + TICK);
        words.setX(8);
        words.setY(y + 4);
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    private Node foot() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button later = Buttons.word("Not now", layer::close);
        Button done = Buttons.filled("It fits", this::keep);
        var foot = new HBox(8, gap, later, done);
        foot.getStyleClass().add("ov-match-foot");
        return foot;
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            keep();
            event.consume();
        }
    }

    private void keep() {
        layer.close();
        found.accept(CARD_WIDE_MM / wide.getValue());
    }
}
