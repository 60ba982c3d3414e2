// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.work.CancelToken;

final class SpaceRendererTest {
    private static final GridSize SIZE = new GridSize(44, 40, 36);
    private static final double RADIUS = 12;
    private static final Raster RASTER = new Raster(61, 61, 0.7);

    /// Nothing below 0, a wall above it.
    private static final SpaceLook WALL =
            new SpaceLook.Clouds(
                    new TransferFunction(
                            "Wall",
                            List.of(
                                    new TransferFunction.Point(-1, 0xFFFFFF, 0),
                                    new TransferFunction.Point(1, 0xFFFFFF, 40)),
                            0));

    private static SpaceView view() {
        return SpaceView.from(SpaceView.Side.ANTERIOR, PatientPoint.ORIGIN).turned(0.6, -0.4);
    }

    private static SpaceScene scene(Volume volume, SpaceLook look, SpaceView view) {
        return new SpaceScene(
                SpaceVolume.of(volume).orElseThrow(),
                look,
                view,
                RASTER,
                SpaceScene.Pace.SHARP,
                List.of(),
                List.of());
    }

    private static SliceImage draw(SpaceScene scene) {
        var image = new SliceImage(scene.raster().width(), scene.raster().height());
        assertTrue(new SpaceRenderer(Runnable::run, 1).render(scene, image, new CancelToken()));
        return image;
    }

    private static int alpha(SliceImage image, int column, int row) {
        return image.argb(column, row) >>> 24;
    }

    /// Values that fall by 100 a millimetre and are 0 on a ball.
    private static Volume ball(VolumeGeometry geometry) {
        return Phantoms.of(
                geometry,
                p -> Math.clamp(100 * (RADIUS - p.distanceTo(PatientPoint.ORIGIN)), -900, 900));
    }

