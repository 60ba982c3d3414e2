// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.Outside;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// Against ITK's masks of real volumes, and against the definition, voxel by voxel.
final class MorphologyTest {
    private static final Crew ALONE = Crew.alone();

    static final java.util.List<String> VOLUMES = Reference.VOLUMES;

    @ParameterizedTest
    @FieldSource("VOLUMES")
    void ballsGiveItksMasks(String volume) {
        Mask tight = Reference.mask(volume, "connected_threshold_tight");
        Kernel one = Kernel.ball(1, BallDefinition.ITK);
        Kernel two = Kernel.ball(2, BallDefinition.ITK);
        assertEquals(
                0,
                xor(Reference.mask(volume, "dilate_ball1"), Morphology.dilate(tight, one, ALONE)));
        assertEquals(
                0, xor(Reference.mask(volume, "erode_ball1"), Morphology.erode(tight, one, ALONE)));
        assertEquals(
                0,
                xor(Reference.mask(volume, "opening_ball2"), Morphology.open(tight, two, ALONE)));
        assertEquals(
                0,
                xor(Reference.mask(volume, "closing_ball2"), Morphology.close(tight, two, ALONE)));
    }

    private static long xor(Mask a, Mask b) {
        return a.xor(b).count();
    }

    /// ITK's, VTK's and skimage's counts.
    @ParameterizedTest
    @CsvSource({"1, 19, 7", "2, 81, 33", "3, 179, 123", "4, 389, 257"})
    void ballsHaveTheVoxelsThatTheirDefinitionsHave(int radius, int itk, int euclidean) {
        assertEquals(itk, Kernel.ball(radius, BallDefinition.ITK).voxels());
        assertEquals(euclidean, Kernel.ball(radius, BallDefinition.EUCLIDEAN).voxels());
    }

    static Stream<Mask> masks() {
        return RandomMasks.all();
    }

    private static Stream<Kernel> kernels() {
        return Stream.of(
                Kernel.ball(0, BallDefinition.ITK),
                Kernel.ball(2, BallDefinition.ITK),
                Kernel.ball(5.0, new Spacing(1.5, 2.5, 1)),
                Kernel.box(16, 0, 3),
                Kernel.box(0, 2, 1));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void dilationAndErosionAreWhatTheirDefinitionsSay(Mask mask) {
        GridSize size = mask.size();
        kernels()
                .forEach(
                        kernel -> {
                            assertEquals(
                                    RandomMasks.where(
                                            size, (i, j, k) -> meets(mask, kernel, i, j, k)),
                                    Morphology.dilate(mask, kernel, ALONE));
                            Mask rest = mask.complement();
                            assertEquals(
                                    RandomMasks.where(
                                            size, (i, j, k) -> !meets(rest, kernel, i, j, k)),
                                    Morphology.erode(mask, kernel, ALONE));
                            assertEquals(
                                    RandomMasks.where(
                                            size,
                                            (i, j, k) ->
                                                    !meets(rest, kernel, i, j, k)
                                                            && isInside(size, kernel, i, j, k)),
                                    Morphology.erode(mask, kernel, Outside.BACKGROUND, ALONE));
                        });
    }

    private static boolean meets(Mask mask, Kernel kernel, int i, int j, int k) {
        for (int dk = -kernel.radiusK(); dk <= kernel.radiusK(); dk++) {
            for (int dj = -kernel.radiusJ(); dj <= kernel.radiusJ(); dj++) {
                for (int di = -kernel.reach(dj, dk); di <= kernel.reach(dj, dk); di++) {
                    if (mask.contains(i + di, j + dj, k + dk)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isInside(GridSize size, Kernel kernel, int i, int j, int k) {
        return i >= kernel.radiusI()
                && i < size.i() - kernel.radiusI()
                && j >= kernel.radiusJ()
                && j < size.j() - kernel.radiusJ()
                && k >= kernel.radiusK()
                && k < size.k() - kernel.radiusK();
    }

    @ParameterizedTest
    @MethodSource("masks")
    void closingKeepsEveryVoxelAndOpeningAddsNone(Mask mask) {
        Kernel ball = Kernel.ball(3, BallDefinition.ITK);
        assertEquals(0, mask.minus(Morphology.close(mask, ball, ALONE)).count());
        assertEquals(0, Morphology.open(mask, ball, ALONE).minus(mask).count());
    }

    @ParameterizedTest
    @MethodSource("masks")
    void theNumberOfHandsDoesNotShow(Mask mask) {
        Kernel ball = Kernel.ball(4, BallDefinition.ITK);
        assertEquals(
                1,
                Reference.crews()
                        .map(crew -> Morphology.close(mask, ball, crew))
                        .distinct()
                        .count());
    }

    @Test
    void whatLiesDeepInsideStaysTheSameBlock() {
        MaskEdit edit = Mask.empty(new GridSize(160, 160, 160)).edit();
        edit.fill(new org.overread.segmentation.mask.VoxelBox(0, 0, 0, 159, 159, 130));
        Mask mask = edit.mask();
        Mask eroded = Morphology.erode(mask, Kernel.ball(2, BallDefinition.ITK), ALONE);
        assertSame(mask.block(62).orElseThrow(), eroded.block(62).orElseThrow());
        assertEquals(160 * 160 * 129, eroded.count());
    }

    @Test
    void aVolumeOfOneLongRowIsDilatedAlongIt() {
        MaskEdit edit = Mask.empty(new GridSize(65536, 1, 1)).edit();
        edit.set(0, 0, 0);
        edit.set(65535, 0, 0);
        Mask grown = Morphology.dilate(edit.mask(), Kernel.ball(16, BallDefinition.ITK), ALONE);
        assertEquals(34, grown.count());
    }

    @Test
    void aRadiusOutOfRangeIsRefusedByItsValue() {
        var tooLarge =
                assertThrows(
                        IllegalArgumentException.class, () -> Kernel.ball(17, BallDefinition.ITK));
        assertEquals("A radius of 17 voxels; it must be 0 to 16.", tooLarge.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Kernel.ball(-1, BallDefinition.ITK));
        assertThrows(IllegalArgumentException.class, () -> Kernel.ball(Double.NaN, Spacing.ONE));
        assertThrows(IllegalArgumentException.class, () -> new Spacing(1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Spacing(1, 1, 0));
    }
}
