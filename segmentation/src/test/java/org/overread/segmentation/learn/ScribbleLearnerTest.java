// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.learn.feature.Bricks;
import org.overread.segmentation.learn.feature.FeatureSettings;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// Stripes of like mean value that differ in their grain alone, and what cannot be learned.
final class ScribbleLearnerTest {
    private static final GridSize SIZE = new GridSize(160, 150, 5);
    private static final long PER_SLICE = 160 * 150;

    /// Left half: columns by turns 100 and 140. Right half: the same in rows. Nothing but the direction tells them
    /// apart, and not even that at one voxel.
    private static Volume stripes() {
        var image = PlanarImgs.shorts(SIZE.i(), SIZE.j(), SIZE.k());
        for (int k = 0; k < SIZE.k(); k++) {
            short[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                int i = n % SIZE.i();
                int j = n / SIZE.i();
                int phase = i < SIZE.i() / 2 ? i : j;
                slice[n] = (short) (phase / 2 % 2 == 0 ? 100 : 140);
            }
        }
        return Phantom.of(SIZE, new Voxels.Int16(image));
    }

    /// Bright, dark and in between in three bands of columns, with noise.
    private static Volume bands() {
        return bands(25);
    }

    private static Volume bands(double noise) {
        var random = new java.util.Random(8);
        var image = PlanarImgs.floats(SIZE.i(), SIZE.j(), SIZE.k());
        for (int k = 0; k < SIZE.k(); k++) {
            float[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (float) (100 * band(n % SIZE.i()) + noise * random.nextGaussian());
            }
        }
        return Phantom.of(SIZE, new Voxels.Float32(image));
    }

    private static int band(int i) {
        return i < 50 ? 1 : i < 110 ? 2 : 3;
    }

    private static Mask line(int i, int fromJ, int toJ, int k) {
        MaskEdit edit = Mask.empty(SIZE).edit();
        edit.fill(new VoxelBox(i, fromJ, k, i + 3, toJ, k));
        return edit.mask();
    }

    private static final Mask FIRST = line(20, 10, 60, 2);
    private static final Mask SECOND = line(80, 10, 60, 2);
    private static final Mask THIRD = line(130, 10, 60, 2);
    private static final Map<Integer, Mask> BANDS = Map.of(1, FIRST, 2, SECOND, 7, THIRD);

    private static Trained trained(Volume volume, Map<Integer, Mask> scribbles) {
        return trained(new ScribbleLearner(volume, LearnSettings.USUAL), scribbles);
    }

    private static Trained trained(ScribbleLearner learner, Map<Integer, Mask> scribbles) {
        return assertInstanceOf(Training.Learned.class, learner.train(scribbles, Crew.alone()))
                .model();
    }

    private static LearnRefusal refused(Volume volume, Map<Integer, Mask> scribbles) {
        return assertInstanceOf(
                        Training.Refused.class,
                        new ScribbleLearner(volume, LearnSettings.USUAL)
                                .train(scribbles, Crew.alone()))
                .reason();
    }

    private static VoxelBox slice(int k) {
        return new VoxelBox(0, 0, k, SIZE.i() - 1, SIZE.j() - 1, k);
    }

    @Test
    void whatDiffersInItsGrainAloneIsToldApart() {
        Trained model =
                trained(stripes(), Map.of(1, line(30, 20, 100, 2), 2, line(120, 20, 100, 2)));
        var found = model.probabilities(slice(4), Crew.alone()); // a slice without a scribble
        int right = 0;
        int all = 0;
        int edge = 9; // what lies beyond the volume has another grain
        for (int j = edge; j < SIZE.j() - edge; j++) {
            for (int i = edge; i < SIZE.i() - edge; i++) {
                if (Math.abs(i - SIZE.i() / 2) > edge) { // where the halves do not mix
                    all++;
                    right += found.label(i, j, 4) == (i < SIZE.i() / 2 ? 1 : 2) ? 1 : 0;
                }
            }
        }
        assertTrue(right >= 0.99 * all, right + " of " + all);
    }

