// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNote;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.Connectivity;
import org.overread.segmentation.tool.bits.Flood;
import org.overread.segmentation.tool.bits.Steps;
import org.overread.segmentation.tool.neck.Neck;
import org.overread.segmentation.tool.neck.Necks;
import org.overread.viewer.volume.GridSize;

/// Lets a region grow within its limits, whatever says which voxels fit. Belongs to one call of a tool.
final class Growth {
    private final ToolInput input;
    private final Limits limits;
    private final Connectivity connectivity;
    private final ToolWork work;
    private final List<Seed.Point> seeds;

    Growth(ToolInput input, Limits limits, Connectivity connectivity, ToolWork work) {
        this.input = input;
        this.limits = limits;
        this.connectivity = connectivity;
        this.work = work;
        seeds = new ArrayList<>();
        ToolInput.forEachVoxel(input.seeds(1), seeds::add);
    }

    /// The voxels of the seeds of label 1.
    List<Seed.Point> seeds() {
        return seeds;
    }

    /// `fitting`, cut down to where the region may grow at all.
    BitSlices open(BitSlices fitting) {
        BitSlices open = fitting;
        if (input.within().isPresent()) {
            open = open.within(input.within().get());
        }
        if (limits.capsDistance()) {
            open = open.and(new BallBits(input.volume().geometry(), seeds, limits.maxDistanceMm()));
        }
        return open;
    }

    /// All that the seeds reach through `open`, whatever its volume.
    Bits flood(BitSlices open) {
        if (limits.extent() == Extent.VOLUME) {
            return flood(open, seeds);
        }
        var all = new Bits(open.size());
        for (Map.Entry<VoxelBox, List<Seed.Point>> plane : planes().entrySet()) {
            add(flood(open.within(plane.getKey()), plane.getValue()), all);
        }
        return all;
    }

    private Bits flood(BitSlices open, List<Seed.Point> from) {
        var flood = new Flood(open, connectivity);
        from.forEach(s -> flood.seed(s.i(), s.j(), s.k()));
        return flood.run(work.cancel());
    }

    private Map<VoxelBox, List<Seed.Point>> planes() {
        GridSize size = input.volume().geometry().size();
        int i = size.i() - 1;
        int j = size.j() - 1;
        int k = size.k() - 1;
        var planes =
                new TreeMap<VoxelBox, List<Seed.Point>>(
                        Comparator.comparingInt(VoxelBox::lowI)
                                .thenComparingInt(VoxelBox::lowJ)
                                .thenComparingInt(VoxelBox::lowK));
        for (Seed.Point s : seeds) {
            VoxelBox plane =
                    switch (limits.extent()) {
                        case VOLUME -> new VoxelBox(0, 0, 0, i, j, k);
                        case SLICE -> new VoxelBox(0, 0, s.k(), i, j, s.k());
                        case ROW_PLANE -> new VoxelBox(0, s.j(), 0, i, s.j(), k);
                        case COLUMN_PLANE -> new VoxelBox(s.i(), 0, 0, s.i(), j, k);
                    };
            planes.computeIfAbsent(plane, _ -> new ArrayList<>()).add(s);
        }
        return planes;
    }

    private static void add(Bits part, Bits all) {
        for (int k = 0; k < all.size().k(); k++) {
            long[] from = part.sliceOrNull(k);
            if (from != null) {
                long[] to = all.slice(k);
                for (int w = 0; w < to.length; w++) {
                    to[w] |= from[w];
                }
            }
        }
    }

    /// The region that the seeds reach, and what came of its limits.
    ToolOutcome.Segmented region(BitSlices fitting, List<ToolNumber> numbers) {
        return finish(flood(open(fitting)), numbers);
    }

