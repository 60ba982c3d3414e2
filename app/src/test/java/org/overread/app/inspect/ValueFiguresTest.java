// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Voxels;

/// Expected checksums: Python's hashlib over struct.pack of the same values.
final class ValueFiguresTest {

    @Test
    void signedValuesAreDigestedAsInt16SliceBySlice() {
        var voxels = new Voxels.Int16(PlanarImgs.shorts(2, 2, 2));
        fill(voxels.slice(0), 1, -2, 3, 4);
        fill(voxels.slice(1), 5, 6, -32768, 32767);
        assertEquals(
                "f4e786f94484bccecfcdce6a8750a4866a616a100c5bf35abc9e6f09a93db8a1", digest(voxels));
    }

    @Test
    void digestsLongerThanItsBufferAreWhole() {
        var voxels = new Voxels.Int16(PlanarImgs.shorts(300, 200, 2));
        for (int n = 0; n < 300 * 200 * 2; n++) {
            voxels.slice(n / 60_000)[n % 60_000] = (short) (n * 7 % 1000 - 500);
        }
        assertEquals(
                "d3da90d69f5645dd4f7acc949e39f1d90cb92b1ec6f82c7b3111a905d6606e2d", digest(voxels));
        assertEquals(-0.5, summary(voxels).mean(), 1e-12);
    }

    @Test
    void unsignedValuesBeyondInt16AreDigestedAsFloats() {
        var voxels = new Voxels.UInt16(PlanarImgs.unsignedShorts(2, 2, 1));
        fill(voxels.slice(0), 0, 1, 40000, 65535);
        assertEquals(
                "a1d6d7cd2105d369a8c81114d8578dabad25952e5b083adc45fbda9788ed63dc", digest(voxels));
        assertEquals(new ValueSummary("HU", "uint16", 0, 65535, 26384, false), summary(voxels));
    }

    @Test
    void wholeFloatsAreDigestedAsInt16() {
        var voxels = floats(0, -1, 7, 32767);
        assertEquals(
                "51464e15208e50cff34c6658788fdcdfcc936b2adb574eceea0141bd4ce40a36", digest(voxels));
    }

    @Test
    void otherFloatsAreDigestedAsTheyAre() {
        var voxels = floats(0.5f, -1, 7, 32768);
        assertEquals(
                "8edd034f121370581231abba0e2ea55a1067ab63e988b4a5dd402cd205df97f7", digest(voxels));
        assertFalse(summary(voxels).wholeInt16());
    }

    @Test
    void notANumberCountsForNothing() {
        var summary = summary(floats(Float.NaN, 1, 2, 3));
        assertEquals(new ValueSummary("HU", "float32", 1, 3, 2, false), summary);
    }

    @Test
    void theEndsOfInt16AreWhole() {
        assertTrue(summary(floats(-32768, 32767, 0, 0)).wholeInt16());
        assertFalse(summary(floats(-32769, 0, 0, 0)).wholeInt16());
    }

    private static ValueSummary summary(Voxels voxels) {
        return ValueSummary.of(ValueUnit.HU, voxels);
    }

    private static String digest(Voxels voxels) {
        return ValueDigest.of(voxels, summary(voxels));
    }

    private static void fill(short[] slice, int... values) {
        for (int n = 0; n < values.length; n++) {
            slice[n] = (short) values[n];
        }
    }

    private static Voxels floats(float a, float b, float c, float d) {
        var voxels = new Voxels.Float32(PlanarImgs.floats(2, 2, 1));
        System.arraycopy(new float[] {a, b, c, d}, 0, voxels.slice(0), 0, 4);
        return voxels;
    }
}
