// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.retouch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class RetouchTest {

    /// Looks at every pair of voxels.
    @ParameterizedTest
    @EnumSource
    void whereTheBrushPassedVoxelsAreWhatTheirSurroundingsSayAndElsewhereAsTheyWere(Grids grid) {
        VolumeGeometry geometry = grid.of(11, 10, 9);
        var random = new Random(15);
        for (int n = 0; n < 4; n++) {
            Mask mask = noise(geometry, random, 0.3 + 0.1 * n);
            Mask brush = noise(geometry, random, 0.5);
            double mm = 1.2 + n;
            assertEquals(
                    expected(geometry, mask, brush, mm, Rule.SMOOTH),
                    after(geometry, mask, brush, new Retouching.Smooth(mm)));
            assertEquals(
                    expected(geometry, mask, brush, mm, Rule.GROW),
                    after(geometry, mask, brush, new Retouching.Grow(mm)));
            assertEquals(
                    expected(geometry, mask, brush, mm, Rule.SHRINK),
                    after(geometry, mask, brush, new Retouching.Shrink(mm)));
        }
    }

    private enum Rule {
        SMOOTH,
        GROW,
        SHRINK
    }

    private static Mask expected(
            VolumeGeometry geometry, Mask mask, Mask brush, double mm, Rule rule) {
        MaskEdit edit = mask.edit();
        forEach(
                geometry,
                (i, j, k) -> {
                    if (!brush.contains(i, j, k)) {
                        return;
                    }
                    PatientPoint here = geometry.toPatient(new VoxelPoint(i, j, k));
                    var room = new double[2]; // outside, inside
                    forEach(
                            geometry,
                            (a, b, c) -> {
                                PatientPoint p = geometry.toPatient(new VoxelPoint(a, b, c));
                                if (p.distanceTo(here) <= mm + 1e-6) {
                                    room[mask.contains(a, b, c) ? 1 : 0] += thickness(geometry, c);
                                }
                            });
                    boolean was = mask.contains(i, j, k);
                    boolean is =
                            switch (rule) {
                                case SMOOTH -> room[1] - room[0] > (was ? -1e-9 : 1e-9);
                                case GROW -> room[1] > 0;
                                case SHRINK -> was && room[0] == 0;
                            };
                    if (is) {
                        edit.set(i, j, k);
                    } else {
                        edit.clear(i, j, k);
                    }
                });
        return edit.mask();
    }

    /// A slice reaches half way to its neighbours.
    private static double thickness(VolumeGeometry geometry, int k) {
        int last = geometry.size().k() - 2;
        return height(geometry, Math.min(k, last)) + height(geometry, Math.max(k - 1, 0));
    }

    private static double height(VolumeGeometry geometry, int k) {
        return Math.abs(geometry.kStep(k).dot(geometry.normal()));
    }

    private static Mask after(VolumeGeometry geometry, Mask mask, Mask brush, Retouching kind) {
        return new Retouch(geometry, mask, kind).after(mask, brush);
    }

    @Test
    void placeThatTheBrushPassesTwiceIsRetouchedOnce() {
        VolumeGeometry geometry = Grids.CUBES.of(30, 30, 30);
        Mask mask = noise(geometry, new Random(1), 0.01);
        Mask all = Mask.full(geometry.size());
        var retouch = new Retouch(geometry, mask, new Retouching.Grow(1));
        Mask once = retouch.after(mask, all);
        assertEquals(once, retouch.after(once, all));
        assertTrue(once.count() > 3 * mask.count());
    }

    @Test
    void smoothingTakesSpecklesAndFillsPinholes() {
        VolumeGeometry geometry = Grids.CUBES.of(30, 30, 30);
        MaskEdit edit = Mask.empty(geometry.size()).edit();
        forEach(
                geometry,
                (i, j, k) -> {
                    if (i < 15) {
                        edit.set(i, j, k);
                    }
                });
        edit.clear(7, 15, 15);
        edit.set(22, 15, 15);
        Mask smooth =
                after(geometry, edit.mask(), Mask.full(geometry.size()), new Retouching.Smooth(2));
        assertEquals(15 * 900, smooth.count());
        assertTrue(smooth.contains(7, 15, 15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 10.1})
    void retouchingByNoLengthIsRefused(double mm) {
        assertThrows(IllegalArgumentException.class, () -> new Retouching.Smooth(mm));
        assertThrows(IllegalArgumentException.class, () -> new Retouching.Grow(mm));
        assertThrows(IllegalArgumentException.class, () -> new Retouching.Shrink(mm));
    }

    private static Mask noise(VolumeGeometry geometry, Random random, double share) {
        MaskEdit edit = Mask.empty(geometry.size()).edit();
        forEach(
                geometry,
                (i, j, k) -> {
                    if (random.nextDouble() < share) {
                        edit.set(i, j, k);
                    }
                });
        return edit.mask();
    }

    private interface Visitor {
        void voxel(int i, int j, int k);
    }

    private static void forEach(VolumeGeometry geometry, Visitor visitor) {
        var size = geometry.size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    visitor.voxel(i, j, k);
                }
            }
        }
    }
}
