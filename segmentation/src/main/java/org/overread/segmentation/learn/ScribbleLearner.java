// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.overread.segmentation.learn.feature.FeatureSettings.Extent;
import org.overread.segmentation.learn.feature.PixelFeatures;
import org.overread.segmentation.learn.feature.TileRegion;
import org.overread.segmentation.learn.forest.Examples;
import org.overread.segmentation.learn.forest.Forest;
import org.overread.segmentation.learn.forest.ForestGrower;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Learns what voxels look like from scribbles on one volume, again after every stroke. Features are computed where
/// scribbles lie and where somebody asks for an answer, and are kept from one training to the next: as long as one
/// learner is used for a volume, a further stroke costs the growing of the forest, a tenth of a second on two cores.
///
/// Any thread; the caller chooses which, and the answer does not depend on it. What is cancelled throws
/// [java.util.concurrent.CancellationException] and changes nothing.
public final class ScribbleLearner {
    static final int MOST_LABEL = 255;
    private static final int MOST_LABELS = 32;
    private static final double MOST_TILT_DEGREES = 0.1;
    private static final long MOST_CACHE = 512L << 20;
    private static final int CACHE_SHARE = 8; // of the memory that there is
    private static final int PREPARING = 300; // examples a label

    private final Volume volume;
    private final LearnSettings settings;
    private final Optional<PixelFeatures> features;
    private final Optional<ScribbleExamples> examples;

    /// Costs nothing yet.
    public ScribbleLearner(Volume volume, LearnSettings settings) {
        this.volume = volume;
        this.settings = settings;
        long cache = Math.min(MOST_CACHE, Runtime.getRuntime().maxMemory() / CACHE_SHARE);
        features =
                volume.voxels() instanceof Voxels.Grey grey
                        ? Optional.of(
                                new PixelFeatures(
                                        grey, volume.geometry(), settings.features(), cache))
                        : Optional.empty();
        examples = features.map(ScribbleExamples::new);
    }

    public LearnSettings settings() {
        return settings;
    }

    /// Computes the features of a box ahead of time, such as those of the pane that somebody is about to scribble on:
    /// its first strokes then cost what later ones do. Nothing happens where the volume is not fit to learn from.
    public void lookAt(VoxelBox box, Crew crew) {
        if (unfit().isPresent()) {
            return;
        }
        var tiles = new ArrayList<TileRegion>();
        for (int k = box.lowK(); k <= box.highK(); k++) {
            tiles.addAll(TileRegion.covering(box, k, volume.geometry().size()));
        }
        crew.each(tiles.size(), n -> features.orElseThrow().of(tiles.get(n)));
    }

    /// Grows a forest of nothing, so that the library is loaded and compiled before the first stroke ends: half a second,
    /// once in a program, for whoever takes up the tool.
    public static void prepare(Crew crew) {
        var random = new SplittableRandom(1);
        var clouds = new ArrayList<List<float[]>>();
        for (int label = 0; label < 2; label++) {
            var cloud = new ArrayList<float[]>();
            for (int n = 0; n < PREPARING; n++) {
                var row = new float[LearnSettings.USUAL.features().count()];
                for (int f = 0; f < row.length; f++) {
                    row[f] = (float) random.nextDouble(label, label + 2);
                }
                cloud.add(row);
            }
            clouds.add(cloud);
        }
        ForestGrower.grow(new Examples(clouds), LearnSettings.USUAL.forest(), crew);
    }

    /// Learns from the scribbles of two or more labels (1…255); a label without voxels is as if it were not there. A
    /// voxel with scribbles of several labels is an example of each.
    public Training train(Map<Integer, Mask> scribbles, Crew crew) {
        var painted = new TreeMap<Integer, Mask>();
        scribbles.forEach(
                (label, mask) -> {
                    if (!mask.isEmpty()) {
                        painted.put(label, mask);
                    }
                });
        Optional<LearnRefusal> refusal = unfit().or(() -> unfit(painted));
        if (refusal.isPresent()) {
            return new Training.Refused(refusal.get());
        }
        var ofLabel = new ArrayList<List<float[]>>();
        var counts = new TreeMap<Integer, Integer>();
        for (Map.Entry<Integer, Mask> scribble : painted.entrySet()) {
            List<float[]> rows =
                    examples.orElseThrow()
                            .of(
                                    scribble.getValue(),
                                    settings.mostPerLabel(),
                                    settings.forest().seed(),
                                    crew);
            if (rows.isEmpty()) {
                return new Training.Refused(new LearnRefusal.NoNumberUnder(scribble.getKey()));
            }
            ofLabel.add(rows);
            counts.put(scribble.getKey(), rows.size());
        }
        Forest forest = ForestGrower.grow(new Examples(ofLabel), settings.forest(), crew);
        var recipe =
                new Recipe(settings, ForestGrower.library(), ScribbleDigest.of(painted), counts);
        return new Training.Learned(
                new Trained(List.copyOf(painted.keySet()), forest, features.orElseThrow(), recipe));
    }

    /// What is wrong with the volume.
    private Optional<LearnRefusal> unfit() {
        if (features.isEmpty()) {
            return Optional.of(new LearnRefusal.NoNumbers());
        }
        if (!volume.verdict().isCalibrated()) {
            return Optional.of(new LearnRefusal.Uncalibrated());
        }
        double tilt = GeometryVerdict.tiltDegrees(volume.geometry());
        if (settings.features().extent() == Extent.IN_SPACE && tilt > MOST_TILT_DEGREES) {
            return Optional.of(new LearnRefusal.Tilted(tilt));
        }
        return volume.voxels() instanceof Voxels.Bricked(var values) && values.readShare() < 1
                ? Optional.of(new LearnRefusal.NotRead(values.readShare()))
                : Optional.empty();
    }

    /// What is wrong with the scribbles.
    private Optional<LearnRefusal> unfit(Map<Integer, Mask> painted) {
        GridSize size = volume.geometry().size();
        for (Map.Entry<Integer, Mask> scribble : painted.entrySet()) {
            int label = scribble.getKey();
            if (label < 1 || label > MOST_LABEL) {
                return Optional.of(new LearnRefusal.LabelOutside(label, MOST_LABEL));
            }
            GridSize found = scribble.getValue().size();
            if (!found.equals(size)) {
                return Optional.of(new LearnRefusal.OtherGrid(label, found, size));
            }
        }
        if (painted.size() < 2) {
            return Optional.of(new LearnRefusal.TooFewLabels(painted.size()));
        }
        return painted.size() > MOST_LABELS
                ? Optional.of(new LearnRefusal.TooManyLabels(painted.size(), MOST_LABELS))
                : Optional.empty();
    }
}
