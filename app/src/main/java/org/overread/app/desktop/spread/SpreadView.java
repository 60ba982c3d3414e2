// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.spread;

import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.overread.viewer.measure.Histogram;
import org.overread.viewer.measure.ValueSpread;

/// A histogram as bars over an axis of values, with lines at mean and median. FX thread.
final class SpreadView extends Pane {
    static final double WIDTH = 372;
    private static final double HEIGHT = 150;
    private static final double BELOW = 18;
    private static final double LEAST_GAP = 56; // pixels between figures of the axis

    private double from;
    private double pixelValue = 1;
    private double width = 1;
    private int bins;

    SpreadView() {
        getStyleClass().add("spread-view");
        setPrefSize(WIDTH, HEIGHT + BELOW);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void show(ValueSpread spread, Histogram histogram) {
        bins = histogram.bins().size();
        width = histogram.width();
        from = histogram.from();
        pixelValue = bins * width / WIDTH;
        getChildren().setAll(bars(histogram));
        var ground = new Line(0, HEIGHT + 0.5, WIDTH, HEIGHT + 0.5);
        ground.getStyleClass().add("spread-axis");
        getChildren().addAll(ground, at(spread.mean(), "mean"), at(spread.median(), "median"));
        axis();
    }

    private static Path bars(Histogram histogram) {
        var path = new Path();
        path.getStyleClass().add("spread-bars");
        double across = WIDTH / histogram.bins().size();
        double up = (HEIGHT - 8) / histogram.highest();
        path.getElements().add(new MoveTo(0, HEIGHT));
        for (int n = 0; n < histogram.bins().size(); n++) {
            double top = HEIGHT - histogram.bins().get(n).share() * up;
            path.getElements().add(new LineTo(n * across, top));
            path.getElements().add(new LineTo((n + 1) * across, top));
        }
        path.getElements().add(new LineTo(WIDTH, HEIGHT));
        return path;
    }

    private Line at(double value, String style) {
        double x = Math.clamp((value - from) / pixelValue, 0, WIDTH);
        var line = new Line(x, 0, x, HEIGHT);
        line.getStyleClass().addAll("spread-line", style);
        return line;
    }

    private void axis() {
        double step = Histogram.roundUp(LEAST_GAP * pixelValue);
        double end = from + WIDTH * pixelValue;
        for (double value = Math.ceil(from / step) * step; value <= end; value += step) {
            double x = Math.rint((value - from) / pixelValue) + 0.5;
            var tick = new Line(x, HEIGHT, x, HEIGHT + 4);
            tick.getStyleClass().add("spread-axis");
            var figure = new Text(SpreadWords.number(Math.rint(value / step) * step));
            figure.getStyleClass().add("spread-figure");
            figure.setTextOrigin(VPos.TOP);
            figure.setY(HEIGHT + 5);
            double wide = figure.getLayoutBounds().getWidth();
            figure.setX(Math.clamp(x - wide / 2, 0, Math.max(0, WIDTH - wide)));
            getChildren().addAll(tick, figure);
        }
    }

    /// The bin under a place; empty beside the bars.
    OptionalInt bin(double x) {
        int n = (int) Math.floor(x * pixelValue / width);
        return x >= 0 && n >= 0 && n < bins ? OptionalInt.of(n) : OptionalInt.empty();
    }
}
