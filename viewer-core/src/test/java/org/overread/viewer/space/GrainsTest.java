// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

final class GrainsTest {
    private static final GridSize SIZE = new GridSize(29, 21, 19); // no axis ends with a brick
    private static final TransferFunction SHELL =
            new TransferFunction(
                    "Shell",
                    List.of(
                            new TransferFunction.Point(400, 0xFFFFFF, 0),
                            new TransferFunction.Point(500, 0xFFFFFF, 2),
                            new TransferFunction.Point(600, 0xFFFFFF, 0)),
                    0);

    /// Falls from the middle outwards, steeper than the shell is thick between some samples.
    private static Volume ball() {
        return Phantoms.of(
                Orientation.AXIAL.grid(SIZE, 1, 1, 1),
                p -> 1000 - 90 * p.distanceTo(PatientPoint.ORIGIN));
    }

    /// Places are thrown, and what lies there is told by the function itself.
    @Test
    void whereverSomethingShowsItsGrainSaysSo() {
        SpaceVolume volume = SpaceVolume.of(ball()).orElseThrow();
        var tints = new Tints(SHELL, volume);
        var random = new SplittableRandom(11);
        int shown = 0;
        for (int n = 0; n < 200_000; n++) {
            float x = (float) (random.nextDouble() * SIZE.i() - 0.5);
            float y = (float) (random.nextDouble() * SIZE.j() - 0.5);
            float z = (float) (random.nextDouble() * SIZE.k() - 0.5);
            if (SHELL.perMm(volume.samples().at(x, y, z)) > 0) {
                shown++;
                assertTrue(
                        shows(
                                tints,
                                Math.max(0, (int) x),
                                Math.max(0, (int) y),
                                Math.max(0, (int) z)));
            }
        }
        assertTrue(shown > 5000, "shown " + shown);
    }

    /// The corners of each grain are looked at one by one: it shows nothing where all lie on one side of the shell, by more
    /// than an entry of the tables.
    @Test
    void mostOfABrickAroundASurfaceIsLeftOut() {
        SpaceVolume volume = SpaceVolume.of(ball()).orElseThrow();
        var tints = new Tints(SHELL, volume);
        int grains = 0;
        int left = 0;
        for (int k = 0; k < SIZE.k(); k += 2) {
            for (int j = 0; j < SIZE.j(); j += 2) {
                for (int i = 0; i < SIZE.i(); i += 2) {
                    boolean clear = isClear(volume.samples(), i, j, k);
                    boolean brick = tints.leap(i / 8, j / 8, k / 8) == 0;
                    grains += brick ? 1 : 0;
                    left += brick && clear ? 1 : 0;
                    if (brick
                            && clear
                            && Grains.bit(i, j, k) > 0) { // the first may be set for none
                        assertFalse(shows(tints, i, j, k));
                    }
                }
            }
        }
        assertTrue(2 * left > grains, left + " of " + grains);
    }

    private static boolean shows(Tints tints, int i, int j, int k) {
        return tints.leap(i / 8, j / 8, k / 8) == 0
                && (tints.grains(i / 8, j / 8, k / 8) >>> Grains.bit(i, j, k) & 1) != 0;
    }

    private static boolean isClear(Samples samples, int i, int j, int k) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 27; corner++) {
            float value =
                    samples.voxel(
                            Math.min(i + corner % 3, SIZE.i() - 1),
                            Math.min(j + corner / 3 % 3, SIZE.j() - 1),
                            Math.min(k + corner / 9, SIZE.k() - 1));
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high < 398 || low > 602;
    }
}
