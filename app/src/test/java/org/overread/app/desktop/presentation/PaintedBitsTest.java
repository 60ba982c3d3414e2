// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.presentation.PaintedBits.Coloured;
import org.overread.viewer.dicom.overlay.BitPlane;

class PaintedBitsTest {
    private static BitPlane plane(int left, int top, int columns, int rows, int... set) {
        var bits = new BitSet();
        for (int n : set) {
            bits.set(n);
        }
        return new BitPlane(left, top, columns, rows, bits);
    }

    private static int argb(Image image, int x, int y) {
        return image.getPixelReader().getArgb(x, y);
    }

    @Test
    void planesLieOverOneAnotherInOnePicture() {
        var painted =
                PaintedBits.of(
                        List.of(
                                new Coloured(plane(10, 20, 3, 1, 0, 1, 2), 0x112233),
                                new Coloured(plane(12, 18, 2, 4, 0, 4), 0x445566)));
        assertEquals(10, painted.left());
        assertEquals(18, painted.top());
        assertEquals(1, painted.step());
        Image image = painted.images().getFirst();
        assertEquals(4, image.getWidth());
        assertEquals(4, image.getHeight());
        assertEquals(0xFF112233, argb(image, 0, 2));
        assertEquals(0xFF112233, argb(image, 1, 2));
        assertEquals(0xFF445566, argb(image, 2, 2)); // the later one
        assertEquals(0xFF445566, argb(image, 2, 0));
        assertEquals(0, argb(image, 3, 0));
        assertEquals(0, argb(image, 0, 0));
    }

    @Test
    void aLineOfOneBitStaysALineInEveryCoarserPicture() {
        int side = 301;
        int[] line = new int[side];
        for (int n = 0; n < side; n++) {
            line[n] = 77 * side + n;
        }
        var painted =
                PaintedBits.of(List.of(new Coloured(plane(0, 0, side, side, line), 0xFFFFFF)));
        int wide = 1;
        for (Image image : painted.images()) {
            assertEquals(Math.ceilDiv(side, wide), image.getWidth());
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    assertEquals(y == 77 / wide ? -1 : 0, argb(image, x, y), wide + " wide");
                }
            }
            wide *= 2;
        }
        assertTrue(painted.images().getLast().getWidth() <= 4);
    }

    @Test
    void ofLargePlanesTheFirstPictureIsCoarserAlready() {
        int side = 4000;
        var painted =
                PaintedBits.of(
                        List.of(new Coloured(plane(0, 0, side, side, side * side - 1), 0x00FF00)));
        assertEquals(2, painted.step());
        Image image = painted.images().getFirst();
        assertEquals(2000, image.getWidth());
        assertEquals(0xFF00FF00, argb(image, 1999, 1999));
    }
}
