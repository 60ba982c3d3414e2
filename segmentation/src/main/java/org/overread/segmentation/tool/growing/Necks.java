// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolNote;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.Connectivity;
import org.overread.segmentation.tool.bits.ErodedBits;
import org.overread.segmentation.tool.bits.Flood;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Looks for the places where a region passes something narrow on its way to another large part: there it leaks.
///
/// The region is eroded by half the neck's width. What then no longer hangs together with the seeds' part lay behind a
/// neck. Parts grow back, step by step at the same pace, and where one meets the seeds' part is the neck.
final class Necks {
    private static final int AT_MOST = 5;
    private static final double SMALLEST_PART = 0.01; // of the region

    private final Volume volume;
    private final double widthMm;
    private final ToolWork work;

    Necks(Volume volume, double widthMm, ToolWork work) {
        this.volume = volume;
        this.widthMm = widthMm;
        this.work = work;
    }

    private record Part(Bits core, long voxels) {}

    /// A note a neck, the largest part behind it first.
    List<ToolNote> find(Bits region, List<Seed.Point> seeds) {
        VolumeGeometry geometry = volume.geometry();
        Bits eroded =
                Bits.of(
                        new ErodedBits(
                                region,
                                radius(geometry.spacingI()),
                                radius(geometry.spacingJ()),
                                radius(geometry.spacingK())));
        Optional<int[]> home = home(region, eroded, seeds);
        if (home.isEmpty()) {
            return List.of();
        }
        Bits own = flood(eroded, home.get());
        List<Part> parts = others(eroded, own, region.count());
        var notes = new ArrayList<ToolNote>();
        if (!parts.isEmpty()) {
            var mine = new Steps(region);
            each(own, mine::start);
            var theirs = new ArrayList<Steps>();
            for (Part part : parts) {
                var steps = new Steps(region);
                each(part.core(), steps::start);
                theirs.add(steps);
            }
            meet(mine, theirs, notes);
        }
        return notes;
    }

    private int radius(double spacingMm) {
        return (int) Math.round(widthMm / 2 / spacingMm);
    }

    /// The seed where it survives the erosion, else the first voxel of the eroded region that steps from the seeds meet.
    private Optional<int[]> home(Bits region, Bits eroded, List<Seed.Point> seeds) {
        var steps = new Steps(region);
        seeds.forEach(s -> steps.start(s.i(), s.j(), s.k()));
        do {
            work.check();
            Optional<int[]> met = first(steps.front(), eroded);
            if (met.isPresent()) {
                return met;
            }
        } while (steps.step());
        return Optional.empty();
    }

    private List<Part> others(Bits eroded, Bits own, long all) {
        var rest = Bits.of(eroded);
        remove(own, rest);
        var parts = new ArrayList<Part>();
        for (Optional<int[]> at = first(rest, rest); at.isPresent(); at = first(rest, rest)) {
            Bits core = flood(rest, at.get());
            remove(core, rest);
            long voxels = core.count();
            if (voxels >= SMALLEST_PART * all) {
                parts.add(new Part(core, voxels));
            }
        }
        parts.sort(Comparator.comparingLong(Part::voxels).reversed());
        return parts.subList(0, Math.min(AT_MOST, parts.size()));
    }

    private Bits flood(Bits set, int[] from) {
        var flood = new Flood(set, Connectivity.FACES);
        flood.seed(from[0], from[1], from[2]);
        return flood.run(work.cancel());
    }

    /// All parts grow at one pace until each has met the seeds' part or stands still.
    private void meet(Steps mine, List<Steps> theirs, List<ToolNote> notes) {
        var open = new ArrayList<>(theirs);
        boolean moved = true;
        while (!open.isEmpty() && moved) {
            work.check();
            moved = mine.step();
            for (Steps part : List.copyOf(open)) {
                moved |= part.step();
                Bits meeting = both(part.front(), mine.reached());
                if (meeting.count() > 0) {
                    notes.add(note(meeting, part.reached()));
                    open.remove(part);
                }
            }
        }
    }

    private ToolNote note(Bits meeting, Bits beyond) {
        double[] sum = new double[4];
        each(
                meeting,
                (i, j, k) -> {
                    sum[0] += i;
                    sum[1] += j;
                    sum[2] += k;
                    sum[3]++;
                });
        var at = new VoxelPoint(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]);
        var volumes = new VoxelVolumes(volume.geometry());
        double millilitres = 0;
        for (int k = 0; k < beyond.size().k(); k++) {
            millilitres += beyond.count(k) * volumes.ofSlice(k) / 1000;
        }
        return new ToolNote(
                String.format(
                        Locale.ROOT,
                        "The region passes a neck narrower than %.1f mm near voxel %.0f, %.0f, %.0f, and %.1f ml or more lie behind it.",
                        widthMm,
                        at.i(),
                        at.j(),
                        at.k(),
                        millilitres),
                Optional.of(at));
    }

    private static Bits both(Bits a, Bits b) {
        var both = new Bits(a.size());
        for (int k = 0; k < a.size().k(); k++) {
            long[] first = a.sliceOrNull(k);
            long[] second = b.sliceOrNull(k);
            if (first != null && second != null) {
                for (int w = 0; w < first.length; w++) {
                    long bits = first[w] & second[w];
                    if (bits != 0) {
                        both.slice(k)[w] = bits;
                    }
                }
            }
        }
        return both;
    }

    private static void remove(Bits part, Bits from) {
        for (int k = 0; k < part.size().k(); k++) {
            long[] words = part.sliceOrNull(k);
            if (words != null) {
                long[] all = from.slice(k);
                for (int w = 0; w < words.length; w++) {
                    all[w] &= ~words[w];
                }
            }
        }
    }

    private static Optional<int[]> first(Bits a, Bits b) {
        Bits both = both(a, b);
        for (int k = 0; k < both.size().k(); k++) {
            long[] words = both.sliceOrNull(k);
            for (int w = 0; words != null && w < words.length; w++) {
                if (words[w] != 0) {
                    int perRow = both.wordsPerRow();
                    int i = (w % perRow << 6) + Long.numberOfTrailingZeros(words[w]);
                    return Optional.of(new int[] {i, w / perRow, k});
                }
            }
        }
        return Optional.empty();
    }

    @FunctionalInterface
    private interface VoxelVisitor {
        void visit(int i, int j, int k);
    }

    private static void each(Bits set, VoxelVisitor visitor) {
        int perRow = set.wordsPerRow();
        for (int k = 0; k < set.size().k(); k++) {
            long[] words = set.sliceOrNull(k);
            for (int w = 0; words != null && w < words.length; w++) {
                for (long bits = words[w]; bits != 0; bits &= bits - 1) {
                    int i = (w % perRow << 6) + Long.numberOfTrailingZeros(bits);
                    visitor.visit(i, w / perRow, k);
                }
            }
        }
    }
}
