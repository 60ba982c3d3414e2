// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.tool.VoxelVolumes;

/// A segment held against others, before it is said what becomes of it: every way is reckoned off the FX thread and
/// counted, the chosen one is seen in the pictures, and nothing is a step until it is kept. FX thread.
public final class Combination {
    private final LabelModel model;
    private final SegmentVolumes volumes;
    private final SegmentId target;
    private final ReadOnlyObjectWrapper<Map<SegmentLogic, Outcome>> outcomes =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final Subscription following;
    private List<SegmentId> others = List.of();
    private SegmentLogic way = SegmentLogic.ADD;
    private Optional<Preview> mine = Optional.empty();
    private long asked;

    /// What a way comes to: millilitres of the segment that changes, and how many more than now.
    public record Outcome(SegmentLogic.Prospect prospect, double ml, double more) {}

    public Combination(LabelModel model, SegmentVolumes volumes, SegmentId target) {
        this.model = model;
        this.volumes = volumes;
        this.target = target;
        following = model.segments().subscribe(_ -> reckon());
    }

    /// The segment that changes.
    public Optional<Segment> target() {
        return model.segments().get().find(target);
    }

    /// What can be held against it, structure by structure.
    public List<Segment> rest() {
        Collection<List<Segment>> groups =
                model.segments().get().list().stream()
                        .filter(s -> !s.id().equals(target))
                        .filter(
                                s ->
                                        s.traits().isLabel()
                                                || s.traits().role()
                                                        instanceof SegmentRole.Proposal)
                        .collect(
                                Collectors.groupingBy(
                                        s -> s.traits().structure(),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values();
        return groups.stream().flatMap(List::stream).toList();
    }

    /// What is held against it.
    public List<SegmentId> others() {
        return others;
    }

    public ReadOnlyObjectProperty<Map<SegmentLogic, Outcome>> outcomes() {
        return outcomes.getReadOnlyProperty();
    }

    /// The millilitres of a segment, as soon as they are counted.
    public Optional<Double> ml(Segment segment) {
        return volumes.ml(segment);
    }

    /// Holds these against it from now on.
    public void hold(List<SegmentId> ids) {
        others = List.copyOf(ids);
        reckon();
    }

    public SegmentLogic way() {
        return way;
    }

    /// Shows what that way comes to.
    public void choose(SegmentLogic chosen) {
        way = chosen;
        show();
    }

    /// In words, as the history tells it.
    public String words(SegmentLogic asked) {
        String held =
                others.stream()
                        .flatMap(id -> model.segments().get().find(id).stream())
                        .map(s -> s.traits().name())
                        .collect(Collectors.joining(", "));
        return asked.words(target().map(s -> s.traits().name()).orElse(""), held);
    }

    /// The one that is held becomes the one that changes; empty where several are held.
    public Optional<Combination> turned() {
        if (others.size() != 1) {
            return Optional.empty();
        }
        leave();
        var turned = new Combination(model, volumes, others.getFirst());
        turned.way = way;
        turned.hold(List.of(target));
        return Optional.of(turned);
    }

    /// Makes a step of the chosen way.
    public DrawOutcome keep() {
        SegmentLogic.Prospect prospect =
                Optional.ofNullable(outcomes.get().get(way))
                        .map(Outcome::prospect)
                        .orElseGet(() -> reckoning().of(way));
        EditOrigin origin = EditOrigin.of(words(way), "logic");
        leave();
        return switch (prospect) {
            case SegmentLogic.Prospect.Possible(Segments after) -> model.change(_ -> after, origin);
            case SegmentLogic.Prospect.Not(DrawOutcome why) -> why;
        };
    }

    /// Shows nothing any more. Again is no harm.
    public void leave() {
        asked++;
        following.unsubscribe();
        drop();
    }

    private void reckon() {
        long ticket = ++asked;
        outcomes.set(Map.of());
        Reckoning reckoning = reckoning();
        volumes.reckon(
                reckoning::all,
                found -> {
                    if (ticket == asked) {
                        outcomes.set(found);
                        show();
                    }
                });
    }

    private void show() {
        switch (Optional.ofNullable(outcomes.get().get(way)).map(Outcome::prospect).orElse(null)) {
            case SegmentLogic.Prospect.Possible(Segments after) -> {
                model.show(after, Set.of(target), Preview.Look.LIVE);
                mine = model.preview().get();
            }
            case null, default -> drop();
        }
    }

    private void drop() {
        if (mine.isPresent() && model.preview().get().equals(mine)) {
            model.drop();
        }
        mine = Optional.empty();
    }

    private Reckoning reckoning() {
        return new Reckoning(
                model.segments().get(),
                others,
                target,
                model.rules().get(),
                model.freeId().number(),
                new VoxelVolumes(model.volume().geometry()));
    }

    /// All that is needed off the FX thread.
    private record Reckoning(
            Segments before,
            List<SegmentId> others,
            SegmentId target,
            EditRules rules,
            int free,
            VoxelVolumes volumes) {

        SegmentLogic.Prospect of(SegmentLogic way) {
            return way.of(before, others, target, rules, free);
        }

        Map<SegmentLogic, Outcome> all() {
            var found = new EnumMap<SegmentLogic, Outcome>(SegmentLogic.class);
            double now = ml(before);
            for (SegmentLogic way : SegmentLogic.values()) {
                SegmentLogic.Prospect prospect = of(way);
                double then =
                        prospect instanceof SegmentLogic.Prospect.Possible(Segments after)
                                ? ml(after)
                                : now;
                found.put(way, new Outcome(prospect, then, then - now));
            }
            return found;
        }

        private double ml(Segments segments) {
            return segments.find(target).map(s -> volumes.millilitres(s.mask())).orElse(0.0);
        }
    }
}