    @Test
    void noisyBandsAreFoundInEverySliceAndWhatIsWrongIsUnsure() {
        var answer = trained(bands(90), BANDS).segment(slice(0), Crew.alone());
        assertEquals(List.of(1, 2, 7), answer.regions().stream().map(r -> r.label()).toList());
        int right = 0;
        double sureWhereRight = 0;
        double sureWhereWrong = 0;
        for (int j = 0; j < SIZE.j(); j++) {
            for (int i = 0; i < SIZE.i(); i++) {
                double sure = answer.certainty().at(i, j, 0);
                if (answer.regions().get(band(i) - 1).mask().contains(i, j, 0)) {
                    right++;
                    sureWhereRight += sure;
                } else {
                    sureWhereWrong += sure;
                }
            }
        }
        assertTrue(right >= 0.93 * PER_SLICE && right < PER_SLICE, "right: " + right);
        assertEquals(PER_SLICE, answer.regions().stream().mapToLong(r -> r.mask().count()).sum());
        double whereRight = sureWhereRight / right;
        double whereWrong = sureWhereWrong / (PER_SLICE - right);
        assertTrue(whereWrong < whereRight - 0.1, whereRight + ", wrong " + whereWrong);
        assertEquals(0, answer.certainty().at(20, 20, 1), "outside the box");
    }

