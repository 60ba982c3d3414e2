// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.overread.viewer.slice.SliceImage;

class HalfPictureTest {
    private final HalfPicture half = new HalfPicture();

    private SliceImage enlarged(int width, int height, int... pixels) {
        SliceImage small = half.of(width, height);
        small.pixels().put(0, pixels);
        var full = new SliceImage(2 * width, 2 * height);
        half.enlarge(full);
        return full;
    }

    @Test
    void whatIsOneColourStaysIt() {
        int colour = 0x80FF017F;
        SliceImage full = enlarged(3, 2, colour, colour, colour, colour, colour, colour);
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 6; column++) {
                assertEquals(colour, full.argb(column, row));
            }
        }
    }

    /// A ramp of 80 levels a pixel is one of 40 levels a half pixel, whose centres lie 20 levels beside its own.
    @Test
    void aRampStaysARampInEveryChannelAndDirection() {
        for (int shift = 0; shift <= 24; shift += 8) {
            SliceImage across = enlarged(3, 1, 40 << shift, 120 << shift, 200 << shift);
            SliceImage down = enlarged(1, 3, 40 << shift, 120 << shift, 200 << shift);
            int[] levels = {40, 60, 100, 140, 180, 200};
            for (int n = 0; n < 6; n++) {
                assertEquals(levels[n] << shift, across.argb(n, 0), "column " + n);
                assertEquals(levels[n] << shift, across.argb(n, 1), "column " + n);
                assertEquals(levels[n] << shift, down.argb(0, n), "row " + n);
            }
        }
    }

    @Test
    void roomIsReusedForPicturesOfOneSizeAndMadeNewForAnother() {
        SliceImage first = half.of(4, 2);
        assertEquals(first, half.of(4, 2));
        enlarged(2, 1, 0x10101010, 0x30303030);
        assertEquals(2, half.of(2, 1).width());
    }
}
