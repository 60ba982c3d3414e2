// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.along;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.overread.viewer.slice.SliceImage;

/// The straightened picture with a ruler at its left edge and a ring where the cursor was put. FX thread.
final class AlongView extends Pane {
    private static final double RULER = 44;
    private static final double LEAST_GAP = 40; // pixels between figures
    private static final double TICK = 6;

    private final ImageView picture = new ImageView();
    private final Circle spot = new Circle(5);

    /// `pixelMm` is what a logical pixel covers.
    AlongView(double width, double height, double pixelMm) {
        getStyleClass().add("along-view");
        var ground = new Rectangle(RULER, 0, width, height);
        ground.getStyleClass().add("along-ground");
        picture.setX(RULER);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        spot.getStyleClass().add("along-spot");
        spot.setVisible(false);
        spot.setMouseTransparent(true);
        getChildren().addAll(ground, picture, spot);
        getChildren().addAll(ruler(height, pixelMm));
        setPrefSize(RULER + width, height);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        ground.setCursor(Cursor.CROSSHAIR);
        picture.setCursor(Cursor.CROSSHAIR);
    }

    private static List<Node> ruler(double height, double pixelMm) {
        var nodes = new ArrayList<Node>();
        double step = roundAbove(LEAST_GAP * pixelMm);
        for (int n = 0; n * step <= height * pixelMm + 1e-6; n++) {
            double y = Math.rint(n * step / pixelMm) + 0.5;
            var tick = new Line(RULER - TICK - 2, y, RULER - 2, y);
            tick.getStyleClass().add("along-tick");
            String figure =
                    String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", n * step)
                            + (n == 0 ? " mm" : "");
            var text = new Text(figure);
            text.getStyleClass().add("along-figure");
            text.setTextOrigin(n == 0 ? VPos.TOP : VPos.CENTER);
            text.setX(2);
            text.setY(n == 0 ? 0 : y);
            nodes.add(tick);
            nodes.add(text);
        }
        return nodes;
    }

    /// The least of 1, 2 and 5 times a power of ten that is not less.
    static double roundAbove(double mm) {
        double power = Math.pow(10, Math.floor(Math.log10(mm)));
        double lead = mm / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    void show(SliceImage image) {
        var buffer =
                new PixelBuffer<IntBuffer>(
                        image.width(),
                        image.height(),
                        image.pixels(),
                        PixelFormat.getIntArgbPreInstance());
        picture.setImage(new WritableImage(buffer));
    }

    boolean isFilled() {
        return picture.getImage() != null;
    }

    /// Logical pixels of the picture from those of the view.
    static double column(double x) {
        return x - RULER;
    }

    void mark(double x, double y) {
        spot.setCenterX(x);
        spot.setCenterY(y);
        spot.setVisible(true);
    }

    void unmark() {
        spot.setVisible(false);
    }
}
