// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A small picture of a series: opaque 0xAARRGGBB pixels, row after row. Immutable.
public final class Thumbnail {
    private final int width;
    private final int height;
    private final int[] argb;

    public Thumbnail(int width, int height, int[] argb) {
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException(
                    "%d x %d pixels, but %d given".formatted(width, height, argb.length));
        }
        this.width = width;
        this.height = height;
        this.argb = Arrays.copyOf(argb, argb.length);
    }

    Image toImage() {
        // shared as they are, for opaque pixels mean the same in both formats: to convert them one
        // by one takes the FX
        // thread longer than a frame while that is not compiled
        return new WritableImage(
                new PixelBuffer<>(
                        width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }
}
