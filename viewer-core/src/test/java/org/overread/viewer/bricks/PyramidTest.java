// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;

/// Bricks and levels beside means that are taken here, voxel by voxel.
final class PyramidTest {
    /// Odd, and no multiple of a brick.
    private static final GridSize SIZE = new GridSize(131, 70, 149);

    @TempDir private Path folder;

    private static short noise(int i, int j, int k) {
        return (short) (7919 * i ^ 104_729 * j ^ 1_299_709 * k);
    }

    /// Zero but for one corner: most bricks are never written.
    private static short corner(int i, int j, int k) {
        return (short) (i > 100 && j > 60 && k > 140 ? -i - j : 0);
    }

    @FunctionalInterface
    private interface Values {
        short at(int i, int j, int k);
    }

    private Pyramid filled(Values values, List<Integer> order) throws IOException {
        Pyramid pyramid = Pyramid.create(SIZE, SampleKind.INT16, folder, 3000);
        order.parallelStream().forEach(k -> pyramid.add(k, slice(values, k)));
        return pyramid;
    }

    private static SliceValues slice(Values values, int k) {
        var slice = new short[SIZE.i() * SIZE.j()];
        for (int n = 0; n < slice.length; n++) {
            slice[n] = values.at(n % SIZE.i(), n / SIZE.i(), k);
        }
        return new SliceValues.Signed(slice);
    }

    private static List<Integer> shuffled() {
        var order = new ArrayList<>(IntStream.range(0, SIZE.k()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        return order;
    }

    @Test
    void theFinestLevelIsEveryVoxelAsItWas() throws IOException {
        for (Values values : List.<Values>of(PyramidTest::noise, PyramidTest::corner)) {
            Pyramid pyramid = filled(values, shuffled());
            assertEquals(1, pyramid.readShare());
            for (int k = 0; k < SIZE.k(); k++) {
                for (int j = 0; j < SIZE.j(); j++) {
                    for (int i = 0; i < SIZE.i(); i++) {
                        assertEquals(values.at(i, j, k), pyramid.value(0, i, j, k));
                    }
                }
            }
        }
    }

    @Test
    void everyLevelIsTheMeanOfWhatItCovers() throws IOException {
        for (Values values : List.<Values>of(PyramidTest::noise, PyramidTest::corner)) {
            Pyramid pyramid = filled(values, shuffled());
            assertTrue(pyramid.levels() >= 4, pyramid.levels() + " levels");
            for (int level = 1; level < pyramid.levels(); level++) {
                int side = 1 << level;
                GridSize size = pyramid.size(level);
                assertEquals(Math.ceilDiv(SIZE.i(), side), size.i());
                assertEquals(Math.ceilDiv(SIZE.j(), side), size.j());
                assertEquals(Math.ceilDiv(SIZE.k(), side), size.k());
                // whole cubes: the mean of means is the mean; each level below rounds by up to a
                // half
                for (int k = 0; k < SIZE.k() / side; k++) {
                    for (int j = 0; j < SIZE.j() / side; j++) {
                        for (int i = 0; i < SIZE.i() / side; i++) {
                            assertEquals(
                                    mean(values, i * side, j * side, k * side, side),
                                    pyramid.value(level, i, j, k),
                                    0.5 * level + 0.01);
                        }
                    }
                }
            }
        }
    }

    private static double mean(Values values, int i, int j, int k, int side) {
        double sum = 0;
        for (int n = 0; n < side * side * side; n++) {
            sum += values.at(i + n % side, j + n / side % side, k + n / side / side);
        }
        return sum / side / side / side;
    }

    @Test
    void aFewSlicesShowSomethingEverywhereAndTheirOwnMeanAtThat() throws IOException {
        Pyramid pyramid = Pyramid.create(SIZE, SampleKind.INT16, folder, 3000);
        int stride = pyramid.previewStride();
        for (int k = stride / 2; k < SIZE.k(); k += stride) {
            pyramid.add(k, slice((_, _, at) -> (short) at, k));
        }
        for (int level = 0; level < pyramid.levels(); level++) {
            GridSize size = pyramid.size(level);
            for (int k = 0; k < size.k(); k++) {
                int layer = (k << level) / stride;
                if (layer * stride + stride / 2 < SIZE.k()) {
                    assertEquals(
                            layer * stride + stride / 2,
                            pyramid.value(level, size.i() / 2, size.j() / 2, k));
                }
            }
        }
        assertTrue(pyramid.readShare() < 0.2);
    }

    @Test
    void whatIsNoNumberDoesNotCountInAMean() throws IOException {
        var size = new GridSize(2, 2, 2);
        Pyramid pyramid = Pyramid.create(size, SampleKind.FLOAT32, folder);
        pyramid.add(0, new SliceValues.Real(new float[] {Float.NaN, 1, 2, Float.NaN}));
        pyramid.add(1, new SliceValues.Real(new float[] {Float.NaN, 6, Float.NaN, Float.NaN}));
        assertEquals((1.5f + 6) / 2, pyramid.value(1, 0, 0, 0));
        assertTrue(Float.isNaN(pyramid.value(0, 0, 0, 0)));
        assertEquals(6, pyramid.value(0, 1, 0, 1));
    }

    @Test
    void unsignedNumbersKeepTheirUpperHalf() throws IOException {
        Pyramid pyramid = Pyramid.create(new GridSize(3, 1, 1), SampleKind.UINT16, folder);
        pyramid.add(0, new SliceValues.Unsigned(new short[] {-1, (short) 40_000, 7}));
        assertEquals(65_535, pyramid.value(0, 0, 0, 0));
        assertEquals((65_535 + 40_000) / 2f, pyramid.value(1, 0, 0, 0), 0.5f);
        assertEquals(7, pyramid.value(1, 1, 0, 0));
    }

    @Test
    void theFileHasNoNameThatAnybodyCouldFindOrForget() throws IOException {
        filled(PyramidTest::noise, shuffled());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aVolumeLargerThanTheDiskIsRefusedInWords() {
        var size = new GridSize(60_000, 60_000, 60_000);
        var refused =
                assertThrows(
                        NoRoomException.class,
                        () -> Pyramid.create(size, SampleKind.FLOAT32, folder));
        assertTrue(String.valueOf(refused.getMessage()).contains("needs on the disk"));
    }

    @Test
    void theLevelOfAPixelIsTheCoarsestThatHasNoLargerVoxels() throws IOException {
        Pyramid pyramid = Pyramid.create(SIZE, SampleKind.INT16, folder, 3000);
        assertEquals(0, pyramid.levelFor(0.5, 0.4));
        assertEquals(0, pyramid.levelFor(0.5, 0.99));
        assertEquals(1, pyramid.levelFor(0.5, 1.0));
        assertEquals(2, pyramid.levelFor(0.5, 3.9));
        assertEquals(pyramid.levels() - 1, pyramid.levelFor(0.5, 1e9));
    }
}
