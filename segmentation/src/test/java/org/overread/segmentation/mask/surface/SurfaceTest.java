// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

final class SurfaceTest {
    private static final Crew ALONE = Crew.alone();

    static Stream<Mask> masks() {
        return RandomMasks.all();
    }

    /// Each way along an edge is gone as often as the way back, blocks joined by where their corners lie.
    @ParameterizedTest
    @MethodSource("masks")
    void theBlocksTogetherAreClosed(Mask mask) {
        var ways = new HashMap<List<List<Float>>, Integer>();
        for (Triangles block : Surface.of(mask, ALONE).blocks().values()) {
            int[] corners = block.corners();
            for (int n = 0; n < corners.length; n++) {
                int next = n % 3 == 2 ? n - 2 : n + 1;
                List<Float> a = point(block, corners[n]);
                List<Float> b = point(block, corners[next]);
                ways.merge(List.of(a, b), 1, Integer::sum);
                ways.merge(List.of(b, a), -1, Integer::sum);
            }
        }
        assertEquals(0, ways.values().stream().filter(balance -> balance != 0).count());
    }

    private static List<Float> point(Triangles triangles, int n) {
        float[] p = triangles.points();
        return List.of(p[3 * n], p[3 * n + 1], p[3 * n + 2]);
    }

    /// Two triangles for every face between a voxel of the mask and what is none.
    @ParameterizedTest
    @MethodSource("masks")
    void thereAreTwoTrianglesAFace(Mask mask) {
        GridSize size = mask.size();
        long faces = 0;
        for (int k = 0; k <= size.k(); k++) {
            for (int j = 0; j <= size.j(); j++) {
                for (int i = 0; i <= size.i(); i++) {
                    boolean here = mask.contains(i, j, k);
                    faces += here != mask.contains(i - 1, j, k) ? 1 : 0;
                    faces += here != mask.contains(i, j - 1, k) ? 1 : 0;
                    faces += here != mask.contains(i, j, k - 1) ? 1 : 0;
                }
            }
        }
        assertEquals(2 * faces, Surface.of(mask, ALONE).triangles());
    }

    @Test
    void aBoxHasItsAreaAndVolumeButForRoundedEdges() {
        Mask box =
                RandomMasks.where(
                        new GridSize(70, 70, 70),
                        (i, j, k) -> i >= 5 && i < 65 && j >= 5 && j < 65 && k >= 5 && k < 65);
        var spacing = new Spacing(0.5, 1, 2);
        Surface surface = Surface.of(box, ALONE);
        double volume = 60 * 60 * 60 * 1.0;
        double area = 2 * (30.0 * 60 + 60 * 120 + 30 * 120);
        assertEquals(volume, SurfaceMeasure.volumeMm3(surface, spacing), 0.002 * volume);
        assertEquals(area, SurfaceMeasure.areaMm2(surface, spacing), 0.02 * area);
        assertTrue(SurfaceMeasure.volumeMm3(surface, spacing) < volume);
    }

    @Test
    void aSurfaceAfterAnEditIsThatOfTheEditedMask() {
        Mask mask = RandomMasks.of(new GridSize(130, 100, 70), 2);
        Surface before = Surface.of(mask, ALONE);
        MaskEdit edit = mask.edit();
        edit.set(31, 31, 31);
        edit.clear(64, 64, 10);
        edit.set(129, 99, 69);
        Mask edited = edit.mask();
        Surface after = before.after(edited, ALONE);
        Surface fresh = Surface.of(edited, ALONE);
        assertEquals(fresh.blocks().keySet(), after.blocks().keySet());
        assertEquals(numbers(fresh), numbers(after));
    }

    private static List<List<String>> numbers(Surface surface) {
        return surface.blocks().values().stream()
                .map(t -> List.of(Arrays.toString(t.points()), Arrays.toString(t.corners())))
                .toList();
    }

    @Test
    void blocksFarFromAnEditAreKept() {
        Mask mask = Mask.full(new GridSize(200, 64, 64));
        Surface before = Surface.of(mask, ALONE);
        MaskEdit edit = mask.edit();
        edit.clear(0, 0, 0);
        Surface after = before.after(edit.mask(), ALONE);
        assertSame(before.blocks().get(6), after.blocks().get(6));
    }

    @Test
    void theNumberOfHandsDoesNotShow() {
        Mask mask = RandomMasks.of(new GridSize(97, 33, 36), 1);
        assertEquals(
                1,
                Reference.crews()
                        .map(crew -> SurfaceMeasure.areaMm2(Surface.of(mask, crew), Spacing.ONE))
                        .distinct()
                        .count());
    }
}
