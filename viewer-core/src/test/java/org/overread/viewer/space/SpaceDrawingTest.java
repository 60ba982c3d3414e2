// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.work.CancelToken;

final class SpaceDrawingTest {
    private static final Raster RASTER = new Raster(62, 59, 0.7); // one side even, one odd
    private static final SpaceRenderer RENDERER = new SpaceRenderer(Runnable::run, 1);

    /// A hard ball in glass of rising thickness: an edge, and room that changes slowly.
    private static SpaceScene scene() {
        var geometry = Orientation.SHEARED.grid(new GridSize(44, 40, 36), 0.9, 1, 1.2);
        var ball =
                Phantoms.of(
                        geometry,
                        p -> p.distanceTo(PatientPoint.ORIGIN) < 9 ? 900 : 100 + 0.2 * p.x());
        var function =
                new TransferFunction(
                        "Ball in glass",
                        List.of(
                                new TransferFunction.Point(80, 0x406080, 0.002),
                                new TransferFunction.Point(120, 0x406080, 0.004),
                                new TransferFunction.Point(500, 0xFFE0C0, 3)),
                        0.5);
        return new SpaceScene(
                SpaceVolume.of(ball).orElseThrow(),
                new SpaceLook.Clouds(function),
                SpaceView.from(SpaceView.Side.LEFT, PatientPoint.ORIGIN).turned(0.4, 0.3),
                RASTER,
                SpaceScene.Pace.SHARP,
                List.of(),
                List.of());
    }

    private static int[] pixels(SliceImage image) {
        var pixels = new int[image.width() * image.height()];
        image.pixels().get(0, pixels);
        return pixels;
    }

    private static int[] whole() {
        var image = new SliceImage(RASTER.width(), RASTER.height());
        assertTrue(RENDERER.render(scene(), image, new CancelToken()));
        return pixels(image);
    }

    private static int[] after(SpaceDrawing drawing, SpaceDrawing.Turn turn) {
        var image = new SliceImage(RASTER.width(), RASTER.height());
        assertTrue(drawing.draw(turn, image, new CancelToken()));
        return pixels(image);
    }

    private static int apart(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)));
        }
        return most;
    }

    @Test
    void turnsEndInThePictureThatIsDrawnAtOnce() {
        SpaceDrawing drawing = RENDERER.drawing(scene());
        after(drawing, SpaceDrawing.Turn.COARSE);
        after(drawing, SpaceDrawing.Turn.SHARP);
        assertArrayEquals(whole(), after(drawing, SpaceDrawing.Turn.WHOLE));
    }

    @Test
    void everyOtherPixelOfTheCoarsePictureIsFinal() {
        int[] whole = whole();
        int[] coarse = after(RENDERER.drawing(scene()), SpaceDrawing.Turn.COARSE);
        int changing = 0;
        for (int row = 0; row < RASTER.height(); row++) {
            for (int column = 0; column < RASTER.width(); column++) {
                int at = row * RASTER.width() + column;
                if (row % 2 == 0 && column % 2 == 0) {
                    assertEquals(whole[at], coarse[at]);
                } else if (apart(whole[at], coarse[at]) > 40) {
                    changing++;
                }
            }
        }
        assertTrue(changing > 20, "the edge of the ball is not there yet: " + changing);
    }

    /// What lies among corners that are all but the same is left out, the edge is not: one pixel in a hundred may be where
    /// the edge just leaves a cell.
    @Test
    void theSharpPictureHasTheEdge() {
        SpaceDrawing drawing = RENDERER.drawing(scene());
        int[] whole = whole();
        int far = count(whole, after(drawing, SpaceDrawing.Turn.COARSE), 24);
        int[] sharp = after(drawing, SpaceDrawing.Turn.SHARP);
        assertTrue(far > 50, "far off in the coarse picture: " + far);
        assertTrue(
                count(whole, sharp, 24) <= far / 6,
                "far off: " + count(whole, sharp, 24) + " of " + far);
        assertTrue(count(whole, sharp, 0) > 50, "nothing was left out");
    }

    private static int count(int[] whole, int[] picture, int apart) {
        int count = 0;
        for (int at = 0; at < whole.length; at++) {
            count += apart(whole[at], picture[at]) > apart ? 1 : 0;
        }
        return count;
    }

    @Test
    void aCancelledTurnLeavesThePictureAlone() {
        var cancel = new CancelToken();
        cancel.cancel();
        var image = new SliceImage(RASTER.width(), RASTER.height());
        image.pixels().put(7, 42);
        assertFalse(RENDERER.drawing(scene()).draw(SpaceDrawing.Turn.COARSE, image, cancel));
        assertEquals(42, image.pixels().get(7));
    }
}
