// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.IntBuffer;
import org.overread.viewer.slice.SliceImage;

/// Room for pictures of half the resolution, and what makes full ones of them: between the centres of its pixels a
/// picture runs straight, beyond the outermost it goes on as it is.
///
/// JavaFX without a graphics card takes ten times as long for a picture that it has to scale, and scales on the thread
/// that shows everything else. One thread at a time.
final class HalfPicture {
    private static final int PAIR = 0x00FF00FF;
    private static final int TWO = 0x00020002;
    private static final ValueLayout.OfLong PIXELS = ValueLayout.JAVA_LONG_UNALIGNED;

    private SliceImage small = new SliceImage(1, 1);
    private int[] here = {};
    private int[] beside = {};
    private int[] mixed = {};
    private int[] left = {};
    private int[] right = {};
    private long[] wide = {};

    /// A picture to be drawn into.
    SliceImage of(int width, int height) {
        if (small.width() != width || small.height() != height) {
            small = new SliceImage(width, height);
            here = new int[width];
            beside = new int[width];
            mixed = new int[width];
            left = new int[width];
            right = new int[width];
            wide = new long[width];
        }
        return small;
    }

    /// Writes the picture into one of twice the width and the height.
    void enlarge(SliceImage full) {
        int width = small.width();
        int last = small.height() - 1;
        IntBuffer from = small.pixels();
        MemorySegment to = MemorySegment.ofBuffer(full.pixels());
        for (int row = 0; row <= last; row++) {
            from.get(row * width, here);
            for (int half = 0; half < 2; half++) {
                from.get(Math.clamp(row - 1 + 2L * half, 0, last) * width, beside);
                mix(here, beside, mixed, width);
                widen(width);
                MemorySegment.copy(wide, 0, to, PIXELS, (2L * row + half) * 8 * width, width);
            }
        }
    }

    private static void mix(int[] here, int[] beside, int[] mixed, int width) {
        for (int c = 0; c < width; c++) {
            mixed[c] = mixed(here[c], beside[c]);
        }
    }

    /// Of each pixel a left and a right half. Neighbours are copied below each other first: of loops that count through
    /// all their arrays alike the compiler makes vector instructions.
    private void widen(int width) {
        int last = width - 1;
        left[0] = mixed[0];
        System.arraycopy(mixed, 0, left, 1, last);
        mix(mixed, left, left, width);
        System.arraycopy(mixed, 1, right, 0, last);
        right[last] = mixed[last];
        mix(mixed, right, right, width);
        join(left, right, wide, width);
    }

    /// The first of two neighbours lies in the lower half, as on every processor that this program runs on.
    private static void join(int[] left, int[] right, long[] wide, int width) {
        for (int c = 0; c < width; c++) {
            wide[c] = (left[c] & 0xFFFF_FFFFL) | ((long) right[c] << 32);
        }
    }

    /// Three quarters of one pixel and one of the other, two channels at a time.
    private static int mixed(int near, int far) {
        int even = ((near & PAIR) * 3 + (far & PAIR) + TWO) >>> 2 & PAIR;
        int odd = ((near >>> 8 & PAIR) * 3 + (far >>> 8 & PAIR) + TWO) >>> 2 & PAIR;
        return odd << 8 | even;
    }
}
