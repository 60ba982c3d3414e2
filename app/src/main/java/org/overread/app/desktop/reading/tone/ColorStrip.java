// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tone;

import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;

/// The colours of a map in a row, from the lowest value at the left to the highest at the right.
public final class ColorStrip extends ImageView {
    private final int width;
    private final int height;

    /// Logical pixels.
    public ColorStrip(int width, int height) {
        this.width = width;
        this.height = height;
        setSmooth(false); // a smooth image of few rows takes in what lies beside it
        setMouseTransparent(true);
    }

    public void show(ColorMap map, Polarity polarity) {
        var image = new WritableImage(width, height);
        for (int x = 0; x < width; x++) {
            int level = 255 * x / (width - 1);
            int color =
                    map.argb(
                            switch (polarity) {
                                case NORMAL -> level;
                                case INVERTED -> 255 - level;
                            });
            for (int y = 0; y < height; y++) {
                image.getPixelWriter().setArgb(x, y, color);
            }
        }
        setImage(image);
    }
}