    /// A region that has grown already, made to keep its limits.
    ToolOutcome.Segmented finish(Bits grown, List<ToolNumber> numbers) {
        var notes = new ArrayList<ToolNote>();
        var all = new ArrayList<>(numbers);
        Bits kept = limits.capsVolume() ? capped(grown, all, notes) : grown;
        List<Neck> necks =
                limits.neckMm() > 0
                        ? new Necks(input.volume(), limits.neckMm(), work).find(kept, seeds)
                        : List.of();
        for (int n = 0; n < necks.size(); n++) {
            say(n + 1, necks.get(n), all, notes);
        }
        return new ToolOutcome.Segmented(regions(kept.toMask(), necks), all, notes);
    }

    private List<Region> regions(Mask whole, List<Neck> necks) {
        Mask behind = Mask.empty(whole.size());
        Mask cut = behind;
        for (Neck neck : necks) {
            behind = behind.union(neck.behind());
            cut = cut.union(neck.cut());
        }
        return switch (limits.cut()) {
            case NONE -> List.of(new Region(1, whole));
            case SHOW -> List.of(new Region(1, whole), new Region(2, behind), new Region(3, cut));
            case APPLY -> List.of(new Region(1, whole.minus(behind)));
        };
    }

    private void say(int number, Neck neck, List<ToolNumber> numbers, List<ToolNote> notes) {
        String name = "neck " + number;
        numbers.add(new ToolNumber(name + " x", neck.place().x(), "mm"));
        numbers.add(new ToolNumber(name + " y", neck.place().y(), "mm"));
        numbers.add(new ToolNumber(name + " z", neck.place().z(), "mm"));
        numbers.add(new ToolNumber(name + " area", neck.areaMm2(), "mm²"));
        numbers.add(new ToolNumber(name + " width", neck.widthMm(), "mm"));
        numbers.add(new ToolNumber(name + " volume behind", neck.millilitres(), "ml"));
        notes.add(
                new ToolNote(
                        String.format(
                                Locale.ROOT,
                                "The region passes a neck of %.1f mm² near %.1f, %.1f, %.1f mm, and %.2f ml lie behind it%s.",
                                neck.areaMm2(),
                                neck.place().x(),
                                neck.place().y(),
                                neck.place().z(),
                                neck.millilitres(),
                                switch (limits.cut()) {
                                    case NONE -> "; cut=apply takes that away";
                                    case SHOW -> ", shown as region 2";
                                    case APPLY -> " and were taken away";
                                }),
                        Optional.of(neck.at())));
    }

    /// The whole region where it is small enough, else the voxels fewest steps from the seeds that are.
    private Bits capped(Bits grown, List<ToolNumber> numbers, List<ToolNote> notes) {
        var volumes = new VoxelVolumes(input.volume().geometry());
        double whole = millilitres(grown, volumes);
        if (whole <= limits.maxVolumeMl()) {
            return grown;
        }
        var steps = new Steps(grown);
        seeds.forEach(s -> steps.start(s.i(), s.j(), s.k()));
        double volume = millilitres(steps.front(), volumes);
        int count = 0;
        boolean moved = true;
        while (moved && volume <= limits.maxVolumeMl()) {
            work.check();
            moved = steps.step();
            volume += millilitres(steps.front(), volumes);
            count++;
        }
        if (volume > limits.maxVolumeMl()) {
            steps.undo();
        }
        numbers.add(new ToolNumber("volume without the limit", whole, "ml"));
        numbers.add(new ToolNumber("steps from the seeds", Math.max(0, count - 1)));
        notes.add(
                new ToolNote(
                        String.format(
                                Locale.ROOT,
                                "Stopped at the limit of %.1f ml; without it the region has %.1f ml and may leak.",
                                limits.maxVolumeMl(),
                                whole)));
        return steps.reached();
    }

    private static double millilitres(Bits bits, VoxelVolumes volumes) {
        double sum = 0;
        for (int k = 0; k < bits.size().k(); k++) {
            sum += bits.count(k) * volumes.ofSlice(k);
        }
        return sum / 1000;
    }
}
