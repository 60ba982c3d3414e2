// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.sort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.overread.viewer.dicom.frame.Dimension;
import org.overread.viewer.dicom.frame.FileHeader;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.pixel.PixelLayout;
import org.overread.viewer.dicom.value.ValueMeaning;

/// Splits the frames of one series into volumes.
///
/// First by what can never be one grid: frame of reference, size, spacing, orientation, colours, localizers. Then, only where
/// several frames lie at one place (or where distances are uneven and a split makes them even), by the dimension that
/// explains it; the last resort is the order of acquisition at each place. So an acquisition number that changes within
/// one good volume does not tear it apart, and no frame is ever dropped.
public final class SeriesSplitter {
    /// Differences of orientation below this are rounding.
    private static final double SAME_DIRECTION = 1e-4;

    /// Images of these modalities are slices even where they do not say where they lie.
    private static final Set<String> SLICED = Set.of("CT", "MR", "PT", "NM");

    private final List<FrameGroup> volumes = new ArrayList<>();

    private SeriesSplitter() {}

    public static List<FrameGroup> split(List<Frame> series) {
        var splitter = new SeriesSplitter();
        for (List<Frame> grid : grids(series)) {
            var group = new FrameGroup(grid, List.of());
            if (grid.getFirst().plane().isPresent()) {
                splitter.split(group, EnumSet.allOf(Dimension.class));
            } else {
                splitter.volumes.add(new FrameGroup(inOrder(grid), wordsOfUnplaced(grid)));
            }
        }
        return splitter.volumes;
    }

    /// Slices should have a position; pictures and films have none.
    private static List<String> wordsOfUnplaced(List<Frame> grid) {
        FileHeader header = grid.getFirst().header();
        boolean sliced = SLICED.contains(header.series().modality());
        boolean expected = sliced || (grid.size() > 1 && header.timing().isEmpty());
        return expected ? List.of("no position") : List.of();
    }

    private record Fixed(
            String frameOfReference,
            String sopClass,
            int columns,
            int rows,
            ValueMeaning.Polarity polarity,
            boolean isColour,
            boolean isLocalizer,
            boolean isPlaced,
            String alone) {
        static Fixed of(Frame frame) {
            FileHeader header = frame.header();
            PixelLayout layout = frame.source().layout();
            boolean placed = frame.plane().isPresent();
            boolean stacks =
                    placed
                            || (header.frameCount() == 1
                                    && SLICED.contains(header.series().modality()));
            return new Fixed(
                    header.series().frameOfReferenceUid(),
                    header.series().sopClassUid(),
                    layout.columns(),
                    layout.rows(),
                    header.polarity(),
                    layout.isColour(),
                    header.isLocalizer(),
                    placed,
                    stacks ? "" : header.sopInstanceUid() + header.file());
        }
    }

    private static List<List<Frame>> grids(List<Frame> series) {
        Map<Fixed, List<List<Frame>>> grids = new LinkedHashMap<>();
        for (Frame frame : series) {
            var alike = grids.computeIfAbsent(Fixed.of(frame), _ -> new ArrayList<>());
            alike.stream()
                    .filter(grid -> isSameGrid(grid.getFirst(), frame))
                    .findFirst()
                    .orElseGet(
                            () -> {
                                alike.add(new ArrayList<>());
                                return alike.getLast();
                            })
                    .add(frame);
        }
        return grids.values().stream().flatMap(List::stream).toList();
    }

    private static boolean isSameGrid(Frame one, Frame other) {
        boolean parallel =
                one.plane().isEmpty()
                        || one.plane()
                                .get()
                                .isParallelTo(other.plane().orElseThrow(), SAME_DIRECTION);
        return parallel && one.pixelSize().isNear(other.pixelSize());
    }

    private void split(FrameGroup group, Set<Dimension> left) {
        Stacking stacking = Stacking.of(group.frames());
        int deepest = stacking.deepest();
        if (deepest == 1 && (stacking.isEven() || !splitUneven(group, left))) {
            volumes.add(new FrameGroup(stacking.ascending(), group.words()));
        } else if (deepest > 1 && !splitRepeated(group, left, deepest)) {
            splitByOrder(group, stacking, deepest);
        }
    }

    /// Interleaved or far apart stacks: a split counts only if every part becomes even. Stacks that adjoin, such as the
    /// thin and the thick part of a head scan, stay one volume.
    private boolean splitUneven(FrameGroup group, Set<Dimension> left) {
        for (Dimension dimension : left) {
            var parts = parts(group.frames(), dimension);
            List<Stacking> stacks = parts.values().stream().map(Stacking::of).toList();
            boolean good =
                    parts.size() > 1
                            && stacks.stream().allMatch(s -> s.isEven() && s.positions().size() > 2)
                            && Stacking.areApart(stacks);
            if (good) {
                splitBy(group, dimension, parts, left);
                return true;
            }
        }
        return false;
    }

    private boolean splitRepeated(FrameGroup group, Set<Dimension> left, int deepest) {
        for (Dimension dimension : left) {
            var parts = parts(group.frames(), dimension);
            boolean explains =
                    parts.size() > 1
                            && parts.size() <= deepest
                            && parts.values().stream()
                                    .allMatch(p -> Stacking.of(p).deepest() < deepest);
            if (explains) {
                splitBy(group, dimension, parts, left);
                return true;
            }
        }
        return false;
    }

    private void splitBy(
            FrameGroup group,
            Dimension dimension,
            Map<String, List<Frame>> parts,
            Set<Dimension> left) {
        Set<Dimension> fewer = EnumSet.copyOf(left);
        fewer.remove(dimension);
        parts.forEach(
                (value, frames) -> split(group.part(frames, dimension.describe(value)), fewer));
    }

    private static Map<String, List<Frame>> parts(List<Frame> frames, Dimension dimension) {
        Map<String, List<Frame>> parts = new java.util.TreeMap<>(VALUES);
        for (Frame frame : frames) {
            parts.computeIfAbsent(frame.dimension(dimension), _ -> new ArrayList<>()).add(frame);
        }
        return parts;
    }

    /// Numbers in their order, then words.
    private static final Comparator<String> VALUES =
            Comparator.comparingDouble(SeriesSplitter::rank)
                    .thenComparing(Comparator.naturalOrder());

    private static double rank(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException _) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /// The n-th frame at each place makes the n-th volume.
    private void splitByOrder(FrameGroup group, Stacking stacking, int deepest) {
        for (int n = 0; n < deepest; n++) {
            var frames = new ArrayList<Frame>();
            for (List<Frame> place : stacking.positions()) {
                if (n < place.size()) {
                    frames.add(inOrder(place).get(n));
                }
            }
            volumes.add(group.part(frames, "%d of %d".formatted(n + 1, deepest)));
        }
    }

    private static List<Frame> inOrder(List<Frame> frames) {
        return frames.stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Frame f) -> rank(f.dimension(Dimension.TEMPORAL_POSITION)))
                                .thenComparingDouble(f -> rank(f.dimension(Dimension.TRIGGER_TIME)))
                                .thenComparing(f -> f.header().acquisitionTime())
                                .thenComparingInt(f -> f.header().instanceNumber())
                                .thenComparingInt(f -> f.source().frame())
                                .thenComparing(f -> f.header().sopInstanceUid()))
                .toList();
    }
}
