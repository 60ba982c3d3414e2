// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;

/// What a large volume shows while it is being read: slices of one value each, so that every place tells which slices
/// it was made from.
final class ArrivingLevelsTest {
    /// Slices to a layer of the coarsest level.
    private static final int SIDE = 8;

    @TempDir private Path folder;

    /// 8 x 8 x `slices` voxels, of which one in 512 is the most that the coarsest level may have.
    private Pyramid empty(int slices) throws IOException {
        var size = new GridSize(SIDE, SIDE, slices);
        Pyramid pyramid =
                Pyramid.create(size, SampleKind.FLOAT32, folder, size.voxels() >> 9 /* 8 cubed */);
        assertEquals(SIDE, pyramid.previewStride());
        return pyramid;
    }

    private static void add(Pyramid pyramid, int k, double value) {
        var slice = new float[SIDE * SIDE];
        Arrays.fill(slice, (float) value);
        pyramid.add(k, new SliceValues.Real(slice));
    }

    /// The slices that are read until nothing is unknown, in their order.
    private static List<Integer> untilAllIsShown(Pyramid pyramid, IntToDoubleFunction values) {
        var read = new ArrayList<Integer>();
        for (int k : pyramid.order()) {
            add(pyramid, k, values.applyAsDouble(k));
            read.add(k);
            if (unknown(pyramid) == 0) {
                return read;
            }
        }
        throw new AssertionError("all is read and something is unknown");
    }

    private static int unknown(Pyramid pyramid) {
        int count = 0;
        for (int k = 0; k < pyramid.size(0).k(); k++) {
            if (Float.isNaN(pyramid.value(0, 3, 3, k))) {
                count++;
            }
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 16, 24, 31, 32, 33, 40, 41, 64, 65, 97, 128, 161, 299, 300, 2399})
    void oneSliceInThirtyTwoShowsSomethingEverywhere(int slices) throws IOException {
        Pyramid pyramid = empty(slices);
        List<Integer> read = untilAllIsShown(pyramid, k -> k);
        assertEquals(slices / 2, read.getFirst(), "the middle comes first");
        assertTrue(read.size() <= slices / 32 + 3, read.size() + " slices");
        assertEquals(slices > SIDE, pyramid.hasGaps());
    }

    @Test
    void betweenSlicesLiesTheLineFromOneToTheOther() throws IOException {
        int slices = 296; // whose middle slice is the middle of its layer, too
        Pyramid pyramid = empty(slices);
        List<Integer> read = untilAllIsShown(pyramid, k -> 10 * k - 700);
        int least = read.stream().mapToInt(k -> k).min().orElseThrow();
        int last = read.stream().mapToInt(k -> k).max().orElseThrow();
        for (int k = 0; k < slices; k++) {
            int shown = Math.clamp(k / SIDE * SIDE + SIDE / 2, least, last);
            assertEquals(10 * shown - 700, pyramid.value(0, 3, 3, k), 1e-2, "slice " + k);
            assertEquals(10 * shown - 700, pyramid.value(2, 0, 0, k / 4), 1e-2);
        }
    }

    @Test
    void whatIsFarFromAllThatIsReadStaysUnknown() throws IOException {
        Pyramid pyramid = empty(320);
        add(pyramid, 164, 5);
        for (int k = 0; k < 320; k++) {
            boolean near = Math.abs(k / SIDE - 164 / SIDE) <= 2;
            assertEquals(near ? 5f : Float.NaN, pyramid.value(0, 3, 3, k), "slice " + k);
        }
        add(pyramid, 164 + 5 * SIDE, 9); // too far for a line
        assertEquals(5, pyramid.value(0, 3, 3, 164 + 2 * SIDE));
        assertEquals(9, pyramid.value(0, 3, 3, 164 + 3 * SIDE));
        add(pyramid, 164 - 4 * SIDE, 1);
        for (int layers = 0; layers <= 4; layers++) {
            assertEquals(1 + layers, pyramid.value(0, 3, 3, 164 - (4 - layers) * SIDE), 1e-6);
        }
    }

    @Test
    void aSliceOfItsOwnTakesThePlaceOfTheLine() throws IOException {
        Pyramid pyramid = empty(320);
        add(pyramid, 100, 10);
        add(pyramid, 100 + 2 * SIDE, 30);
        assertEquals(20, pyramid.value(0, 3, 3, 100 + SIDE));
        add(pyramid, 100 + SIDE, -500);
        assertEquals(-500, pyramid.value(0, 3, 3, 100 + SIDE));
        add(pyramid, 101 + SIDE, -400);
        assertEquals(-450, pyramid.value(0, 3, 3, 100 + SIDE));
    }

    @Test
    void whatWasReadAndIsNoNumberIsNotFilled() throws IOException {
        Pyramid pyramid = empty(320);
        add(pyramid, 100, 10);
        add(pyramid, 100 + 2 * SIDE, 30);
        add(pyramid, 100 + SIDE, Double.NaN);
        assertTrue(Float.isNaN(pyramid.value(0, 3, 3, 100 + SIDE)));
        add(pyramid, 100 + 3 * SIDE, Double.NaN);
        add(pyramid, 100 + 5 * SIDE, 50);
        assertEquals(50, pyramid.value(0, 3, 3, 100 + 4 * SIDE), "from the side that has a number");
    }

    @Test
    void thereAreGapsUntilEachLayerHasASlice() throws IOException {
        Pyramid pyramid = empty(320);
        List<Integer> order = pyramid.order();
        for (int n = 0; n < 320; n++) {
            long layers = order.stream().limit(n).map(k -> k / SIDE).distinct().count();
            assertEquals(layers < 320 / SIDE, pyramid.hasGaps(), n + " slices");
            if (n >= 320 / SIDE + 1) { // the middle slice and one to a layer
                assertFalse(pyramid.hasGaps());
            }
            add(pyramid, order.get(n), 1);
        }
        assertEquals(1, pyramid.readShare());
        assertEquals(320, order.stream().distinct().count());
    }
}
