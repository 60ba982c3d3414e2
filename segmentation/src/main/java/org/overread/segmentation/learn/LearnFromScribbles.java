// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.overread.segmentation.learn.feature.FeatureSettings;
import org.overread.segmentation.learn.forest.ForestSettings;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNote;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.VolumeGeometry;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// Learns from seeds of two or more labels what each looks like, and gives every voxel near them to the likeliest label.
@Plugin(
        type = SegmentationTool.class,
        name = "learn-from-scribbles",
        label = "Learn from scribbles",
        description =
                "Learns from seeds of two or more labels what each looks like at several scales, gives every voxel near them to the likeliest label, and says how sure that is.")
public final class LearnFromScribbles implements SegmentationTool {
    private static final int FEW = 30; // voxels
    private static final int BYTES = 4; // a voxel of the box

    @Parameter(
            label = "Finest scale",
            description = "The narrowest Gaussian that voxels are looked at through.",
            min = "0.1",
            max = "10",
            attrs = @Attr(name = "unit", value = "mm"))
    private double finestMm = 0.7;

    @Parameter(
            label = "Scales",
            description = "How many Gaussians, each twice as wide as the one before.",
            min = "1",
            max = "6")
    private int scales = 3;

    @Parameter(
            label = "Neighbours",
            description =
                    "in-slice looks at a voxel's own slice, in-space at neighbouring slices too.")
    private FeatureSettings.Extent extent = FeatureSettings.Extent.IN_SLICE;

    @Parameter(
            label = "Trees",
            description = "More trees are slower and say more finely how sure they are.",
            min = "1",
            max = "500")
    private int trees = 32;

    @Parameter(
            label = "Seed of chance",
            description = "The same seed makes the same of the same scribbles.",
            min = "0")
    private int seed = 1;

    @Parameter(
            label = "Reach",
            description =
                    "How far the box that is answered for goes beyond the seeds, to every side; inf takes the whole volume.",
            min = "0",
            attrs = @Attr(name = "unit", value = "mm"))
    private double reachMm = 50;

    @Parameter(
            label = "Sure from",
            description = "Voxels whose chance is below are counted as unsure.",
            min = "0",
            max = "1")
    private double sureFrom = 0.6;

    @Override
    public ToolOutcome apply(ToolInput input, ToolWork work) {
        double widest = finestMm * (1 << (scales - 1));
        if (widest > FeatureSettings.LARGEST_MM) {
            return refused(
                    "The widest scale would be %s mm; allowed is %s mm: take fewer scales or a finer one to begin with."
                            .formatted(widest, FeatureSettings.LARGEST_MM));
        }
        ForestSettings usual = ForestSettings.USUAL;
        var forest =
                new ForestSettings(trees, usual.depth(), usual.draws(), usual.leastInLeaf(), seed);
        var settings =
                new LearnSettings(
                        FeatureSettings.doubling(finestMm, scales, extent),
                        forest,
                        LearnSettings.USUAL.mostPerLabel());
        Map<Integer, Mask> scribbles = scribbles(input);
        Crew crew = work.crew();
        return switch (new ScribbleLearner(input.volume(), settings).train(scribbles, crew)) {
            case Training.Refused(LearnRefusal reason) -> refused(reason.describe());
            case Training.Learned(Trained model) ->
                    answer(model, scribbles, input, crew.withListener(work.progress()));
        };
    }

    private static ToolOutcome refused(String sentence) {
        return new ToolOutcome.Refused(new ToolRefusal.Unfit(sentence));
    }

    private static Map<Integer, Mask> scribbles(ToolInput input) {
        GridSize size = input.volume().geometry().size();
        var scribbles = new TreeMap<Integer, Mask>();
        for (int label : input.labels()) {
            MaskEdit points = Mask.empty(size).edit();
            Mask strokes = Mask.empty(size);
            for (Seed seed : input.seeds(label)) {
                switch (seed) {
                    case Seed.Point(_, int i, int j, int k) -> points.set(i, j, k);
                    case Seed.Stroke(_, Mask voxels) -> strokes = strokes.union(voxels);
                }
            }
            scribbles.put(label, strokes.union(points.mask()));
        }
        return scribbles;
    }

