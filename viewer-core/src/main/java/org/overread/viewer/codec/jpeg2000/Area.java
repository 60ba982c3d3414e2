// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// A rectangle of samples; the upper ends are outside.
record Area(int x0, int y0, int x1, int y1) {

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    /// The area after `halvings`, keeping the samples that `offsetX` and `offsetY` (0 low, 1 high) choose last.
    Area reduced(int halvings, int offsetX, int offsetY) {
        if (halvings == 0) {
            return this;
        }
        return new Area(
                reduce(x0, halvings, offsetX),
                reduce(y0, halvings, offsetY),
                reduce(x1, halvings, offsetX),
                reduce(y1, halvings, offsetY));
    }

    private static int reduce(int value, int halvings, int offset) {
        long moved = (long) value - ((long) offset << (halvings - 1));
        return (int) ((moved + (1L << halvings) - 1) >> halvings);
    }

    Area within(long left, long top, long right, long bottom) {
        return new Area(
                (int) Math.max(x0, left),
                (int) Math.max(y0, top),
                (int) Math.min(x1, right),
                (int) Math.min(y1, bottom));
    }
}
