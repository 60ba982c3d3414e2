// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.overread.app.desktop.theme.StructureColor;
import org.overread.app.reading.DrawOutcome;
import org.overread.app.reading.Proposals;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.Confidence;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.label.Visibility;
import org.overread.segmentation.mask.Mask;

/// What a person does to the list of segments: each a step of the history. FX thread.
public final class SegmentDeeds {
    private static final String LIST = "list";

    private final Supplier<Optional<LabelModel>> active;

    public SegmentDeeds(Supplier<Optional<LabelModel>> active) {
        this.active = active;
    }

    public Optional<LabelModel> model() {
        return active.get();
    }

    /// The colour that the next segment gets: the first of the set that is free.
    public LabelColor nextColor() {
        List<LabelColor> taken =
                model().map(m -> m.segments().get().list()).orElse(List.of()).stream()
                        .map(s -> s.traits().color())
                        .toList();
        int n = 0;
        while (taken.contains(color(n))) {
            n++;
        }
        return color(n);
    }

    private static LabelColor color(int n) {
        int rgb = StructureColor.number(n).rgb();
        return new LabelColor(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /// A new, empty segment of a structure, chosen at once; a second one of a structure is numbered.
    public void add(Structure structure) {
        model().ifPresent(
                        model -> {
                            SegmentId id = model.freeId();
                            String name = freeName(model.segments().get(), structure.name());
                            model.change(
                                    now ->
                                            now.with(
                                                    new Segment(
                                                            id,
                                                            SegmentTraits.of(structure)
                                                                    .withName(name),
                                                            Mask.empty(now.size()))),
                                    step("Add " + name));
                            model.select(Optional.of(id));
                        });
    }

    /// A new, empty segment of the chosen one's structure, in a colour of its own, chosen at once.
    public void another() {
        model().flatMap(LabelModel::target)
                .map(Segment::traits)
                .ifPresent(
                        of ->
                                add(
                                        new Structure(
                                                of.structure(),
                                                of.code()
                                                        .map(Code::meaning)
                                                        .orElse(numberless(of.name())),
                                                of.code(),
                                                nextColor(),
                                                Optional.empty())));
    }

    private static String numberless(String name) {
        String bare = name.replaceAll(" \\d+$", "");
        return bare.isBlank() ? name : bare;
    }

    private static String freeName(Segments segments, String wanted) {
        String name = wanted;
        for (int n = 2; isTaken(segments, name); n++) {
            name = "%s %d".formatted(wanted, n);
        }
        return name;
    }

    private static boolean isTaken(Segments segments, String name) {
        return segments.list().stream().anyMatch(s -> s.traits().name().equals(name));
    }

    /// An empty name is none and changes nothing.
    public void rename(SegmentId id, String name) {
        String stripped = name.strip();
        if (!stripped.isEmpty()) {
            traits(List.of(id), "Rename to " + stripped, t -> t.withName(stripped));
        }
    }

    public void recolor(SegmentId id, LabelColor color) {
        traits(List.of(id), "Colour of %s", t -> t.withColor(color));
    }

    /// A level from 1 to 5, 0 for not assessable; empty takes the word back.
    public void rate(List<SegmentId> ids, Optional<Integer> level) {
        Optional<Confidence> confidence =
                level.map(n -> n == 0 ? new Confidence.NotAssessable() : new Confidence.Rated(n));
        String words =
                level.map(n -> n == 0 ? "%s: not assessable" : "%s: confidence " + n)
                        .orElse("%s: not rated");
        traits(ids, words, t -> t.withConfidence(confidence));
    }

    /// Hides what is shown; shows them all where one is hidden. No step: it is a matter of the view.
    public void turnEye(List<SegmentId> ids) {
        boolean hide = found(ids).allMatch(s -> s.traits().isShown());
        model().ifPresent(m -> m.look(ids, hide ? Visibility.HIDDEN : Visibility.SHOWN));
    }

    /// Locks what is open; opens them all where one is locked.
    public void turnLock(List<SegmentId> ids) {
        boolean lock = found(ids).noneMatch(s -> s.traits().isLocked());
        traits(
                ids,
                lock ? "Lock %s" : "Unlock %s",
                t -> t.withLock(lock ? Lock.LOCKED : Lock.OPEN));
    }

    /// Hides all others; where they are hidden already, shows everything again. No step.
    public void showOnly(SegmentId id) {
        model().ifPresent(
                        model -> {
                            List<Segment> labels =
                                    model.segments().get().list().stream()
                                            .filter(s -> s.traits().isLabel())
                                            .toList();
                            boolean alone =
                                    labels.stream()
                                            .allMatch(
                                                    s -> s.traits().isShown() == s.id().equals(id));
                            model.look(
                                    labels.stream()
                                            .map(Segment::id)
                                            .filter(other -> !other.equals(id))
                                            .toList(),
                                    alone ? Visibility.SHOWN : Visibility.HIDDEN);
                            model.look(List.of(id), Visibility.SHOWN);
                        });
    }

    /// Undo brings them back. A locked one stays, and nothing of the others goes.
    public Optional<DrawOutcome> delete(List<SegmentId> ids) {
        return model().map(
                        model ->
                                model.change(
                                        before -> {
                                            Segments after = before;
                                            for (SegmentId id : ids) {
                                                after = withoutAll(after, id);
                                            }
                                            return after;
                                        },
                                        step("Delete " + names(ids))));
    }

    /// With its doubts.
    static Segments withoutAll(Segments segments, SegmentId id) {
        Segments without = Proposals.reject(segments, id);
        return LabelPicture.doubts(without, id)
                .map(doubts -> without.without(doubts.id()))
                .orElse(without);
    }

    /// Lists a segment at another's place.
    public void move(SegmentId id, SegmentId before) {
        model().ifPresent(
                        model ->
                                model.change(
                                        now -> {
                                            Segment moved = now.find(id).orElseThrow();
                                            Segments rest = now.without(id);
                                            int place =
                                                    rest.list().stream()
                                                            .map(Segment::id)
                                                            .toList()
                                                            .indexOf(before);
                                            return rest.with(Math.max(0, place), moved);
                                        },
                                        step("Move " + names(List.of(id)))));
    }

    /// Masks come in as proposals, in one step; they count for nothing until a person accepts them. The first is chosen.
    public void propose(List<ProposedFile.Proposed> proposed) {
        if (proposed.isEmpty() || model().isEmpty()) {
            return;
        }
        LabelModel model = model().get();
        int first = model.freeId().number();
        model.change(
                now -> {
                    Segments after = now;
                    for (ProposedFile.Proposed one : proposed) {
                        int number = first + after.list().size() - now.list().size();
                        after =
                                Proposals.with(
                                        after,
                                        new Segment(
                                                new SegmentId(number),
                                                one.traits().withColor(color(number - 1)),
                                                one.mask()));
                    }
                    return after;
                },
                step(
                        proposed.size() == 1
                                ? "Proposal: " + proposed.getFirst().traits().name()
                                : "%d proposals".formatted(proposed.size())));
        model.select(Optional.of(new SegmentId(first)));
    }

    /// A person answers for it from now on.
    public void accept(SegmentId id) {
        proposal(id)
                .ifPresent(
                        name ->
                                model().ifPresent(
                                                model -> {
                                                    model.change(
                                                            now -> Proposals.accept(now, id),
                                                            step("Accept " + name));
                                                    model.select(Optional.of(id));
                                                }));
    }

    public void reject(SegmentId id) {
        proposal(id)
                .ifPresent(
                        name ->
                                model().ifPresent(
                                                model ->
                                                        model.change(
                                                                now -> Proposals.reject(now, id),
                                                                step("Reject " + name))));
    }

    private Optional<String> proposal(SegmentId id) {
        return model().flatMap(model -> model.segments().get().find(id))
                .filter(s -> s.traits().role() instanceof SegmentRole.Proposal)
                .map(s -> s.traits().name());
    }

    private Stream<Segment> found(List<SegmentId> ids) {
        return model().stream()
                .flatMap(
                        model ->
                                ids.stream()
                                        .flatMap(id -> model.segments().get().find(id).stream()));
    }

    private String names(List<SegmentId> ids) {
        List<String> names = found(ids).map(s -> s.traits().name()).toList();
        return names.size() == 1
                ? names.getFirst()
                : String.format(Locale.ROOT, "%d segments", names.size());
    }

    /// `words` may hold one place for the names.
    private void traits(List<SegmentId> ids, String words, UnaryOperator<SegmentTraits> change) {
        String names = names(ids);
        model().ifPresent(
                        model ->
                                model.change(
                                        before -> {
                                            Segments after = before;
                                            for (SegmentId id : ids) {
                                                Optional<Segment> one = before.find(id);
                                                if (one.isPresent()) {
                                                    after =
                                                            after.withTraits(
                                                                    id,
                                                                    change.apply(
                                                                            one.get().traits()));
                                                }
                                            }
                                            return after;
                                        },
                                        step(words.replace("%s", names))));
    }

    private static EditOrigin step(String words) {
        return EditOrigin.of(words, LIST);
    }
}
