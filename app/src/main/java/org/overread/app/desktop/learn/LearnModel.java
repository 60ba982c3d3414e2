// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.draw.SeedStroke;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.LabelSource;
import org.overread.app.desktop.label.Preview;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.learn.LearnSettings;
import org.overread.segmentation.learn.Recipe;
import org.overread.segmentation.learn.ScribbleLearner;
import org.overread.segmentation.learn.Trained;
import org.overread.segmentation.learn.Training;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Learns from strokes on one volume, again after every stroke, and answers for what panes show; the newest strokes win.
/// FX thread, no nodes.
public final class LearnModel {
    /// The label of strokes on what is wanted.
    public static final int INSIDE = 1;

    /// The label of strokes on what is not.
    public static final int OUTSIDE = 2;

    private static final String NAME = "Learn from scribbles";
    private static final long MOST_VOXELS = 1L << 30;

    private final LabelSource labels;
    private final Workshop workshop;
    private final Supplier<List<PaneState>> panes;
    private final Latest preparing = new Latest();
    private final Latest training = new Latest();
    private final Latest looking = new Latest();
    private final Latest segmenting = new Latest();
    private final Scribbles scribbles = new Scribbles();
    private final BooleanProperty uncertainty = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<SliceRange>> range =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LearnState> state =
            new ReadOnlyObjectWrapper<>(new LearnState.Waiting());
    private @Nullable Volume volume;
    private @Nullable ScribbleLearner learner;
    private Optional<Answered> answered = Optional.empty();
    private boolean rangeIsChosen;

    /// A model and what it said so far.
    private record Answered(Trained model, Set<VoxelBox> boxes, Seen seen) {
        Answered with(VoxelBox box, Seen more) {
            var all = new HashSet<>(boxes);
            all.add(box);
            return new Answered(model, all, seen.and(more));
        }
    }

    /// `panes` is what is on screen, the pane under the hand first.
    public LearnModel(LabelSource labels, Workshop workshop, Supplier<List<PaneState>> panes) {
        this.labels = labels;
        this.workshop = workshop;
        this.panes = panes;
        uncertainty.subscribe(_ -> answered.ifPresent(this::propose));
    }

    public ReadOnlyObjectProperty<LearnState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether voxels that might as well belong elsewhere are shown too.
    public BooleanProperty uncertainty() {
        return uncertainty;
    }

    /// The slices that are segmented at the end; empty while nothing was drawn.
    public ReadOnlyObjectProperty<Optional<SliceRange>> range() {
        return range.getReadOnlyProperty();
    }

    /// From now on these slices, wherever strokes are.
    public void choose(SliceRange slices) {
        rangeIsChosen = true;
        range.set(Optional.of(slices));
    }

    public Optional<Volume> volume() {
        return Optional.ofNullable(volume);
    }

    public boolean hasScribbles() {
        return !scribbles.isEmpty();
    }

    private Optional<LabelModel> labels() {
        return volume().flatMap(labels::of);
    }

    /// Makes a volume the one that is worked on and gets ready; what was begun on another is given up. Whether its
    /// chosen segment can be changed; the state says why not.
    public boolean workOn(Volume now) {
        if (volume == null || !volume.id().equals(now.id())) {
            giveUp();
            volume = now;
            var fresh = new ScribbleLearner(now, LearnSettings.USUAL);
            learner = fresh;
            Optional<VoxelBox> first = ShownBoxes.of(now, panes.get()).stream().findFirst();
            preparing.replace(
                    () ->
                            workshop.compute(
                                    "Get ready to learn",
                                    (cancel, _) -> {
                                        ScribbleLearner.prepare(crew(cancel));
                                        first.ifPresent(box -> fresh.lookAt(box, crew(cancel)));
                                        return fresh;
                                    },
                                    _ -> {},
                                    this::failed));
        }
        Optional<String> hindrance =
                labels().map(model -> model.refusal().map(DrawOutcome::sentence))
                        .orElse(
                                Optional.of(
                                        "The labels of this series are still being opened; try again in a moment."));
        hindrance.ifPresent(this::unable);
        if (hindrance.isEmpty()
                && scribbles.isEmpty()
                && state.get() instanceof LearnState.Unable) {
            state.set(new LearnState.Waiting());
        }
        return hindrance.isEmpty();
    }

