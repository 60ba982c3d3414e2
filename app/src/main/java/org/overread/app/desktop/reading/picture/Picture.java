// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.overread.viewer.slice.SliceImage;

/// A slice image that JavaFX shows without a copy.
public final class Picture {
    private final SliceImage slice;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    Picture(int width, int height) {
        slice = new SliceImage(width, height);
        buffer =
                new PixelBuffer<>(
                        width, height, slice.pixels(), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    SliceImage slice() {
        return slice;
    }

    public int width() {
        return slice.width();
    }

    public int height() {
        return slice.height();
    }

    /// FX thread: the image, after telling JavaFX that all its pixels are new.
    public WritableImage renewed() {
        buffer.updateBuffer(_ -> null);
        return image;
    }
}