    private ToolOutcome answer(
            Trained model, Map<Integer, Mask> scribbles, ToolInput input, Crew crew) {
        Optional<VoxelBox> box = box(scribbles, input);
        if (box.isEmpty()) {
            return refused("The mask to stay within has no voxel in reach of the seeds.");
        }
        Optional<ToolOutcome> tooLarge = tooLarge(box.get());
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        Answer answer = model.segment(box.get(), crew);
        var regions = new ArrayList<Region>();
        var numbers = new ArrayList<ToolNumber>();
        var notes = new ArrayList<ToolNote>();
        long[] unsure = {0};
        for (Region region : answer.regions()) {
            int label = region.label();
            Mask mask = input.within().map(region.mask()::intersection).orElse(region.mask());
            double[] sum = {0};
            new Seed.Stroke(label, mask)
                    .forEachVoxel(
                            p -> {
                                double sure = answer.certainty().at(p.i(), p.j(), p.k());
                                sum[0] += sure;
                                unsure[0] += sure < sureFrom ? 1 : 0;
                            });
            Mask painted = scribbles.getOrDefault(label, Mask.empty(mask.size()));
            int examples = model.recipe().examples().getOrDefault(label, 0);
            regions.add(new Region(label, mask));
            numbers.add(new ToolNumber("voxels of label " + label, (double) mask.count()));
            if (!mask.isEmpty()) {
                numbers.add(new ToolNumber("confidence of label " + label, sum[0] / mask.count()));
            }
            numbers.add(new ToolNumber("examples of label " + label, examples));
            numbers.add(
                    new ToolNumber(
                            "scribbles of label %d that keep it".formatted(label),
                            100.0 * painted.intersection(region.mask()).count() / painted.count(),
                            "%"));
            if (examples < FEW) {
                notes.add(
                        new ToolNote(
                                "Label %d was learned from %d voxels; a longer stroke makes it surer."
                                        .formatted(label, examples)));
            }
        }
        numbers.add(new ToolNumber("unsure voxels", (double) unsure[0]));
        return new ToolOutcome.Segmented(regions, numbers, notes, Optional.of(answer.certainty()));
    }

    private Optional<VoxelBox> box(Map<Integer, Mask> scribbles, ToolInput input) {
        VolumeGeometry geometry = input.volume().geometry();
        GridSize size = geometry.size();
        List<VoxelBox> parts =
                scribbles.values().stream().flatMap(m -> m.bounds().stream()).toList();
        VoxelBox seeds = parts.stream().reduce(VoxelBox::union).orElseThrow();
        VoxelBox box =
                seeds.grown(
                        voxels(geometry.spacingI(), size.i()),
                        voxels(geometry.spacingJ(), size.j()),
                        voxels(geometry.spacingK(), size.k()),
                        size);
        return input.within().isEmpty()
                ? Optional.of(box)
                : input.within().get().bounds().flatMap(within -> common(within, box));
    }

    private int voxels(double spacingMm, int all) {
        return (int) Math.min(all, Math.ceil(reachMm / spacingMm));
    }

    private static Optional<VoxelBox> common(VoxelBox a, VoxelBox b) {
        int i = Math.max(a.lowI(), b.lowI());
        int j = Math.max(a.lowJ(), b.lowJ());
        int k = Math.max(a.lowK(), b.lowK());
        int toI = Math.min(a.highI(), b.highI());
        int toJ = Math.min(a.highJ(), b.highJ());
        int toK = Math.min(a.highK(), b.highK());
        return i > toI || j > toJ || k > toK
                ? Optional.empty()
                : Optional.of(new VoxelBox(i, j, k, toI, toJ, toK));
    }

    private static Optional<ToolOutcome> tooLarge(VoxelBox box) {
        long voxels = (long) box.sizeI() * box.sizeJ() * box.sizeK();
        long bytes = voxels * BYTES;
        var runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        return voxels > Integer.MAX_VALUE - 8 || bytes > free
                ? Optional.of(
                        refused(
                                "The box around the seeds has %d × %d × %d voxels and the tool needs %d MB for it; %d MB are free. Make reachMm smaller, or let the tool stay within a mask."
                                        .formatted(
                                                box.sizeI(),
                                                box.sizeJ(),
                                                box.sizeK(),
                                                bytes >> 20,
                                                free >> 20)))
                : Optional.empty();
    }
}