    private static Crew crew(CancelToken cancel) {
        return Crew.of(ForkJoinPool.commonPool(), cancel);
    }

    /// A stroke ended.
    public void add(int label, Mask voxels) {
        scribbles.add(label, voxels);
        train();
    }

    /// The hand was outside the volume: said where nothing else is.
    void outside() {
        switch (state.get()) {
            case LearnState.Waiting _, LearnState.Unable _ ->
                    state.set(new LearnState.Unable(SeedStroke.OUTSIDE));
            case LearnState.Working _, LearnState.Proposed _, LearnState.Segmenting _ -> {}
        }
    }

    /// Takes the last stroke back. Whether there was one.
    public boolean takeBack() {
        if (scribbles.isEmpty()) {
            return false;
        }
        scribbles.takeBack();
        train();
        return true;
    }

    private void train() {
        ScribbleLearner with = learner;
        Volume on = volume;
        if (with == null || on == null) {
            return;
        }
        preparing.cancel();
        looking.cancel();
        segmenting.cancel();
        answered = Optional.empty();
        if (scribbles.isEmpty()) {
            training.cancel();
            range.set(Optional.empty());
            rangeIsChosen = false;
            nothing(new LearnState.Waiting());
            return;
        }
        if (!rangeIsChosen) {
            range.set(scribbles.range(on.geometry()));
        }
        if (!(state.get() instanceof LearnState.Proposed)) {
            state.set(new LearnState.Working());
        }
        Map<Integer, Mask> painted = scribbles.painted();
        training.replace(
                () ->
                        workshop.compute(
                                NAME,
                                (cancel, _) -> with.train(painted, crew(cancel)),
                                answer -> trained(answer, on.geometry().size()),
                                this::failed));
    }

    private void trained(Training answer, GridSize size) {
        switch (answer) {
            case Training.Refused(var reason) -> unable(reason.describe());
            case Training.Learned(Trained model) -> {
                answered = Optional.of(new Answered(model, Set.of(), Seen.nothing(size)));
                look();
            }
        }
    }

    /// Asks for what panes show and nobody asked yet, one pane after the other; for whoever moved one.
    public void look() {
        Volume on = volume;
        if (on == null || answered.isEmpty()) {
            return;
        }
        Answered now = answered.get();
        Optional<VoxelBox> next =
                ShownBoxes.of(on, panes.get()).stream()
                        .filter(box -> now.boxes().stream().noneMatch(b -> b.union(box).equals(b)))
                        .findFirst();
        next.ifPresent(
                box ->
                        looking.replace(
                                () ->
                                        workshop.compute(
                                                NAME,
                                                (cancel, _) ->
                                                        Seen.of(
                                                                now.model(),
                                                                box,
                                                                on.geometry().size(),
                                                                crew(cancel)),
                                                seen -> {
                                                    var more = now.with(box, seen);
                                                    answered = Optional.of(more);
                                                    propose(more);
                                                    look();
                                                },
                                                this::failed)));
    }

