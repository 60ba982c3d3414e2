// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.app.desktop.label.SegmentVolumes;
import org.overread.app.reading.CommonStructures;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentRole;

/// One line of the list.
sealed interface Row {

    /// A structure that has several segments, with the sum of their volumes where all are known.
    record Head(String structure, String title, int count, Optional<Double> ml, Fold fold)
            implements Row {}

    /// A segment; under a head it stands in.
    record Line(Segment segment, Optional<Double> ml, Depth depth) implements Row {}

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
                        rows.add(new Line(segment, volumes.ml(segment), Depth.OUTER));
                case SegmentRole.Label _ ->
                        groups.computeIfAbsent(
                                        segment.traits().structure(), _ -> new ArrayList<>())
                                .add(segment);
                case SegmentRole.Doubt _, SegmentRole.Proposed _ -> {} // shown with what they are of
            }
        }
        groups.forEach((structure, group) -> rows.addAll(group(structure, group, volumes, folded)));
        return rows;
    }

    private static List<Row> group(
            String structure, List<Segment> group, SegmentVolumes volumes, Set<String> folded) {
        if (group.size() == 1) {
            Segment only = group.getFirst();
            return List.of(new Line(only, volumes.ml(only), Depth.OUTER));
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
            group.forEach(s -> rows.add(new Line(s, volumes.ml(s), Depth.INNER)));
        }
        return rows;
    }
}
