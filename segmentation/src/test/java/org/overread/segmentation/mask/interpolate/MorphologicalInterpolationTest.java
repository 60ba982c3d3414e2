// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Median;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Neighbours;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Options;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// Against ITK's filter, voxel for voxel.
final class MorphologicalInterpolationTest {
    private static final Crew ALONE = Crew.alone();

    private static List<Mask> fill(List<Mask> labels, Options options) {
        return MorphologicalInterpolation.fill(labels, options, ALONE);
    }

    private static String digest(List<Mask> masks) throws NoSuchAlgorithmException {
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(Drawing.bytes(masks));
        return HexFormat.of().formatHex(sha, 0, 8);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "itk-contours.csv")
    void everyVoxelIsThatOfItk(
            String drawing,
            int seed,
            Median median,
            Neighbours neighbours,
            long ones,
            long twos,
            long threes,
            String digest)
            throws NoSuchAlgorithmException {
        List<Mask> filled =
                fill(
                        Drawing.of(drawing, seed).masks(),
                        new Options(Optional.empty(), median, neighbours));
        assertEquals(
                List.of(ones, twos, threes, digest),
                List.of(
                        filled.get(0).count(),
                        filled.get(1).count(),
                        filled.get(2).count(),
                        digest(filled)));
    }

    private static Mask discs() {
        return RandomMasks.where(
                new GridSize(160, 160, 9),
                (i, j, k) -> {
                    int square = (i - 80) * (i - 80) + (j - 80) * (j - 80);
                    return (k == 0 && square <= 225) || (k == 8 && square <= 4900);
                });
    }

    /// Where 8 bits hold the distances, as they do in ITK for labels of 8 bits, slice 4 has 2 477 voxels.
    @Test
    void distancesBeyond25VoxelsDoNotWrapAround() {
        Mask filled = fill(List.of(discs()), Options.USUAL).getFirst();
        int[] areas = {709, 2493, 4333, 6101, 8005, 9753, 11637, 13597, 15373};
        for (int k = 0; k < areas.length; k++) {
            int slice = k;
            Mask whole = RandomMasks.where(filled.size(), (_, _, at) -> at == slice);
            assertEquals(areas[k], filled.intersection(whole).count(), "slice " + k);
        }
    }

    @ParameterizedTest
    @CsvSource({"blobs,1", "two planes,16", "crowded,22", "along i,8"})
    void theNumberOfHandsChangesNothing(String drawing, int seed) {
        List<Mask> drawn = Drawing.of(drawing, seed).masks();
        List<Mask> alone = fill(drawn, Options.USUAL);
        Reference.crews()
                .forEach(
                        crew ->
                                assertEquals(
                                        alone,
                                        MorphologicalInterpolation.fill(
                                                drawn, Options.USUAL, crew)));
    }

    @Test
    void anAxisThatIsNamedIsTheOnlyOneAlongWhichIsFilled() {
        List<Mask> drawn = Drawing.of("two planes", 16).masks();
        long before = drawn.get(1).count();
        long both = fill(drawn, Options.USUAL).get(1).count();
        for (Axis axis : List.of(Axis.I, Axis.K)) {
            var options = new Options(Optional.of(axis), Median.DISTANCES, Neighbours.CROSS);
            long one = fill(drawn, options).get(1).count();
            assertEquals(List.of(true, true), List.of(one > before, one < both), axis.name());
        }
        var options = new Options(Optional.of(Axis.J), Median.DISTANCES, Neighbours.CROSS);
        assertEquals(drawn, fill(drawn, options));
    }

    @Test
    void solidsAndVoidsHaveNothingToFill() {
        Mask solid = RandomMasks.where(new GridSize(9, 8, 7), (i, j, k) -> i > 2 && j < 6 && k > 1);
        assertEquals(List.of(solid), fill(List.of(solid), Options.USUAL));
        Mask none = Mask.empty(solid.size());
        assertEquals(List.of(none), fill(List.of(none), Options.USUAL));
        assertEquals(List.of(), fill(List.of(), Options.USUAL));
    }
}
