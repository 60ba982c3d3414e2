// SPDX-License-Identifier: Apache-2.0
package org.overread.app.growth;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.learn.LearnSettings;
import org.overread.segmentation.learn.ScribbleLearner;
import org.overread.segmentation.learn.Training;
import org.overread.segmentation.learn.feature.FeatureSettings;
import org.overread.segmentation.learn.feature.FeatureSettings.Extent;
import org.overread.segmentation.learn.forest.ForestSettings;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.work.CancelToken;

/// Organs of the sample study, noise and neighbours of like values included: the first strokes lie in the middle and well
/// outside, and then a person paints some of what is wrong in the slices that were painted already.
final class FurtherStrokesTest {
    private static final SampleOrgan KIDNEY =
            SampleOrgan.of("Left kidney", new PatientPoint(69, 44, -98), 44, 70, 1.6, 3);
    private static final SampleOrgan SPLEEN =
            SampleOrgan.of("Spleen", new PatientPoint(95, 38, -42), 62, 80, 2, 4);
    private static final Crew CREW = Crew.of(ForkJoinPool.commonPool(), new CancelToken());
    private static final int ONE_IN = 10; // of the wrong voxels is painted

    @ParameterizedTest
    @CsvSource({
        "Left kidney,IN_SLICE",
        "Left kidney,IN_SPACE",
        "Spleen,IN_SLICE",
        "Spleen,IN_SPACE"
    })
    void strokesWhereItIsWrongMakeItRight(String organ, Extent extent) {
        SampleOrgan sample = organ.equals("Spleen") ? SPLEEN : KIDNEY;
        Map<Integer, Mask> scribbles = new TreeMap<>();
        for (Seed seed : sample.scribbles()) {
            scribbles.put(seed.label(), ((Seed.Stroke) seed).voxels());
        }
        VoxelBox near =
                scribbles.values().stream()
                        .map(mask -> mask.bounds().orElseThrow())
                        .reduce(VoxelBox::union)
                        .orElseThrow();
        var settings =
                new LearnSettings(
                        FeatureSettings.doubling(0.7, 3, extent), ForestSettings.USUAL, 2000);
        var learner = new ScribbleLearner(sample.volume(), settings);
        Mask found = found(learner, scribbles, near);
        double first = sample.dice(found);
        for (int round = 0; round < 2; round++) {
            correct(sample.truth(), found, scribbles, near);
            found = found(learner, scribbles, near);
        }
        double last = sample.dice(found);
        assertTrue(last > first && last >= 0.9, "Dice %.3f, then %.3f".formatted(first, last));
    }

    private static Mask found(ScribbleLearner learner, Map<Integer, Mask> scribbles, VoxelBox box) {
        return assertInstanceOf(Training.Learned.class, learner.train(scribbles, CREW))
                .model()
                .segment(box, CREW)
                .regions()
                .getFirst()
                .mask();
    }

    private static void correct(
            Mask truth, Mask found, Map<Integer, Mask> scribbles, VoxelBox box) {
        var edits =
                List.of(
                        scribbles.getOrDefault(1, truth).edit(),
                        scribbles.getOrDefault(2, truth).edit());
        VoxelBox organ = truth.bounds().orElseThrow();
        for (int quarter = 1; quarter <= 3; quarter++) {
            int k = organ.lowK() + organ.sizeK() * quarter / 4;
            int wrong = 0;
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    boolean isOrgan = truth.contains(i, j, k);
                    if (isOrgan != found.contains(i, j, k) && wrong++ % ONE_IN == 0) {
                        MaskEdit edit = edits.get(isOrgan ? 0 : 1);
                        edit.set(i, j, k);
                    }
                }
            }
        }
        scribbles.put(1, edits.get(0).mask());
        scribbles.put(2, edits.get(1).mask());
    }
}
