// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.overread.viewer.slice.SliceScenes;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;

class AutoWindowTest {
    private static final VolumeGeometry GEOMETRY =
            SliceScenes.geometry(Lie.AXIAL, new GridSize(101, 10, 10));

    /// Ramps from 0 in the first column to 1000 in the last.
    private static double ramp(PatientPoint p) {
        return 10 * Math.rint((p.x() + 31.5) / 0.8);
    }

    @Test
    void aWindowLeavesOutAHundredthAtEachEnd() {
        for (Stored stored : Stored.values()) {
            Window window = AutoWindow.of(SliceScenes.of(GEOMETRY, stored, AutoWindowTest::ramp));
            assertEquals(10, window.low(), 10, stored.name());
            assertEquals(990, window.high(), 10, stored.name());
        }
    }

    @Test
    void voidBackgroundDoesNotCount() {
        Window window =
                AutoWindow.of(
                        SliceScenes.of(
                                GEOMETRY, Stored.INT16, p -> ramp(p) < 600 ? -2000 : ramp(p)));
        assertEquals(600, window.low(), 10);
        assertEquals(1000, window.high(), 10);
    }

    @Test
    void oneSliceOfAVolumeThatIsStillEmptyGivesTheWindowOfTheWhole() {
        Window window =
                AutoWindow.ofSlice(
                        SliceScenes.of(
                                GEOMETRY,
                                Stored.INT16,
                                p -> GEOMETRY.toVoxel(p).k() == 5 ? ramp(p) : 0),
                        5);
        assertEquals(10, window.low(), 10);
        assertEquals(990, window.high(), 10);
    }

    @Test
    void partsOfAllValuesAreTheWindowsEnds() {
        Window all =
                AutoWindow.between(
                        SliceScenes.of(GEOMETRY, Stored.INT16, AutoWindowTest::ramp), 0, 1);
        assertEquals(new Window(500, 1000), all);
        Window half =
                AutoWindow.between(
                        SliceScenes.of(GEOMETRY, Stored.INT16, AutoWindowTest::ramp), 0.5, 1);
        assertEquals(500, half.low(), 10);
        assertEquals(1000, half.high());
    }

    @Test
    void volumesOfOneNumberAndOfNoneHaveAWindow() {
        Window flat = AutoWindow.of(SliceScenes.of(GEOMETRY, Stored.INT16, _ -> 7));
        assertEquals(new Window(7, 1), flat);
        Window none = AutoWindow.of(SliceScenes.of(GEOMETRY, Stored.FLOAT32, _ -> Double.NaN));
        assertEquals(new Window(0, 1), none);
    }
}