    private void propose(Answered now) {
        Optional<LabelModel> model = labels();
        Optional<Segment> segment = model.flatMap(LabelModel::target);
        if (model.isEmpty() || segment.isEmpty()) {
            unable(new DrawOutcome.NothingSelected().sentence());
            return;
        }
        Mask wanted = segment.get().mask().union(now.seen().inside());
        Optional<String> why =
                model.get()
                        .show(Map.of(segment.get().id(), wanted), Preview.Look.PROPOSED)
                        .map(DrawOutcome::sentence)
                        .filter(sentence -> !sentence.isEmpty());
        if (why.isPresent()) {
            unable(why.get());
            return;
        }
        if (uncertainty.get()) {
            Unsure.show(model.get(), now.seen().unsure());
        }
        Map<Integer, Integer> examples = now.model().recipe().examples();
        state.set(
                new LearnState.Proposed(
                        examples.getOrDefault(INSIDE, 0),
                        examples.getOrDefault(OUTSIDE, 0),
                        now.seen().unsureShare()));
    }

    /// Segments the range of slices and makes a step of it. Whether there was anything to segment by.
    public boolean accept() {
        Volume on = volume;
        if (answered.isEmpty()
                || on == null
                || range.get().isEmpty()
                || !(state.get() instanceof LearnState.Proposed)) {
            return false;
        }
        Trained model = answered.get().model();
        SliceRange slices = range.get().get();
        VoxelBox box = slices.box(on.geometry().size());
        if ((long) box.sizeI() * box.sizeJ() * box.sizeK() > MOST_VOXELS) {
            unable("The slices have more voxels than can be segmented at once; choose fewer.");
            return true;
        }
        looking.cancel();
        state.set(new LearnState.Segmenting());
        Workshop.Running started =
                segmenting.replace(
                        () ->
                                workshop.compute(
                                        NAME,
                                        (cancel, progress) -> inside(model, box, cancel, progress),
                                        found -> keep(found, model.recipe(), slices),
                                        this::failed));
        started.whenCancelled(
                () -> {
                    if (state.get() instanceof LearnState.Segmenting) {
                        answered.ifPresent(this::propose);
                    }
                });
        return true;
    }

    private static Mask inside(
            Trained model, VoxelBox box, CancelToken cancel, Progress.Listener progress) {
        return model.segment(box, crew(cancel).withListener(progress)).regions().stream()
                .filter(region -> region.label() == INSIDE)
                .map(Region::mask)
                .findFirst()
                .orElseThrow();
    }

    private void keep(Mask found, Recipe recipe, SliceRange slices) {
        Optional<LabelModel> model = labels();
        Optional<Segment> segment = model.flatMap(LabelModel::target);
        if (model.isEmpty() || segment.isEmpty()) {
            unable(new DrawOutcome.NothingSelected().sentence());
            return;
        }
        var parameters = new HashMap<>(recipe.parameters());
        parameters.put("slices", "%d to %d".formatted(slices.first(), slices.last()));
        var origin =
                new EditOrigin(
                        NAME + " on " + segment.get().traits().name(),
                        "learn-from-scribbles",
                        parameters,
                        OptionalLong.of(recipe.settings().forest().seed()));
        Mask wanted = segment.get().mask().union(found);
        model.get().drop();
        String said = model.get().draw(segment.get().id(), wanted, origin).sentence();
        giveUp();
        if (!said.isEmpty()) {
            unable(said);
        }
    }

    /// Drops what is shown and all strokes. Whether there was anything.
    public boolean giveUp() {
        boolean had = !scribbles.isEmpty() || !(state.get() instanceof LearnState.Waiting);
        state.set(new LearnState.Waiting());
        preparing.cancel();
        training.cancel();
        looking.cancel();
        segmenting.cancel();
        scribbles.clear();
        answered = Optional.empty();
        rangeIsChosen = false;
        range.set(Optional.empty());
        if (had) {
            nothing(new LearnState.Waiting());
        }
        return had;
    }

    private void nothing(LearnState why) {
        labels().ifPresent(LabelModel::drop);
        state.set(why);
    }

    private void unable(String sentence) {
        nothing(new LearnState.Unable(sentence));
    }

    private void failed(Throwable failure) {
        unable(
                "Learning stopped unexpectedly (%s); nothing was changed."
                        .formatted(failure.getClass().getSimpleName()));
    }
}
