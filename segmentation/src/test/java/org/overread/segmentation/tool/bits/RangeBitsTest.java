// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Every voxel of rows of any length, beside a comparison of the two numbers.
final class RangeBitsTest {
    private static final int ROWS = 3;

    @ParameterizedTest
    @CsvSource({
        "-100, 300",
        "-32768, 32767",
        "-32768, -32768",
        "32767, 32767",
        "-Infinity, 0",
        "-0.5, 0.5",
        "0.25, 0.75",
        "40000, 50000",
        "-50000, -40000",
        "30000, Infinity",
        "5, 4"
    })
    void shortsLieInTheRangeThatHoldsThem(double lower, double upper) {
        for (int across : new int[] {1, 63, 64, 65, 200}) {
            short[] values = shorts(across * ROWS);
            var bits = bits(signed(across, values), lower, upper);
            for (int n = 0; n < values.length; n++) {
                assertEquals(
                        values[n] >= lower && values[n] <= upper,
                        bits.contains(n % across, n / across, 0),
                        values[n] + " of " + across);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 65535",
        "0, 0",
        "65535, 65535",
        "32768, 40000",
        "-5, -1",
        "-5, 10",
        "70000, 80000"
    })
    void numbersWithoutASignLieInTheRangeThatHoldsThem(double lower, double upper) {
        int across = 130;
        short[] values = shorts(across * ROWS);
        var bits = bits(unsigned(across, values), lower, upper);
        for (int n = 0; n < values.length; n++) {
            int value = values[n] & 0xFFFF;
            assertEquals(
                    value >= lower && value <= upper,
                    bits.contains(n % across, n / across, 0),
                    String.valueOf(value));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1",
        "0, 0",
        "-0.0, -0.0",
        "-Infinity, Infinity",
        "Infinity, Infinity",
        "-Infinity, -3",
        "1e-45, 1e-44",
        "2.5, 2.25"
    })
    void realNumbersLieInTheRangeThatHoldsThem(double lower, double upper) {
        for (int across : new int[] {1, 63, 64, 65, 200}) {
            float[] values = floats(across * ROWS);
            var bits = bits(real(across, values), lower, upper);
            for (int n = 0; n < values.length; n++) {
                assertEquals(
                        values[n] >= (float) lower && values[n] <= (float) upper,
                        bits.contains(n % across, n / across, 0),
                        values[n] + " of " + across);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 65, 127, 200})
    void bitsBeyondTheRowAreClear(int across) {
        var source = new RangeBits(signed(across, shorts(across * ROWS)), ValueRange.ALL);
        var words = new long[BitSlices.wordsPerSlice(new GridSize(across, ROWS, 1))];
        source.read(0, words);
        long count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        assertEquals((long) across * ROWS, count);
    }

    private static Voxels.InMemory signed(int across, short[] values) {
        var image = PlanarImgs.shorts(across, ROWS, 1);
        System.arraycopy(values, 0, image.getPlane(0).getCurrentStorageArray(), 0, values.length);
        return new Voxels.Int16(image);
    }

    private static Voxels.InMemory unsigned(int across, short[] values) {
        var image = PlanarImgs.unsignedShorts(across, ROWS, 1);
        System.arraycopy(values, 0, image.getPlane(0).getCurrentStorageArray(), 0, values.length);
        return new Voxels.UInt16(image);
    }

    private static Voxels.InMemory real(int across, float[] values) {
        var image = PlanarImgs.floats(across, ROWS, 1);
        System.arraycopy(values, 0, image.getPlane(0).getCurrentStorageArray(), 0, values.length);
        return new Voxels.Float32(image);
    }

    private static Bits bits(Voxels.InMemory voxels, double lower, double upper) {
        return Bits.of(new RangeBits(voxels, new ValueRange(lower, upper)));
    }

    /// The ends of the type among them.
    private static short[] shorts(int count) {
        var random = new Random(count);
        var values = new short[count];
        for (int n = 0; n < count; n++) {
            values[n] =
                    switch (n % 5) {
                        case 0 -> Short.MIN_VALUE;
                        case 1 -> Short.MAX_VALUE;
                        case 2 -> (short) (random.nextInt(3) - 1);
                        default -> (short) random.nextInt();
                    };
        }
        return values;
    }

    private static float[] floats(int count) {
        var random = new Random(count);
        float[] marked = {
            Float.NaN,
            Float.NEGATIVE_INFINITY,
            Float.POSITIVE_INFINITY,
            0f,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.intBitsToFloat(0xFFC0_0001)
        };
        var values = new float[count];
        for (int n = 0; n < count; n++) {
            values[n] =
                    n % 3 == 0
                            ? marked[n / 3 % marked.length]
                            : (float) (random.nextGaussian() * 3);
        }
        return values;
    }
}
