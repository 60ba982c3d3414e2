// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/// A picture in memory that JavaFX can show without a copy: rows from the top, each pixel an int of premultiplied ARGB.
///
/// The renderer that is given the image owns it until it returns.
public final class SliceImage {
    private final int width;
    private final int height;
    private final IntBuffer pixels;

    public SliceImage(int width, int height) {
        this.width = width;
        this.height = height;
        pixels =
                ByteBuffer.allocateDirect(Math.multiplyExact(Math.multiplyExact(width, height), 4))
                        .order(ByteOrder.nativeOrder())
                        .asIntBuffer();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Index `row * width + column`; position and limit are never moved.
    public IntBuffer pixels() {
        return pixels;
    }

    public int argb(int column, int row) {
        return pixels.get(row * width + column);
    }
}
