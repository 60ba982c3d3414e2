// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// A histogram with a range over it. The edges, and the range between them, are dragged; with the keyboard, Left and
/// Right move the range, Up and Down widen and narrow it. FX thread.
final class HistogramBar extends StackPane {
    private static final double WIDTH = 140;
    private static final double HEIGHT = 30;
    private static final double REACH = 8;
    private static final double KEY_STEP = 0.005;
    private static final Color BARS = Color.web("#4A525C");
    private static final Color TAKEN = Color.web("#9AA3AD");
    private static final Color EDGE = Color.web("#4DA3FF");

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final BiConsumer<Double, Double> chosen;
    private Optional<ValueHistogram> histogram = Optional.empty();
    private double lower = Double.NEGATIVE_INFINITY;
    private double upper = Double.POSITIVE_INFINITY;
    private Grip grip = Grip.NONE;
    private double gripAt;

    private enum Grip {
        NONE,
        LOWER,
        UPPER,
        BOTH
    }

    /// `chosen` hears of every range that the hand makes, lower and upper bound.
    HistogramBar(BiConsumer<Double, Double> chosen) {
        this.chosen = chosen;
        getStyleClass().add("ov-histogram");
        getChildren().add(canvas);
        setMinSize(WIDTH + 2, HEIGHT + 2);
        setMaxSize(WIDTH + 2, HEIGHT + 2);
        setFocusTraversable(true);
        setAccessibleText("Range of values; arrow keys move and widen it");
        setOnMouseMoved(
                event ->
                        setCursor(
                                at(event.getX()) == Grip.NONE ? Cursor.DEFAULT : Cursor.H_RESIZE));
        setOnMousePressed(this::take);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(_ -> grip = Grip.NONE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        draw();
    }

    void show(ValueHistogram now) {
        histogram = Optional.of(now);
        draw();
    }

    /// The range as it is now; infinite where there is no bound.
    void show(double newLower, double newUpper) {
        lower = newLower;
        upper = newUpper;
        draw();
    }

    private double place(double value) {
        return histogram.map(h -> h.share(value) * WIDTH).orElse(value < 0 ? 0 : WIDTH);
    }

    private Grip at(double x) {
        double low = Math.abs(x - place(lower));
        double high = Math.abs(x - place(upper));
        if (Math.min(low, high) <= REACH) {
            return low <= high ? Grip.LOWER : Grip.UPPER;
        }
        return x > place(lower) && x < place(upper) ? Grip.BOTH : Grip.NONE;
    }

    private void take(MouseEvent event) {
        requestFocus();
        grip = at(event.getX());
        if (grip == Grip.NONE) {
            grip = event.getX() < place(lower) ? Grip.LOWER : Grip.UPPER;
            gripAt = event.getX();
            drag(event);
        }
        gripAt = event.getX();
        event.consume();
    }

    private void drag(MouseEvent event) {
        double x = event.getX();
        double by = x - gripAt;
        gripAt = x;
        switch (grip) {
            case LOWER -> choose(Math.min(x, place(upper)), place(upper));
            case UPPER -> choose(place(lower), Math.max(x, place(lower)));
            case BOTH -> choose(place(lower) + by, place(upper) + by);
            case NONE -> {}
        }
        event.consume();
    }

    private void press(KeyEvent event) {
        double step = KEY_STEP * WIDTH;
        double low = place(lower);
        double high = place(upper);
        switch (event.getCode()) {
            case LEFT -> choose(low - step, high - step);
            case RIGHT -> choose(low + step, high + step);
            case UP -> choose(low - step, high + step);
            case DOWN -> choose(Math.min(low + step, high), Math.max(high - step, low));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(double low, double high) {
        histogram.ifPresent(
                h -> {
                    lower = h.value(Math.clamp(low / WIDTH, 0, 1));
                    upper = h.value(Math.clamp(high / WIDTH, 0, 1));
                    if (high >= WIDTH) {
                        upper = Double.POSITIVE_INFINITY;
                    }
                    if (low <= 0) {
                        lower = Double.NEGATIVE_INFINITY;
                    }
                    draw();
                    if (lower > Double.NEGATIVE_INFINITY || upper < Double.POSITIVE_INFINITY) {
                        chosen.accept(lower, upper);
                    }
                });
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        if (histogram.isEmpty()) {
            return;
        }
        List<Long> counts = histogram.get().counts();
        long most = 1;
        for (int n = 1; n < counts.size() - 1; n++) { // the outer ones hold all that lies beyond
            most = Math.max(most, counts.get(n));
        }
        double low = place(lower);
        double high = place(upper);
        double bar = WIDTH / counts.size();
        for (int n = 0; n < counts.size(); n++) {
            double tall =
                    HEIGHT
                            * Math.min(
                                    1,
                                    Math.log1p((double) counts.get(n)) / Math.log1p((double) most));
            double x = n * bar;
            g.setFill(x + bar / 2 >= low && x + bar / 2 <= high ? TAKEN : BARS);
            g.fillRect(x, HEIGHT - tall, bar, tall);
        }
        g.setFill(EDGE);
        g.fillRect(Math.clamp(low - 1, 0, WIDTH - 2), 0, 2, HEIGHT);
        g.fillRect(Math.clamp(high - 1, 0, WIDTH - 2), 0, 2, HEIGHT);
    }
}
