// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.overread.app.desktop.label.SegmentVolumes;
import org.overread.app.reading.CommonStructures;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;

/// One line of the list.
sealed interface Row {

    /// A structure that has several segments, with the sum of their volumes where all are known.
    record Head(String structure, String title, int count, Optional<Double> ml, Fold fold)
            implements Row {}

    /// A segment; under a head it stands in. `doubted` is what of it the reader doubts, where that is anything.
    record Line(Segment segment, Optional<Double> ml, Optional<Doubted> doubted, Depth depth)
            implements Row {}

    /// How much of a segment is doubted.
    record Doubted(long voxels, Optional<Double> ml) {}

    /// Whether the segments of a structure are listed.
    enum Fold {
        OPEN,
        FOLDED
    }

    /// Whether a head stands above.
    enum Depth {
        OUTER,
        INNER
    }

    /// Labels grouped by structure in the order of the first of each; proposals above them, for they wait for a person.
    static List<Row> of(List<Segment> segments, SegmentVolumes volumes, Set<String> folded) {
        var rows = new ArrayList<Row>();
        var groups = new LinkedHashMap<String, List<Segment>>();
        for (Segment segment : segments) {
            switch (segment.traits().role()) {
                case SegmentRole.Proposal _ ->
                        rows.add(new Line(
                                        segment,
                                        volumes.ml(segment),
                                        Optional.empty(),
                                        Depth.OUTER));
                case SegmentRole.Label _ ->
                        groups.computeIfAbsent(segment.traits().structure(), _ -> new ArrayList<>())
                                .add(segment);
                case SegmentRole.Doubt _,
                        SegmentRole.Proposed _ -> {} // shown with what they are of
            }
        }
        Map<SegmentId, Doubted> doubts = doubts(segments, volumes);
        groups.forEach(
                (structure, group) ->
                        rows.addAll(group(structure, group, volumes, doubts, folded)));
        return rows;
    }

    private static Map<SegmentId, Doubted> doubts(List<Segment> segments, SegmentVolumes volumes) {
        var doubts = new HashMap<SegmentId, Doubted>();
        for (Segment segment : segments) {
            if (segment.traits().role() instanceof SegmentRole.Doubt(SegmentId of)
                    && !segment.mask().isEmpty()) {
                doubts.put(of, new Doubted(segment.mask().count(), volumes.ml(segment)));
            }
        }
        return doubts;
    }

    private static Line line(
            Segment segment,
            SegmentVolumes volumes,
            Map<SegmentId, Doubted> doubts,
            Depth depth) {
        return new Line(
                segment,
                volumes.ml(segment),
                Optional.ofNullable(doubts.get(segment.id())),
                depth);
    }

    private static List<Row> group(
            String structure,
            List<Segment> group,
            SegmentVolumes volumes,
            Map<SegmentId, Doubted> doubts,
            Set<String> folded) {
        if (group.size() == 1) {
            Segment only = group.getFirst();
            return List.of(line(only, volumes, doubts, Depth.OUTER));
        }
        var rows = new ArrayList<Row>();
        List<Optional<Double>> known = group.stream().map(volumes::ml).toList();
        Optional<Double> sum =
                known.stream().allMatch(Optional::isPresent)
                        ? Optional.of(
                                known.stream()
                                        .flatMap(Optional::stream)
                                        .mapToDouble(Double::doubleValue)
                                        .sum())
                        : Optional.empty();
        Fold fold = folded.contains(structure) ? Fold.FOLDED : Fold.OPEN;
        String title =
                group.getFirst()
                        .traits()
                        .code()
                        .map(Code::meaning)
                        .orElseGet(() -> CommonStructures.nameOf(structure));
        rows.add(new Head(structure, title, group.size(), sum, fold));
        if (fold == Fold.OPEN) {
            group.forEach(s -> rows.add(line(s, volumes, doubts, Depth.INNER)));
        }
        return rows;
    }
}
