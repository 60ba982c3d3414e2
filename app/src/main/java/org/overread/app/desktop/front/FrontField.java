// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.front.FrontSettings.Force;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.levelset.Drive;
import org.overread.segmentation.tool.levelset.EdgeMap;
import org.overread.segmentation.tool.levelset.LevelSet;
import org.overread.segmentation.tool.levelset.StartShapes;
import org.overread.segmentation.tool.local.Filters;
import org.overread.segmentation.tool.local.LocalBox;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.tool.local.Spread;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.work.CancelToken;

/// What a front moves through: the values around bubbles, blurred a little, and where they have edges. Made once for a
/// set of bubbles, so that what drives the front can change while it runs.
@SuppressWarnings("ArrayRecordComponent") // shared with the front on purpose, never compared
record FrontField(LocalVolume local, float[] edges, Drive.Range around, LevelSet front) {
    private static final double REACH_MM = 100;
    private static final double SMOOTH_MM = 1;
    private static final double DEVIATIONS = 2.5;
    private static final int BYTES = 40; // a voxel of the box
    private static final int MOST_BUBBLES = 255;

    /// What came of making one.
    sealed interface Made {
        record Ready(FrontField field) implements Made {}

        record Refused(String sentence) implements Made {}
    }

    /// Costs a few passes over the box.
    static Made of(
            Volume volume, List<Bubble> bubbles, FrontSettings settings, CancelToken cancel) {
        if (!volume.verdict().isCalibrated()) {
            return new Made.Refused(
                    "The files do not say how large a voxel is, so bubbles have no size.");
        }
        if (bubbles.size() > MOST_BUBBLES) {
            return new Made.Refused("There are more than %d bubbles.".formatted(MOST_BUBBLES));
        }
        Optional<LocalBox> box = box(volume.geometry(), bubbles);
        if (box.isEmpty()) {
            return new Made.Refused("The bubbles lie outside the volume.");
        }
        var runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        long needed = box.get().count() * BYTES;
        if (box.get().count() > Integer.MAX_VALUE - 8 || needed > free) {
            return new Made.Refused(
                    "The space around the bubbles needs %d MB; %d MB are free. Put them closer together."
                            .formatted(needed >> 20, free >> 20));
        }
        // the front steps on one thread of its own: it leaves the others to whoever scrolls
        Crew crew = new Crew(Runnable::run, 1, cancel, _ -> {});
        return made(volume, bubbles, settings, box.get(), crew);
    }

    private static Made made(
            Volume volume, List<Bubble> bubbles, FrontSettings settings, LocalBox box, Crew crew) {
        VolumeGeometry geometry = volume.geometry();
        var seeds = new ArrayList<Seed>();
        for (Bubble bubble : bubbles) {
            VoxelPoint p = geometry.toVoxel(bubble.at());
            seeds.add(
                    new Seed.Point(
                            seeds.size() + 1,
                            (int) Math.round(p.i()),
                            (int) Math.round(p.j()),
                            (int) Math.round(p.k())));
        }
        var input = new ToolInput(volume, seeds, Optional.empty());
        LocalVolume local = LocalVolume.of(input, box, crew);
        Filters.smoothInPlace(local, SMOOTH_MM, crew);
        float[] start = start(local, bubbles);
        Optional<Drive.Range> around = around(local, start);
        if (around.isEmpty()) {
            return new Made.Refused("No voxel with a value lies in the bubbles.");
        }
        EdgeMap edges = EdgeMap.of(local, 0, 0, crew);
        var drive = drive(settings.force(), around.get());
        float[] field = settings.force() == Force.EDGES ? edges.values() : local.values();
        var front = new LevelSet(local, start, field, drive, settings.motion(), crew);
        return new Made.Ready(new FrontField(local, edges.values(), around.get(), front));
    }

    private static Optional<LocalBox> box(VolumeGeometry geometry, List<Bubble> bubbles) {
        GridSize size = geometry.size();
        Optional<VoxelBox> around = Optional.empty();
        double farthest = 0;
        for (Bubble bubble : bubbles) {
            VoxelPoint p = geometry.toVoxel(bubble.at());
            int i = (int) Math.round(p.i());
            int j = (int) Math.round(p.j());
            int k = (int) Math.round(p.k());
            if (size.contains(i, j, k)) {
                var voxel = new VoxelBox(i, j, k, i, j, k);
                around = around.map(box -> box.union(voxel)).or(() -> Optional.of(voxel));
                farthest = Math.max(farthest, bubble.radiusMm());
            }
        }
        double reach = farthest + REACH_MM;
        return around.map(
                box ->
                        new LocalBox(
                                box.grown(
                                        (int) Math.ceil(reach / geometry.spacingI()),
                                        (int) Math.ceil(reach / geometry.spacingJ()),
                                        (int) Math.ceil(reach / geometry.spacingK()),
                                        size),
                                size));
    }

    private static float[] start(LocalVolume local, List<Bubble> bubbles) {
        var start = new float[local.values().length];
        Arrays.fill(start, Float.MAX_VALUE);
        for (int n = 0; n < bubbles.size(); n++) {
            float[] one = StartShapes.bubbles(local, n + 1, bubbles.get(n).radiusMm());
            for (int at = 0; at < start.length; at++) {
                start[at] = Math.min(start[at], one[at]);
            }
        }
        return start;
    }

    /// The values in the bubbles, as far as most of them go.
    private static Optional<Drive.Range> around(LocalVolume local, float[] start) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (int n = 0; n < start.length; n++) {
            if (start[n] < 0 && local.open()[n]) {
                double value = local.values()[n];
                sum += value;
                squares += value * value;
                count++;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        double mean = sum / count;
        double noise = Spread.ofNeighbours(local);
        double softness = noise > 0 ? noise : 1;
        double half =
                Math.max(
                        softness,
                        DEVIATIONS * Math.sqrt(Math.max(0, squares / count - mean * mean)));
        return Optional.of(new Drive.Range(mean - half, mean + half, softness));
    }

    private static Drive drive(Force force, Drive.Range around) {
        return switch (force) {
            case VALUES -> around;
            case MEANS -> new Drive.Means(0, 0); // worked out before the first step
            case EDGES -> new Drive.Edges();
        };
    }

    Drive drive(Force force) {
        return drive(force, around);
    }

    /// What the drive of a force reads.
    float[] read(Force force) {
        return force == Force.EDGES ? edges : local.values();
    }

    /// Whether a front could go no further because nobody looks beyond: it would have, perhaps, in the volume.
    boolean confines(Mask mask) {
        VoxelBox space = local.box().box();
        GridSize size = local.box().volume();
        return mask.bounds()
                .map(
                        m ->
                                (m.lowI() == space.lowI() && m.lowI() > 0)
                                        || (m.lowJ() == space.lowJ() && m.lowJ() > 0)
                                        || (m.lowK() == space.lowK() && m.lowK() > 0)
                                        || (m.highI() == space.highI() && m.highI() < size.i() - 1)
                                        || (m.highJ() == space.highJ() && m.highJ() < size.j() - 1)
                                        || (m.highK() == space.highK() && m.highK() < size.k() - 1))
                .orElse(false);
    }
}
