// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Sagittal pictures of axial slices, stepped through: what is kept of columns shows what the volume holds.
final class ColumnStripesTest {
    private static final int ROWS = 11;
    private static final int SLICES = 9;
    private static final long BUDGET = 64 << 20;

    private static int value(int i, int j, int k) {
        return 700 * i - 30 * j + 20 * k;
    }

    enum Kind {
        SIGNED,
        UNSIGNED,
        REAL
    }

    private static Volume volume(Kind kind, int columns) {
        var size = new GridSize(columns, ROWS, SLICES);
        var geometry =
                VolumeGeometry.regular(
                        size,
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        Voxels voxels =
                switch (kind) {
                    case SIGNED -> {
                        var image = PlanarImgs.shorts(columns, ROWS, SLICES);
                        for (int k = 0; k < SLICES; k++) {
                            fill(image.getPlane(k).getCurrentStorageArray(), columns, k, 0);
                        }
                        yield new Voxels.Int16(image);
                    }
                    case UNSIGNED -> {
                        var image = PlanarImgs.unsignedShorts(columns, ROWS, SLICES);
                        for (int k = 0; k < SLICES; k++) {
                            fill(image.getPlane(k).getCurrentStorageArray(), columns, k, 40_000);
                        }
                        yield new Voxels.UInt16(image);
                    }
                    case REAL -> {
                        var image = PlanarImgs.floats(columns, ROWS, SLICES);
                        for (int k = 0; k < SLICES; k++) {
                            float[] slice = image.getPlane(k).getCurrentStorageArray();
                            for (int n = 0; n < slice.length; n++) {
                                slice[n] = value(n % columns, Math.floorDiv(n, columns), k);
                            }
                        }
                        yield new Voxels.Float32(image);
                    }
                };
        return new Volume("v", "v", geometry, ValueUnit.ARBITRARY, voxels);
    }

    private static void fill(short[] slice, int columns, int k, int above) {
        for (int n = 0; n < slice.length; n++) {
            slice[n] = (short) (value(n % columns, Math.floorDiv(n, columns), k) + above);
        }
    }

    /// Looking at the side: columns of the picture go along j, rows along k.
    private static SliceScene sagittal(Volume volume, double x, Interpolation interpolation) {
        return new SliceScene(
                volume,
                new SlicePlane(
                        new PatientPoint(x, (ROWS - 1) / 2.0, (SLICES - 1) / 2.0),
                        PatientVector.POSTERIOR,
                        PatientVector.HEAD),
                new Raster(ROWS, SLICES, 1),
                new Window(0, 100),
                interpolation);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNED, 8",
        "SIGNED, 13",
        "SIGNED, 40",
        "UNSIGNED, 21",
        "REAL, 16",
        "REAL, 33",
        "REAL, 5"
    })
    void steppingAcrossColumnsShowsEachOneWhereItIs(Kind kind, int columns) {
        Volume volume = volume(kind, columns);
        int above = kind == Kind.UNSIGNED ? 40_000 : 0;
        var keeping = new CpuSliceRenderer(Runnable::run, 1, BUDGET);
        for (double x : steps(columns - 1)) {
            float[] values = keeping.sample(sagittal(volume, x, Interpolation.LINEAR));
            for (int n = 0; n < values.length; n++) {
                int k = Math.floorDiv(n, ROWS);
                double expected = 700 * x - 30.0 * (n % ROWS) + 20 * k + above;
                assertEquals(expected, values[n], 0.05, "x = " + x + ", pixel " + n);
            }
        }
    }

    /// There in steps of a half and back in steps of three.
    private static double[] steps(int last) {
        double[] there = new double[2 * last + 1];
        Arrays.setAll(there, n -> n / 2.0);
        double[] all = Arrays.copyOf(there, there.length + last / 3);
        for (int n = 0; n < last / 3; n++) {
            all[there.length + n] = last - 3.0 * n;
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"NEAREST", "LINEAR", "CUBIC"})
    void whatIsKeptIsToTheBitWhatIsReadAnew(Interpolation interpolation) {
        Volume volume = volume(Kind.SIGNED, 29);
        var keeping = new CpuSliceRenderer(Runnable::run, 1, BUDGET);
        var reading = new CpuSliceRenderer(Runnable::run, 1, 0);
        for (double x = -0.4; x < 28.4; x += 0.3) {
            SliceScene scene = sagittal(volume, x, interpolation);
            assertArrayEquals(reading.sample(scene), keeping.sample(scene), "x = " + x);
        }
    }

    @Test
    void aSliceThatArrivesIsShown() {
        Volume volume = volume(Kind.SIGNED, 20);
        short[] slice = ((Voxels.Int16) volume.voxels()).slice(4);
        var keeping = new CpuSliceRenderer(Runnable::run, 1, BUDGET);
        SliceScene scene = sagittal(volume, 7, Interpolation.LINEAR);
        for (int n = 0; n < 3; n++) {
            keeping.sample(scene);
        }
        Arrays.fill(slice, (short) -9);
        keeping.sliceChanged(volume, 4);
        float[] values = keeping.sample(scene);
        assertEquals(-9, values[4 * ROWS + 2]);
        assertEquals(value(7, 2, 3), values[3 * ROWS + 2]);
    }

    @Test
    void aJumpReadsNoStripes() {
        var stripes = new ColumnStripes(new GridSize(100, ROWS, SLICES));
        assertFalse(stripes.approach(50));
        assertTrue(stripes.approach(58));
        assertTrue(stripes.approach(57.5));
        assertFalse(stripes.approach(20));
    }

    @Test
    void aVolumeThatIsShownNoMoreIsForgottenAndBudgetsAreKept() {
        Volume first = volume(Kind.SIGNED, 20);
        Volume second = volume(Kind.REAL, 30);
        long bytes = ColumnStripes.bytes(first.geometry().size());
        var roomForOne = new ColumnCache(bytes);
        ColumnStripes ofFirst = roomForOne.of(first).orElseThrow();
        assertSame(ofFirst, roomForOne.of(first).orElseThrow());
        assertTrue(roomForOne.of(second).isPresent());
        assertNotSame(ofFirst, roomForOne.of(first).orElseThrow());
        assertTrue(new ColumnCache(bytes - 1).of(first).isEmpty());
        var cache = new ColumnCache(2 * bytes);
        ColumnStripes kept = cache.of(first).orElseThrow();
        cache.of(second);
        assertSame(kept, cache.of(first).orElseThrow());
        cache.forget(first);
        assertNotSame(kept, cache.of(first).orElseThrow());
    }
}
