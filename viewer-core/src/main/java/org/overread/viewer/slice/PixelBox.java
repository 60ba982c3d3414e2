// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

/// A part of a picture: columns from `left` to before `right`, rows from `top` to before `bottom`.
public record PixelBox(int left, int top, int right, int bottom) {
    public static final PixelBox NONE = new PixelBox(0, 0, 0, 0);

    public PixelBox {
        if (left < 0 || top < 0 || right < left || bottom < top) {
            throw new IllegalArgumentException(
                    "a part of a picture from %d, %d to before %d, %d"
                            .formatted(left, top, right, bottom));
        }
    }

    /// The whole of a picture.
    public static PixelBox of(Raster raster) {
        return new PixelBox(0, 0, raster.width(), raster.height());
    }

    public boolean isEmpty() {
        return left == right || top == bottom;
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    public long pixels() {
        return (long) width() * height();
    }

    /// The smallest part that holds both.
    public PixelBox union(PixelBox other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new PixelBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
