// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.neck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.distance.Margin;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.Connectivity;
import org.overread.segmentation.tool.bits.Flood;
import org.overread.segmentation.tool.bits.Steps;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Volume;

/// Looks for the places where a region passes something narrow on its way to another large part: there it leaks.
///
/// The region is eroded by half the width. What then no longer hangs together with the seeds' part lies behind something
/// narrow, and the smallest surface between the two is the neck.
public final class Necks {
    private static final int AT_MOST = 5;
    private static final int CORES_LOOKED_AT = 20;
    private static final double SMALLEST_PART = 0.01; // of the region

    private final Volume volume;
    private final ToolWork work;
    private final Spacing spacing;
    private final double radiusMm;
    private final Crew crew;

    /// Necks narrower than so many millimetres, in every direction or in one.
    public Necks(Volume volume, double widthMm, ToolWork work) {
        this.volume = volume;
        this.work = work;
        spacing = Spacing.of(volume.geometry());
        // from centre to centre: half a voxel further than to the surface between them
        radiusMm = widthMm / 2 + spacing.smallest() / 2;
        crew = Crew.of(ForkJoinPool.commonPool(), work.cancel());
    }

    /// The necks of a region, that with the largest part behind it first; what lies behind one is not looked through for
    /// the next.
    public List<Neck> find(Bits region, List<Seed.Point> seeds) {
        Bits cores = Bits.of(Margin.shrink(region.toMask(), radiusMm, spacing, crew));
        Optional<int[]> start = nearest(region, cores, seeds);
        if (start.isEmpty()) {
            return List.of();
        }
        Bits own = flood(cores, start.get());
        var necks = new ArrayList<Neck>();
        Bits left = region;
        for (Bits part : others(BitSets.minus(cores, own))) {
            work.check();
            if (necks.size() == AT_MOST || BitSets.isEmpty(BitSets.both(part, left))) {
                continue; // enough, or behind another neck
            }
            Optional<NarrowestCut> cut = cut(left, own, part);
            if (cut.isPresent()) {
                Bits layer = cut.get().layer();
                Bits kept = flood(BitSets.minus(left, layer), start.get());
                Bits behind = BitSets.minus(left, kept);
                if (behind.count() >= SMALLEST_PART * region.count()) {
                    necks.add(neck(cut.get(), behind));
                    left = kept;
                }
            }
        }
        necks.sort(Comparator.comparingDouble(Neck::millilitres).reversed());
        return necks;
    }

    private Neck neck(NarrowestCut cut, Bits behind) {
        Mask mask = behind.toMask();
        return new Neck(
                cut.middle(),
                volume.geometry().toPatient(cut.middle()),
                cut.area(),
                new VoxelVolumes(volume.geometry()).millilitres(mask),
                mask,
                cut.layer().toMask());
    }

    /// The voxel of the eroded region that is fewest steps from the seeds.
    private Optional<int[]> nearest(Bits region, Bits cores, List<Seed.Point> seeds) {
        var steps = new Steps(region);
        seeds.forEach(s -> steps.start(s.i(), s.j(), s.k()));
        do {
            work.check();
            Optional<int[]> met = BitSets.first(BitSets.both(steps.front(), cores));
            if (met.isPresent()) {
                return met;
            }
        } while (steps.step());
        return Optional.empty();
    }

    /// The largest first, and not more than are worth a look.
    private List<Bits> others(Bits cores) {
        return Components.of(
                        cores.toMask(), org.overread.segmentation.mask.Connectivity.FACES, crew)
                .split(CORES_LOOKED_AT, crew)
                .stream()
                .map(Bits::of)
                .toList();
    }

    private Bits flood(Bits set, int[] from) {
        var flood = new Flood(set, Connectivity.FACES);
        flood.seed(from[0], from[1], from[2]);
        return flood.run(work.cancel());
    }

    /// The passage is what is left of the region once both ends are as wide again as they were before the erosion: less
    /// wide where they would touch.
    private Optional<NarrowestCut> cut(Bits region, Bits own, Bits part) {
        for (int share = 4; share >= 0; share--) {
            Bits home = BitSets.both(widened(own, share), region);
            Bits far = BitSets.both(widened(part, share), region);
            if (share > 0 && touch(home, far)) {
                continue;
            }
            Bits between = BitSets.minus(BitSets.minus(region, home), far);
            Bits passage = BitSets.both(reached(between, home), reached(between, far));
            if (!BitSets.isEmpty(passage)) {
                return Optional.of(
                        new NarrowestCut(volume.geometry(), home, far, passage, work.cancel()));
            }
        }
        return Optional.empty();
    }

    private Bits widened(Bits core, int quarters) {
        return quarters == 0
                ? core
                : Bits.of(Margin.grow(core.toMask(), radiusMm * quarters / 4, spacing, crew));
    }

    private static boolean touch(Bits a, Bits b) {
        return !BitSets.isEmpty(BitSets.both(BitSets.dilated(a, 1, 1, 1), b));
    }

    /// The parts of `between` that an end touches.
    private Bits reached(Bits between, Bits end) {
        Bits beside = BitSets.both(BitSets.dilated(end, 1, 1, 1), between);
        var flood = new Flood(between, Connectivity.FACES);
        BitSets.each(beside, flood::seed);
        return flood.run(work.cancel());
    }
}
