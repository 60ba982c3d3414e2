// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Goal;
import org.overread.app.bench.harness.PeerLines;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.harness.WarmUp;
import org.overread.segmentation.learn.LearnSettings;
import org.overread.segmentation.learn.Probabilities;
import org.overread.segmentation.learn.ScribbleLearner;
import org.overread.segmentation.learn.Trained;
import org.overread.segmentation.learn.Training;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.CancelToken;

/// Learning from scribbles on a pane of 512 x 512 voxels: from the end of a stroke to the chances of all voxels, for the
/// first strokes, when features have to be computed, and for a further one.
///
/// The peer takes part where the folder of peers holds `sklearn_scribbles.py`, which does the same with scikit-image's
/// features of as many scales and scikit-learn's forest of as many trees.
public final class ScribbleBenchmark implements Benchmark {
    private static final double LEAST_DICE = 0.85; // of the liver; less is another task
    private static final String AFTER = "after a stroke";

    @Override
    public String name() {
        return "scribbles";
    }

    @Override
    public String purpose() {
        return "Learn from scribbles and answer for 512 x 512 voxels, first and after a stroke.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("first strokes", "ms"),
                new Quantity(AFTER, "ms"),
                new Quantity("of it learning", "ms"),
                new Quantity("of it answering", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 1;
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public List<Goal> goals() {
        return List.of(new Goal.AtMost(AFTER, 300, "growing 32 trees, and walking them"));
    }

    @Override
    public Field open() throws BenchFailedException {
        ScribbleScene scene = ScribbleScene.draw();
        try {
            Path file = Files.createTempFile("overread-bench", ".scribbles");
            scene.write(file);
            var contenders = new ArrayList<Contender>();
            contenders.add(new Contender("overread", new WarmUp(() -> turn(scene))));
            PeerLines.contender(
                            "scikit-learn",
                            "sklearn_scribbles.py",
                            List.of(file.toString()),
                            List.of("features+fit+predict", "fit+predict", "fit", "predict"),
                            List.of())
                    .ifPresent(contenders::add);
            return new WithFile(contenders, file);
        } catch (IOException _) {
            throw new BenchFailedException("The slice for the peer cannot be written.");
        }
    }

    private record WithFile(List<Contender> contenders, Path file) implements Field {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private static List<Double> turn(ScribbleScene scene) throws BenchFailedException {
        var learner = new ScribbleLearner(scene.volume(), LearnSettings.USUAL);
        var crew = Crew.of(ForkJoinPool.commonPool(), new CancelToken());
        long begun = System.nanoTime();
        learned(learner, scene.before(), crew).probabilities(ScribbleScene.PANE, crew);
        long first = System.nanoTime();
        Trained model = learned(learner, scene.after(), crew);
        long learned = System.nanoTime();
        Probabilities chances = model.probabilities(ScribbleScene.PANE, crew);
        long answered = System.nanoTime();
        requireLiver(scene, model, chances, crew);
        return List.of(
                (first - begun) / 1e6,
                (answered - first) / 1e6,
                (learned - first) / 1e6,
                (answered - learned) / 1e6);
    }

    private static Trained learned(ScribbleLearner learner, Map<Integer, Mask> scribbles, Crew crew)
            throws BenchFailedException {
        return switch (learner.train(scribbles, crew)) {
            case Training.Learned(Trained model) -> model;
            case Training.Refused(var reason) -> throw new BenchFailedException(reason.describe());
        };
    }

    private static void requireLiver(
            ScribbleScene scene, Trained model, Probabilities chances, Crew crew)
            throws BenchFailedException {
        double dice =
                scene.dice(model.segment(ScribbleScene.PANE, crew).regions().getFirst().mask());
        if (!(dice >= LEAST_DICE) || chances.labels().size() != 3) {
            throw new BenchFailedException(
                    "The liver was found with a Dice of %.3f and at least %.2f is right."
                            .formatted(dice, LEAST_DICE));
        }
    }
}
