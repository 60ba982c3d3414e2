// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;

final class ForestTest {
    private static final int FEATURES = 7;
    private static final ForestSettings SETTINGS = new ForestSettings(12, 9, 200, 1, 5);

    /// Clouds that overlap, around a corner for each label.
    private static Examples clouds(int labels, int each, double spread) {
        var random = new Random(3);
        var all = new ArrayList<List<float[]>>();
        for (int label = 0; label < labels; label++) {
            var rows = new ArrayList<float[]>();
            for (int n = 0; n < each; n++) {
                var row = new float[FEATURES];
                for (int f = 0; f < FEATURES; f++) {
                    double middle = f % labels == label ? 100 : 0;
                    row[f] = (float) (middle + spread * random.nextGaussian());
                }
                row[FEATURES - 1] = 4; // always the same
                rows.add(row);
            }
            all.add(rows);
        }
        return new Examples(all);
    }

    private static float[] answer(Forest forest, List<float[]> rows) {
        var values = new float[rows.size() * FEATURES];
        for (int n = 0; n < rows.size(); n++) {
            for (int f = 0; f < FEATURES; f++) {
                values[f * rows.size() + n] = rows.get(n)[f];
            }
        }
        var chances = new float[rows.size() * forest.labels()];
        forest.answer(
                values,
                rows.size(),
                (n, from, at) ->
                        System.arraycopy(from, at, chances, n * forest.labels(), forest.labels()));
        return chances;
    }

    private static List<float[]> strangers(int count) {
        var random = new Random(11);
        var rows = new ArrayList<float[]>();
        for (int n = 0; n < count; n++) {
            var row = new float[FEATURES];
            for (int f = 0; f < FEATURES; f++) {
                row[f] = (float) (200 * random.nextDouble() - 50);
            }
            rows.add(row);
        }
        return rows;
    }

    /// What the library itself predicts, tree by tree.
    @ParameterizedTest
    @CsvSource({"2,40", "3,60", "5,90"})
    void chancesAreTheMeanOfTheLibrarysPredictions(int labels, double spread) {
        Examples examples = clouds(labels, 300, spread);
        List<TreeModel<Label>> trees = ForestGrower.trees(examples, SETTINGS, Crew.alone());
        Forest forest = Forest.of(trees, labels, FEATURES);
        var rows = new ArrayList<>(strangers(700)); // more than a chunk
        examples.ofLabel().forEach(rows::addAll);
        float[] found = answer(forest, rows);
        for (int n = 0; n < rows.size(); n++) {
            var expected = new double[labels];
            for (TreeModel<Label> tree : trees) {
                var scores = tree.predict(example(rows.get(n))).getOutputScores();
                double all = scores.values().stream().mapToDouble(Label::getScore).sum();
                scores.forEach(
                        (name, label) ->
                                expected[Integer.parseInt(name)] +=
                                        label.getScore() / all / trees.size());
            }
            for (int l = 0; l < labels; l++) {
                assertEquals(expected[l], found[n * labels + l], 1e-5);
            }
        }
        assertTrue(forest.nodes() > 12 * 5, "trees that decide something: " + forest.nodes());
    }