    @Test
    void aPartOfASliceHasTheChancesOfTheWhole() {
        Trained model = trained(bands(), BANDS);
        var whole = model.probabilities(slice(3), Crew.alone());
        for (VoxelBox box :
                List.of(
                        new VoxelBox(90, 100, 3, 140, 149, 3),
                        new VoxelBox(77, 0, 1, 77, 149, 3), // a plane across the slices
                        new VoxelBox(0, 131, 3, 159, 131, 3))) {
            var part =
                    model.probabilities(box, Crew.of(ForkJoinPool.commonPool(), new CancelToken()));
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    for (int label : part.labels()) {
                        assertEquals(whole.of(label, i, j, 3), part.of(label, i, j, 3));
                    }
                }
            }
        }
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> model.probabilities(new VoxelBox(0, 0, 5, 9, 9, 5), Crew.alone()));
    }

    @Test
    void regionsAreTheLikeliestLabelsAndBytesAreTheChances() {
        Trained model = trained(bands(), BANDS);
        var chances = model.probabilities(slice(1), Crew.alone());
        var answer = model.segment(slice(1), Crew.alone());
        byte[] bytes = chances.bytes(7);
        for (int j = 0; j < SIZE.j(); j++) {
            for (int i = 0; i < SIZE.i(); i++) {
                assertEquals(chances.of(7, i, j, 1), (bytes[j * SIZE.i() + i] & 0xFF) / 255.0);
                assertEquals(chances.certainty().at(i, j, 1), answer.certainty().at(i, j, 1));
                int sum = 0;
                double most = answer.certainty().at(i, j, 1);
                for (var region : answer.regions()) {
                    if (region.mask().contains(i, j, 1)) {
                        sum++;
                        assertEquals(most, chances.of(region.label(), i, j, 1));
                    }
                }
                assertEquals(1, sum);
            }
        }
        assertEquals(0, chances.of(3, 5, 5, 1), "a label that was not learned");
    }

    @Test
    void afterAFurtherStrokeTheModelIsThatOfALearnerThatSawAllAtOnce() {
        Volume volume = bands();
        var learner = new ScribbleLearner(volume, LearnSettings.USUAL);
        Trained first = trained(learner, BANDS);
        var more = Map.of(1, FIRST.union(line(40, 100, 140, 4)), 2, SECOND, 7, THIRD);
        Trained second = trained(learner, more);
        Trained fresh = trained(volume, more);
        assertArrayEquals(
                fresh.probabilities(slice(2), Crew.alone()).bytes(1),
                second.probabilities(slice(2), Crew.alone()).bytes(1));
        assertEquals(fresh.recipe(), second.recipe());
        assertNotEquals(first.recipe().scribbles(), second.recipe().scribbles());
    }

    @Test
    void lookingAheadChangesNothing() {
        var learner = new ScribbleLearner(bands(), LearnSettings.USUAL);
        learner.lookAt(slice(2), Crew.of(ForkJoinPool.commonPool(), new CancelToken()));
        ScribbleLearner.prepare(Crew.alone());
        assertArrayEquals(
                trained(bands(), BANDS).probabilities(slice(2), Crew.alone()).bytes(1),
                trained(learner, BANDS).probabilities(slice(2), Crew.alone()).bytes(1));
        var colours = new Voxels.Rgb8(PlanarImgs.argbs(SIZE.i(), SIZE.j(), SIZE.k()));
        new ScribbleLearner(Phantom.of(SIZE, colours), LearnSettings.USUAL)
                .lookAt(slice(2), Crew.alone());
    }

    @Test
    void theRecipeSaysWhatTheModelWasMadeOf() {
        Recipe recipe = trained(bands(), BANDS).recipe();
        assertEquals(Map.of(1, 204, 2, 204, 7, 204), recipe.examples());
        assertEquals("1: 204, 2: 204, 7: 204", recipe.parameters().get("examples"));
        assertEquals("1", recipe.parameters().get("seed"));
        assertTrue(recipe.parameters().getOrDefault("library", "").startsWith("Tribuo "));
        assertTrue(recipe.parameters().getOrDefault("features", "").contains("Hessian 1 2.8 mm"));
        assertEquals(64, recipe.scribbles().length());
        // the same voxels under other labels are other scribbles
        var swapped = Map.of(2, FIRST, 1, SECOND, 7, THIRD);
        assertNotEquals(recipe.scribbles(), trained(bands(), swapped).recipe().scribbles());
        var renamed = Map.of(1, FIRST, 2, SECOND, 8, THIRD);
        assertNotEquals(recipe.scribbles(), trained(bands(), renamed).recipe().scribbles());
    }

    @Test
    void manyScribbledVoxelsAreThinnedTheSameWayEveryTime() {
        MaskEdit wide = Mask.empty(SIZE).edit();
        wide.fill(new VoxelBox(0, 0, 0, 45, 149, 4));
        var scribbles = Map.of(1, wide.mask(), 2, SECOND);
        Recipe recipe = trained(bands(), scribbles).recipe();
        assertEquals(Map.of(1, 2000, 2, 204), recipe.examples());
        var other =
                new LearnSettings(
                        LearnSettings.USUAL.features(),
                        LearnSettings.USUAL.forest().withSeed(2),
                        2000);
        byte[] one = trained(bands(), scribbles).probabilities(slice(1), Crew.alone()).bytes(2);
        byte[] again = trained(bands(), scribbles).probabilities(slice(1), Crew.alone()).bytes(2);
        byte[] seeded =
                trained(new ScribbleLearner(bands(), other), scribbles)
                        .probabilities(slice(1), Crew.alone())
                        .bytes(2);
        assertArrayEquals(one, again);
        assertFalse(Arrays.equals(one, seeded));
    }

    @Test
    void voxelsWithoutANumberAreNoExamplesAndGetNoLabel() {
        Volume volume = bands();
        float[] slice = ((Voxels.Float32) volume.voxels()).slice(2);
        Arrays.fill(slice, 0, 40 * SIZE.i(), Float.NaN);
        Arrays.fill(((Voxels.Float32) volume.voxels()).slice(3), Float.NaN); // an empty slice
        Trained model = trained(volume, BANDS);
        assertEquals(Map.of(1, 84, 2, 84, 7, 84), model.recipe().examples()); // rows 40…60
        var answer = model.segment(slice(2), Crew.alone());
        assertEquals(
                (long) SIZE.i() * (SIZE.j() - 40),
                answer.regions().stream().mapToLong(r -> r.mask().count()).sum());
        var empty = model.probabilities(slice(3), Crew.alone());
        assertEquals(0, empty.label(80, 80, 3));
        assertEquals(0, empty.of(2, 80, 80, 3));
        assertTrue(
                model.segment(slice(3), Crew.alone()).regions().stream()
                        .allMatch(r -> r.mask().isEmpty()));
    }

    @Test
    void whatCannotBeLearnedIsRefusedInASentence() {
        Volume volume = bands();
        Mask none = Mask.empty(SIZE);
        assertEquals(
                "There is no scribble: paint some of what is wanted and, as another label, some of what is not.",
                refused(volume, Map.of(1, none)).describe());
        assertEquals(
                "There are scribbles of one label only: paint some of what is not wanted too, as another label.",
                refused(volume, Map.of(1, FIRST, 2, none)).describe());
        assertEquals(
                "A label of scribbles is 1 to 255, not 256.",
                refused(volume, Map.of(1, FIRST, 256, SECOND)).describe());
        assertEquals(
                "The scribbles of label 2 are on 9 × 9 × 9 voxels and the volume has 160 × 150 × 5: they are not on one grid.",
                refused(volume, Map.of(1, FIRST, 2, Mask.full(new GridSize(9, 9, 9)))).describe());
        Arrays.fill(((Voxels.Float32) volume.voxels()).slice(2), Float.NaN);
        assertEquals(
                "No scribble of label 1 lies on a voxel whose value is a number.",
                refused(volume, Map.of(1, FIRST, 2, line(80, 1, 9, 1))).describe());
        var many = new java.util.TreeMap<Integer, Mask>();
        for (int label = 1; label <= 33; label++) {
            many.put(label, FIRST);
        }
        assertEquals(
                "There are scribbles of 33 labels; at most 32 can be told apart at once.",
                refused(volume, many).describe());
    }

    @Test
    void volumesThatAreNotFitAreRefusedInASentence() {
        Volume volume = bands();
        var colours = new Voxels.Rgb8(PlanarImgs.argbs(SIZE.i(), SIZE.j(), SIZE.k()));
        assertEquals(
                "Nothing can be learned from colours: this volume has no numbers.",
                refused(Phantom.of(SIZE, colours), BANDS).describe());
        var unknown = new GeometryVerdict(GeometryVerdict.Kind.UNCALIBRATED, 0, 0, List.of());
        assertEquals(
                "Nothing can be learned: the files do not say how large a voxel is, and features are measured in millimetres.",
                refused(
                                new Volume(
                                        "id",
                                        "title",
                                        volume.geometry(),
                                        unknown,
                                        ValueUnit.ARBITRARY,
                                        volume.voxels()),
                                BANDS)
                        .describe());
        var half = new Voxels.Bricked(new Bricks((Voxels.Float32) volume.voxels(), SIZE, 0.5));
        assertEquals(
                "Only 50 % of the volume has been read; wait until it is all there.",
                refused(Phantom.of(SIZE, half), BANDS).describe());
    }

    @Test
    void tiltedSlicesAreLookedAtOneByOneAndNotAcross() {
        Volume volume = bands();
        var tilted =
                new Volume(
                        "id",
                        "title",
                        new VolumeGeometry(
                                SIZE,
                                PatientVector.LEFT,
                                PatientVector.POSTERIOR,
                                new SliceStack.Even(
                                        PatientPoint.ORIGIN, new PatientVector(0, 1, 4))),
                        ValueUnit.HU,
                        volume.voxels());
        assertEquals(List.of(1, 2, 7), trained(tilted, BANDS).labels());
        var across =
                new LearnSettings(
                        FeatureSettings.doubling(0.7, 2, FeatureSettings.Extent.IN_SPACE),
                        LearnSettings.USUAL.forest(),
                        2000);
        var refusal =
                assertInstanceOf(
                        Training.Refused.class,
                        new ScribbleLearner(tilted, across).train(BANDS, Crew.alone()));
        assertTrue(
                refusal.reason().describe().startsWith("The slices are tilted by 14.0 degrees"),
                refusal.reason().describe());
    }

    @Test
    void bricksAreLearnedFromAsArraysAre() {
        Volume volume = bands();
        var bricks = new Voxels.Bricked(new Bricks((Voxels.Float32) volume.voxels(), SIZE));
        assertArrayEquals(
                trained(volume, BANDS).probabilities(slice(1), Crew.alone()).bytes(2),
                trained(Phantom.of(SIZE, bricks), BANDS)
                        .probabilities(slice(1), Crew.alone())
                        .bytes(2));
    }

    @Test
    void whatIsCancelledEndsAndTheNextTryIsWhole() {
        var learner = new ScribbleLearner(bands(), LearnSettings.USUAL);
        var cancelled = new CancelToken();
        cancelled.cancel();
        var crew = Crew.of(ForkJoinPool.commonPool(), cancelled);
        assertThrows(CancellationException.class, () -> learner.train(BANDS, crew));
        Trained model = trained(learner, BANDS);
        assertThrows(CancellationException.class, () -> model.probabilities(slice(0), crew));
        assertThrows(CancellationException.class, () -> model.segment(slice(0), crew));
        assertEquals(2, model.probabilities(slice(0), Crew.alone()).label(80, 80, 0));
    }
}