    @ParameterizedTest
    @EnumSource
    void theOutlineOfABallIsACircle(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(SIZE, 0.9, 1, 1.2);
        SliceImage image = draw(scene(ball(geometry), WALL, view()));
        for (int row = 0; row < RASTER.height(); row++) {
            for (int column = 0; column < RASTER.width(); column++) {
                double mm = Math.hypot(column - 30, row - 30) * RASTER.pixelMm();
                if (mm < RADIUS - 0.5) { // half a voxel
                    assertEquals(255, alpha(image, column, row), 1, column + ", " + row);
                } else if (mm > RADIUS + 0.5) {
                    assertEquals(0, alpha(image, column, row), 1, column + ", " + row);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPickLiesOnTheBall(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(SIZE, 0.9, 1, 1.2);
        SpaceScene scene = scene(ball(geometry), WALL, view());
        for (int row = 15; row <= 45; row += 3) {
            for (int column = 15; column <= 45; column += 3) {
                double mm = Math.hypot(column - 30, row - 30) * RASTER.pixelMm();
                Optional<PatientPoint> hit = SpaceRenderer.pick(scene, column, row);
                if (mm < RADIUS - 1) {
                    double depth =
                            hit.orElseThrow().from(PatientPoint.ORIGIN).dot(scene.view().deep());
                    assertEquals(-Math.sqrt(RADIUS * RADIUS - mm * mm), depth, 0.5); // mm
                } else if (mm > RADIUS + 0.5) {
                    assertTrue(hit.isEmpty());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCloudWeakensLightByItsThickness(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(SIZE, 0.9, 1, 1.2);
        Volume even = Phantoms.of(geometry, _ -> 100);
        double perMm = 0.05;
        SpaceLook cloud =
                new SpaceLook.Clouds(
                        new TransferFunction(
                                "Cloud",
                                List.of(new TransferFunction.Point(50, 0xFFFFFF, perMm)),
                                0));
        SpaceScene scene = scene(even, cloud, view());
        SliceImage image = draw(scene);
        for (int row = 0; row < RASTER.height(); row += 6) {
            for (int column = 0; column < RASTER.width(); column += 6) {
                PatientPoint origin = RASTER.toPatient(scene.view().plane(), column, row);
                double thick = 0;
                for (double t = -60; t < 60; t += 0.01) {
                    thick +=
                            geometry.contains(origin.plus(scene.view().deep().times(t))) ? 0.01 : 0;
                }
                double expected = 255 * (1 - Math.exp(-perMm * thick));
                assertEquals(expected, alpha(image, column, row), 1, column + ", " + row);
                assertEquals(expected, image.argb(column, row) & 0xFF, 1);
            }
        }
    }

    /// Along an axis of the grid every voxel of a row is met.
    @ParameterizedTest
    @EnumSource
    void theMaximumIsThatOfAllVoxelsOnTheRay(SpaceView.Side side) {
        var size = new GridSize(21, 19, 17);
        VolumeGeometry geometry = Orientation.AXIAL.grid(size, 1, 1, 1);
        var random = new SplittableRandom(3);
        Volume noise = Phantoms.of(geometry, _ -> random.nextInt(256));
        assertMaximum(side, noise, new Window(127.5, 256));
        assertMaximum(side, noise, new Window(230, 40)); // many values look the same
    }

    private static void assertMaximum(SpaceView.Side side, Volume noise, Window window) {
        VolumeGeometry geometry = noise.geometry();
        GridSize size = geometry.size();
        SpaceView view = SpaceView.from(side, PatientPoint.ORIGIN);
        var raster = new Raster(15, 15, 1);
        var scene =
                new SpaceScene(
                        SpaceVolume.of(noise).orElseThrow(),
                        new SpaceLook.Maximum("Maximum", Tone.grey(window)),
                        view,
                        raster,
                        SpaceScene.Pace.SHARP,
                        List.of(),
                        List.of());
        SliceImage image = draw(scene);
        for (int row = 0; row < 15; row++) {
            for (int column = 0; column < 15; column++) {
                PatientPoint origin = raster.toPatient(view.plane(), column, row);
                double most = Double.NEGATIVE_INFINITY;
                for (int t = -20; t <= 20; t++) {
                    VoxelPoint v = geometry.toVoxel(origin.plus(view.deep().times(t)));
                    if (size.contains(Math.round(v.i()), Math.round(v.j()), Math.round(v.k()))) {
                        most =
                                Math.max(
                                        most,
                                        noise.voxels()
                                                .numbers()
                                                .image()
                                                .randomAccess()
                                                .setPositionAndGet(
                                                        Math.round(v.i()),
                                                        Math.round(v.j()),
                                                        Math.round(v.k()))
                                                .getRealDouble());
                    }
                }
                assertEquals(Tone.grey(window).argb(most), image.argb(column, row));
            }
        }
    }

    /// Rays followed in tiny steps, every value by its eight neighbours, nothing leapt over.
    @ParameterizedTest
    @EnumSource
    void leapingOverEmptyRoomChangesNothing(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(new GridSize(70, 66, 40), 0.9, 1, 1.2);
        Volume blobs =
                Phantoms.of(
                        geometry,
                        p ->
                                300
                                        * (Math.max(0, 6 - p.distanceTo(new PatientPoint(14, 3, 4)))
                                                + Math.max(
                                                        0,
                                                        5
                                                                - p.distanceTo(
                                                                        new PatientPoint(
                                                                                -16, -9, -8)))));
        var function =
                new TransferFunction(
                        "Blobs",
                        List.of(
                                new TransferFunction.Point(200, 0xFF8000, 0),
                                new TransferFunction.Point(1500, 0x0080FF, 0.2)),
                        0);
        SpaceScene scene = scene(blobs, new SpaceLook.Clouds(function), view());
        SliceImage image = draw(scene);
        var oracle = new SlowRays(blobs, function);
        for (int row = 0; row < RASTER.height(); row += 4) {
            for (int column = 0; column < RASTER.width(); column += 4) {
                PatientPoint origin = RASTER.toPatient(scene.view().plane(), column, row);
                double[] expected = oracle.follow(origin, scene.view().deep());
                assertEquals(expected[3], alpha(image, column, row), 3, column + ", " + row);
                assertEquals(expected[0], image.argb(column, row) >> 16 & 0xFF, 3);
                assertEquals(expected[2], image.argb(column, row) & 0xFF, 3);
            }
        }
    }

    @Test
    void aCutTakesAwayWhatLiesBeyondIt() {
        VolumeGeometry geometry = Orientation.AXIAL.grid(SIZE, 1, 1, 1);
        SpaceView front = SpaceView.from(SpaceView.Side.ANTERIOR, PatientPoint.ORIGIN);
        var whole = scene(ball(geometry), WALL, front);
        // the front of the ball is taken away: one looks onto the cut
        var cut = new Cut(new PatientPoint(0, -4, 0), PatientVector.POSTERIOR.negated());
        var open =
                new SpaceScene(
                        whole.volume(),
                        WALL,
                        front,
                        RASTER,
                        SpaceScene.Pace.SHARP,
                        List.of(cut),
                        List.of());
        assertEquals(-12, SpaceRenderer.pick(whole, 30, 30).orElseThrow().y(), 0.5);
        assertEquals(-4, SpaceRenderer.pick(open, 30, 30).orElseThrow().y(), 0.1);
        var side = new Cut(PatientPoint.ORIGIN, PatientVector.LEFT);
        var half =
                new SpaceScene(
                        whole.volume(),
                        WALL,
                        front,
                        RASTER,
                        SpaceScene.Pace.SHARP,
                        List.of(side),
                        List.of());
        SliceImage image = draw(half);
        assertEquals(0, alpha(image, 33, 30));
        assertEquals(255, alpha(image, 27, 30), 1);
    }

    @Test
    void colouredVolumesHaveNoBody() {
        // and a volume without any value has none either
        VolumeGeometry geometry = Orientation.AXIAL.grid(SIZE, 1, 1, 1);
        assertTrue(SpaceVolume.of(Phantoms.of(geometry, _ -> 3)).isPresent());
        assertTrue(
                SpaceVolume.of(Phantoms.ramp(geometry, Double.NaN, PatientVector.LEFT)).isEmpty());
    }

    @Test
    void aCancelledPictureSaysSo() {
        VolumeGeometry geometry = Orientation.AXIAL.grid(SIZE, 1, 1, 1);
        var cancel = new CancelToken();
        cancel.cancel();
        var image = new SliceImage(61, 61);
        assertFalse(
                new SpaceRenderer(Runnable::run, 1)
                        .render(scene(ball(geometry), WALL, view()), image, cancel));
    }
}