    private static ArrayExample<Label> example(float[] row) {
        var names = new String[FEATURES];
        var values = new double[FEATURES];
        for (int f = 0; f < FEATURES; f++) {
            names[f] = "%03d".formatted(f);
            values[f] = row[f];
        }
        return new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, values);
    }

    @Test
    void binsKeepTheOrderAndHoldLikeCounts() {
        Examples examples = clouds(2, 640, 30);
        var bins = Bins.of(examples);
        var counts = new int[64];
        var sorted = new ArrayList<float[]>();
        examples.ofLabel().forEach(sorted::addAll);
        sorted.sort((a, b) -> Float.compare(a[0], b[0]));
        int before = 0;
        for (float[] row : sorted) {
            int bin = bins.bin(0, row[0]);
            assertTrue(bin >= before);
            before = bin;
            assertEquals(bin, bins.bin(0, bins.middle(0, row[0])));
            counts[bin]++;
        }
        assertTrue(Arrays.stream(counts).min().orElseThrow() >= 1);
        assertTrue(Arrays.stream(counts).max().orElseThrow() <= 2 * 1280 / 64);
        assertEquals(0, bins.bin(FEATURES - 1, 4), "one value, one bin");
    }

    @Test
    void noBinReachesAcrossAGapBetweenHeaps() {
        var low = new ArrayList<float[]>();
        var high = new ArrayList<float[]>();
        for (int n = 0; n < 700; n++) { // heaps whose counts are no multiple of a bin's
            (n < 223 ? low : high).add(new float[] {n < 223 ? n * 0.01f : 1000 + n * 0.01f});
        }
        var bins = Bins.of(new Examples(List.of(low, high)));
        assertTrue(bins.bin(0, low.getLast()[0]) < bins.bin(0, high.getFirst()[0]));
        assertEquals(1.1, bins.middle(0, 1.1f), 0.2);
        assertEquals(bins.bin(0, low.getLast()[0]), bins.bin(0, 450));
        assertEquals(bins.bin(0, high.getFirst()[0]), bins.bin(0, 650));
    }

    @Test
    void fewValuesHaveABinEach() {
        var rows = new ArrayList<float[]>();
        for (int n = 0; n < 99; n++) {
            rows.add(new float[] {n % 3 * 10});
        }
        var bins = Bins.of(new Examples(List.of(rows, rows)));
        assertEquals(3, rows.stream().map(row -> bins.bin(0, row[0])).distinct().count());
        assertTrue(bins.bin(0, 4.9f) == bins.bin(0, 0) && bins.bin(0, 5.1f) == bins.bin(0, 10));
    }

    @Test
    void theSameSeedGrowsTheSameForestWithAnyNumberOfThreads() {
        Examples examples = clouds(3, 200, 60);
        List<float[]> rows = strangers(400);
        float[] alone = answer(ForestGrower.grow(examples, SETTINGS, Crew.alone()), rows);
        var many =
                new Crew(ForkJoinPool.commonPool(), 4, new CancelToken(), Progress.Listener.NONE);
        assertArrayEquals(alone, answer(ForestGrower.grow(examples, SETTINGS, many), rows));
        assertFalse(
                Arrays.equals(
                        alone,
                        answer(ForestGrower.grow(examples, SETTINGS.withSeed(6), many), rows)));
    }

    @Test
    void cloudsApartAreToldApartForSure() {
        Examples examples = clouds(3, 50, 5);
        Forest forest = ForestGrower.grow(examples, SETTINGS, Crew.alone());
        for (int label = 0; label < 3; label++) {
            float[] chances = answer(forest, examples.ofLabel().get(label));
            for (int n = 0; n < 50; n++) {
                // a tree to which chance offers no feature that parts two labels is undecided
                assertTrue(chances[n * 3 + label] > 0.8, "chance " + chances[n * 3 + label]);
            }
        }
    }

    @Test
    void aLabelDoesNotWinForBeingPaintedMore() {
        // the same cloud twice: 1000 examples of one label, 20 of the other
        Examples even = clouds(2, 1000, 1000);
        var mixed =
                new Examples(
                        List.of(even.ofLabel().getFirst(), even.ofLabel().get(1).subList(0, 20)));
        var shallow = new ForestSettings(60, 2, 600, 20, 1);
        float[] chances = answer(ForestGrower.grow(mixed, shallow, Crew.alone()), strangers(500));
        double mean = 0;
        for (int n = 0; n < 500; n++) {
            mean += chances[2 * n] / 500;
        }
        assertEquals(0.5, mean, 0.2);
    }

    @Test
    void chancesAreTogetherOne() {
        Examples examples = clouds(4, 100, 80);
        Forest forest = ForestGrower.grow(examples, SETTINGS, Crew.alone());
        float[] chances = answer(forest, strangers(600));
        for (int n = 0; n < 600; n++) {
            double sum = 0;
            for (int l = 0; l < 4; l++) {
                sum += chances[4 * n + l];
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Test
    void growingIsCancelled() {
        var cancel = new CancelToken();
        cancel.cancel();
        Examples examples = clouds(2, 50, 5);
        assertThrows(
                CancellationException.class,
                () ->
                        ForestGrower.grow(
                                examples, SETTINGS, Crew.of(ForkJoinPool.commonPool(), cancel)));
    }

    @Test
    void theLibraryNamesItsVersion() {
        assertTrue(ForestGrower.library().matches("Tribuo \\d+\\.\\d+\\.\\d+"));
    }
}
