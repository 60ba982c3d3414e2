// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.local;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/// What the tools share that work on a box around the seeds: its margin, and a refusal where it needs more memory than
/// there is.
public abstract class LocalTool implements SegmentationTool {

    @Parameter(
            label = "Reach",
            description =
                    "How far the box that is looked at goes beyond the seeds, to every side; inf takes the whole volume.",
            min = "0",
            attrs = @Attr(name = "unit", value = "mm"))
    private double reachMm = 50;

    protected LocalTool() {}

    /// With a reach of its own.
    protected LocalTool(double reachMm) {
        this.reachMm = reachMm;
    }

    /// Bytes that the tool takes for a voxel of the box, what [LocalVolume] takes included.
    protected abstract int bytesPerVoxel();

    /// What is wrong with the seeds or the parameters, before anything is read.
    protected abstract Optional<ToolRefusal> unfit(ToolInput input);

    /// Works on the box. Parallel parts go through `crew`, which ends with the call's cancel token.
    protected abstract ToolOutcome segment(
            LocalVolume local, ToolInput input, Crew crew, ToolWork work);

    @Override
    public final ToolOutcome apply(ToolInput input, ToolWork work) {
        Optional<ToolRefusal> refusal = unfit(input);
        if (refusal.isEmpty()
                && reachMm < Double.POSITIVE_INFINITY
                && !input.volume().verdict().isCalibrated()) {
            refusal = Optional.of(new ToolRefusal.Uncalibrated("reachMm"));
        }
        if (refusal.isPresent()) {
            return new ToolOutcome.Refused(refusal.get());
        }
        Optional<VoxelBox> around = around(input);
        if (around.isEmpty()) {
            return refused("The mask to stay within has no voxel in reach of the seeds.");
        }
        var box = new LocalBox(around.get(), input.volume().geometry().size());
        Optional<ToolRefusal> tooLarge = tooLarge(box);
        if (tooLarge.isPresent()) {
            return new ToolOutcome.Refused(tooLarge.get());
        }
        Crew crew = Crew.of(ForkJoinPool.commonPool(), work.cancel());
        LocalVolume local = LocalVolume.of(input, box, crew);
        for (int label : input.labels()) {
            if (!local.hasSeed(label)) {
                return refused(
                        "No seed of label %d lies where the tool may go: not in the mask to stay within, or on a voxel that is no number."
                                .formatted(label));
            }
        }
        return segment(local, input, crew, work);
    }

    /// A refusal in a sentence of the tool's own.
    protected static ToolOutcome refused(String sentence) {
        return new ToolOutcome.Refused(new ToolRefusal.Unfit(sentence));
    }

    /// The box around the seeds, as far as the tool reaches and the mask to stay within has voxels; the whole volume
    /// where there are no seeds.
    private Optional<VoxelBox> around(ToolInput input) {
        VolumeGeometry geometry = input.volume().geometry();
        GridSize size = geometry.size();
        Optional<VoxelBox> seeds = boundsOfSeeds(input);
        VoxelBox box =
                seeds.map(
                                s ->
                                        s.grown(
                                                voxels(geometry.spacingI(), size.i()),
                                                voxels(geometry.spacingJ(), size.j()),
                                                voxels(thinnest(input.volume()), size.k()),
                                                size))
                        .orElse(new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1));
        if (input.within().isEmpty()) {
            return Optional.of(box);
        }
        return input.within().get().bounds().flatMap(b -> common(b, box));
    }

    private static Optional<VoxelBox> boundsOfSeeds(ToolInput input) {
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        for (Seed seed : input.seeds()) {
            switch (seed) {
                case Seed.Point(_, int i, int j, int k) ->
                        widen(low, high, new VoxelBox(i, j, k, i, j, k));
                case Seed.Stroke(_, var voxels) ->
                        voxels.bounds().ifPresent(b -> widen(low, high, b));
            }
        }
        return high[0] < 0
                ? Optional.empty()
                : Optional.of(new VoxelBox(low[0], low[1], low[2], high[0], high[1], high[2]));
    }

    private static void widen(int[] low, int[] high, VoxelBox by) {
        low[0] = Math.min(low[0], by.lowI());
        low[1] = Math.min(low[1], by.lowJ());
        low[2] = Math.min(low[2], by.lowK());
        high[0] = Math.max(high[0], by.highI());
        high[1] = Math.max(high[1], by.highJ());
        high[2] = Math.max(high[2], by.highK());
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

    private int voxels(double spacingMm, int all) {
        return (int) Math.min(all, Math.ceil(reachMm / spacingMm));
    }

    /// Where slice distances differ, the smallest: the box is rather too large.
    private static double thinnest(Volume volume) {
        VolumeGeometry geometry = volume.geometry();
        double thinnest = geometry.spacingK();
        for (int k = 0; k < geometry.size().k() - 1; k++) {
            thinnest = Math.min(thinnest, Math.abs(geometry.kStep(k).dot(geometry.normal())));
        }
        return thinnest;
    }

    private Optional<ToolRefusal> tooLarge(LocalBox box) {
        long voxels = box.count();
        long bytes = Math.multiplyExact(voxels, bytesPerVoxel());
        var runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        return voxels > Integer.MAX_VALUE - 8 || bytes > free
                ? Optional.of(
                        new ToolRefusal.Unfit(
                                "The box around the seeds has %d × %d × %d voxels and the tool needs %d MB for it; %d MB are free. Make reachMm smaller than %s mm, or let the tool stay within a mask."
                                        .formatted(
                                                box.box().sizeI(),
                                                box.box().sizeJ(),
                                                box.box().sizeK(),
                                                bytes >> 20,
                                                free >> 20,
                                                Double.isInfinite(reachMm)
                                                        ? "inf"
                                                        : Double.toString(reachMm))))
                : Optional.empty();
    }
}
