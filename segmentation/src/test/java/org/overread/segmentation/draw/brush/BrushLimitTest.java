// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

class BrushLimitTest {
    private static final int SIDE = 48;
    private static final int EDGE = 24; // columns before it are dark

    /// Dark, then bright from column 24 on, the edge blurred over two voxels, with noise.
    private static Voxels.Float32 step(double contrast, double noise, long seed) {
        var image = PlanarImgs.floats(SIDE, SIDE, SIDE);
        var random = new Random(seed);
        for (int k = 0; k < SIDE; k++) {
            float[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                double share = Math.clamp((n % SIDE - EDGE + 1.25) / 2.5 + 0.2, 0, 1);
                slice[n] = (float) (100 + contrast * share + noise * random.nextGaussian());
            }
        }
        return new Voxels.Float32(image);
    }

    @Test
    void brushLimitedByValuesTakesThoseInTheRangeAndNoOther() {
        Voxels.Float32 voxels = step(100, 15, 1);
        VolumeGeometry geometry = Grids.CUBES.of(SIDE, SIDE, SIDE);
        var range = new ValueRange(90, 110);
        Mask all = drag(geometry, new BrushLimit.None(), Brush.Shape.BALL, 20, 28);
        Mask some = drag(geometry, new BrushLimit.Values(voxels, range), Brush.Shape.BALL, 20, 28);
        long expected = 0;
        for (int k = 0; k < SIDE; k++) {
            for (int j = 0; j < SIDE; j++) {
                for (int i = 0; i < SIDE; i++) {
                    boolean in =
                            all.contains(i, j, k) && range.contains(voxels.slice(k)[j * SIDE + i]);
                    assertEquals(in, some.contains(i, j, k));
                    expected += in ? 1 : 0;
                }
            }
        }
        assertTrue(expected > 100);
    }

    @ParameterizedTest
    @EnumSource
    void adaptiveBrushInOneTissueTakesAllUnderIt(Brush.Shape shape) {
        Voxels.Float32 voxels = step(0, 12, 2);
        VolumeGeometry geometry = Grids.CUBES.of(SIDE, SIDE, SIDE);
        Mask all = drag(geometry, new BrushLimit.None(), shape, 14, 30);
        Mask taken = drag(geometry, BrushLimit.Adaptive.of(voxels), shape, 14, 30);
        assertTrue(taken.minus(all).isEmpty());
        assertTrue(taken.count() > 0.99 * all.count(), taken + " of " + all);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, 10})
    void adaptiveBrushStopsAtTheEdgeWhileItIsDraggedAcross(double noise) {
        Voxels.Float32 voxels = step(120, noise, 3);
        VolumeGeometry geometry = Grids.CUBES.of(SIDE, SIDE, SIDE);
        Mask all = drag(geometry, new BrushLimit.None(), Brush.Shape.BALL, 14, 33);
        Mask taken = drag(geometry, BrushLimit.Adaptive.of(voxels), Brush.Shape.BALL, 14, 33);
        long wrong = 0;
        for (int k = 0; k < SIDE; k++) {
            for (int j = 0; j < SIDE; j++) {
                for (int i = 0; i < SIDE; i++) {
                    // the blur passes the middle between the tissues between columns 23 and 24
                    boolean truth = all.contains(i, j, k) && i < EDGE;
                    wrong += truth == taken.contains(i, j, k) ? 0 : 1;
                }
            }
        }
        assertTrue(wrong < 0.01 * all.count(), wrong + " of " + all);
    }

    @Test
    void adaptiveBrushDoesNotEnterTheSameTissueBeyondAWall() {
        var image = PlanarImgs.shorts(SIDE, SIDE, 1);
        short[] slice = image.getPlane(0).getCurrentStorageArray();
        for (int n = 0; n < slice.length; n++) {
            slice[n] = (short) (n % SIDE == EDGE ? 300 : 40);
        }
        VolumeGeometry geometry = Grids.CUBES.of(SIDE, SIDE, 1);
        var limit = BrushLimit.Adaptive.of(new Voxels.Int16(image));
        Mask taken = drag(geometry, limit, Brush.Shape.DISC, 19, 20);
        assertTrue(taken.contains(EDGE - 1, 24, 0));
        for (int i = EDGE; i < SIDE; i++) {
            assertTrue(!taken.contains(i, 24, 0), "column " + i);
        }
    }

    @Test
    void adaptiveBrushOverNothingKnownDrawsNothing() {
        var image = PlanarImgs.floats(SIDE, SIDE, 1);
        java.util.Arrays.fill(image.getPlane(0).getCurrentStorageArray(), Float.NaN);
        VolumeGeometry geometry = Grids.CUBES.of(SIDE, SIDE, 1);
        var limit = BrushLimit.Adaptive.of(new Voxels.Float32(image));
        var stroke =
                new Stroke(
                        geometry,
                        new Brush(5, Brush.Shape.DISC),
                        Grids.slice(geometry, geometry.center()),
                        limit);
        assertInstanceOf(
                StrokeStep.NothingNew.class, stroke.to(StrokeSample.at(geometry.center())));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, Double.NaN, 101})
    void toleranceThatNoTissueHasIsRefused(double tolerance) {
        Voxels.Float32 voxels = step(0, 0, 0);
        assertThrows(
                IllegalArgumentException.class, () -> new BrushLimit.Adaptive(voxels, tolerance));
    }

    /// From column to column in the middle row, in steps of 3 voxels, with a brush of 8 mm.
    private static Mask drag(
            VolumeGeometry geometry, BrushLimit limit, Brush.Shape shape, int from, int to) {
        GridSize size = geometry.size();
        int slice = size.k() / 2;
        PatientPoint middle = geometry.toPatient(new VoxelPoint(0, 24, slice));
        var stroke =
                new Stroke(geometry, new Brush(8, shape), Grids.slice(geometry, middle), limit);
        for (int i = from; i <= to; i += 3) {
            stroke.to(StrokeSample.at(geometry.toPatient(new VoxelPoint(i, 24, slice))));
        }
        return stroke.drawn();
    }
}
