// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tone;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;

/// The colours of a map in a row, from the lowest value at the left to the highest at the right.
public final class ColorStrip extends ImageView {
    private static final int LEVELS = 256;

    public ColorStrip(double width, double height) {
        setFitWidth(width);
        setFitHeight(height);
        setSmooth(true);
        setMouseTransparent(true);
    }

    public void show(ColorMap map, Polarity polarity) {
        var colors = new int[LEVELS];
        for (int n = 0; n < LEVELS; n++) {
            colors[n] =
                    map.argb(
                            switch (polarity) {
                                case NORMAL -> n;
                                case INVERTED -> LEVELS - 1 - n;
                            });
        }
        var image = new WritableImage(LEVELS, 1);
        image.getPixelWriter()
                .setPixels(
                        0, 0, LEVELS, 1, PixelFormat.getIntArgbPreInstance(), colors, 0, LEVELS);
        setImage(image);
    }
}
