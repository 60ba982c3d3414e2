// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.overread.viewer.dicom.overlay.BitPlane;

/// Planes of bits as pictures, one over the other. A pixel of the first image is `step` bits wide, one of each further
/// image twice as wide as before, and set where any of its bits is: lines of one bit stay lines. Any thread makes them.
///
/// @param left where it begins in the image, in pixels of that
record PaintedBits(int left, int top, int step, List<Image> images) {
    /// Of the first image: more would be finer than screens are.
    private static final long MOST_PIXELS = 1 << 22;

    private static final int SMALLEST = 4;

    PaintedBits {
        images = List.copyOf(images);
    }

    /// Bits in a colour, 0xRRGGBB.
    record Coloured(BitPlane plane, int rgb) {}

    /// What comes later lies above; at least one.
    static PaintedBits of(List<Coloured> planes) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (Coloured one : planes) {
            left = Math.min(left, one.plane().left());
            top = Math.min(top, one.plane().top());
            right = Math.max(right, one.plane().left() + one.plane().columns());
            bottom = Math.max(bottom, one.plane().top() + one.plane().rows());
        }
        int step = 1;
        while ((long) Math.ceilDiv(right - left, step) * Math.ceilDiv(bottom - top, step)
                > MOST_PIXELS) {
            step *= 2;
        }
        var pixels = new Pixels(Math.ceilDiv(right - left, step), Math.ceilDiv(bottom - top, step));
        for (Coloured one : planes) {
            pixels.paint(one, left, top, step);
        }
        return new PaintedBits(left, top, step, pixels.images());
    }

    /// Levels of red, green and blue, opaque where something is set.
    private record Pixels(int columns, int rows, IntBuffer argb) {
        Pixels(int columns, int rows) {
            this(columns, rows, IntBuffer.allocate(columns * rows));
        }

        void paint(Coloured bits, int left, int top, int step) {
            BitPlane plane = bits.plane();
            for (int row = 0; row < plane.rows(); row++) {
                int start = (plane.top() + row - top) / step * columns;
                for (int column = 0; column < plane.columns(); column++) {
                    if (plane.isSet(column, row)) {
                        int x = (plane.left() + column - left) / step;
                        argb.put(start + x, 0xFF000000 | bits.rgb());
                    }
                }
            }
        }

        List<Image> images() {
            var images = new ArrayList<Image>();
            Pixels now = this;
            images.add(now.image());
            while (Math.max(now.columns, now.rows) > SMALLEST) {
                now = now.half();
                images.add(now.image());
            }
            return images;
        }

        private Pixels half() {
            var half = new Pixels(Math.ceilDiv(columns, 2), Math.ceilDiv(rows, 2));
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    int pixel = argb.get(row * columns + column);
                    if (pixel != 0) {
                        half.argb.put(row / 2 * half.columns + column / 2, pixel);
                    }
                }
            }
            return half;
        }

        private Image image() {
            return new WritableImage(
                    new PixelBuffer<>(columns, rows, argb, PixelFormat.getIntArgbPreInstance()));
        }
    }
}
