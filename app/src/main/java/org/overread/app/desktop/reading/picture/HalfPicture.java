// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

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

    private SliceImage small = new SliceImage(1, 1);
    private int[] here = {};
    private int[] beside = {};
    private int[] mixed = {};
    private int[] wide = {};

    /// A picture to be drawn into.
    SliceImage of(int width, int height) {
        if (small.width() != width || small.height() != height) {
            small = new SliceImage(width, height);
            here = new int[width];
            beside = new int[width];
            mixed = new int[width];
            wide = new int[2 * width];
        }
        return small;
    }

    /// Writes the picture into one of twice the width and the height.
    void enlarge(SliceImage full) {
        int width = small.width();
        int last = small.height() - 1;
        IntBuffer from = small.pixels();
        IntBuffer to = full.pixels();
        for (int row = 0; row <= last; row++) {
            from.get(row * width, here);
            for (int half = 0; half < 2; half++) {
                from.get(Math.clamp(row - 1 + 2L * half, 0, last) * width, beside);
                mix(here, beside, mixed, width);
                widen(mixed, wide, width);
                to.put((2 * row + half) * 2 * width, wide);
            }
        }
    }

    private static void mix(int[] here, int[] beside, int[] mixed, int width) {
        for (int c = 0; c < width; c++) {
            mixed[c] = mixed(here[c], beside[c]);
        }
    }

    private static void widen(int[] narrow, int[] wide, int width) {
        int last = width - 1;
        wide[0] = narrow[0];
        wide[2 * last + 1] = narrow[last];
        for (int c = 0; c < last; c++) {
            wide[2 * c + 1] = mixed(narrow[c], narrow[c + 1]);
            wide[2 * c + 2] = mixed(narrow[c + 1], narrow[c]);
        }
    }

    /// Three quarters of one pixel and one of the other, two channels at a time.
    private static int mixed(int near, int far) {
        int even = ((near & PAIR) * 3 + (far & PAIR) + TWO) >>> 2 & PAIR;
        int odd = ((near >>> 8 & PAIR) * 3 + (far >>> 8 & PAIR) + TWO) >>> 2 & PAIR;
        return odd << 8 | even;
    }
}
