// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.between;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.Preview;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.interpolate.Axis;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;

/// Fills the chosen segment between the slices that it was drawn on, and goes on doing so while any tool draws on it,
/// until it is kept or given up. A tool that shows something of its own comes first: this waits until that is over. FX
/// thread, no nodes.
public final class FillModel {
    private static final String OPENING =
            "The labels of this series are still being opened; try again in a moment.";
    private static final String NO_GAP =
            "Draw the segment on two slices or more, with gaps between them.";
    private static final String UNEVEN =
            "The distances of the slices differ: shapes can be filled across them, or by medians.";

    private final ObservableValue<Optional<LabelModel>> active;
    private final Workshop workshop;
    private final Executor ui;
    private final Consumer<DrawOutcome> say;
    private final Latest filling = new Latest();
    private final ObjectProperty<FillMode> mode = new SimpleObjectProperty<>(FillMode.SHAPES);
    private final ReadOnlyObjectWrapper<FillState> state =
            new ReadOnlyObjectWrapper<>(new FillState.Off());
    private Optional<LabelModel> labels = Optional.empty();
    private Optional<Preview> mine = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    /// `active` are the labels that the keyboard belongs to; `say` tells a person what came of keeping.
    public FillModel(
            ObservableValue<Optional<LabelModel>> active,
            Workshop workshop,
            Executor ui,
            Consumer<DrawOutcome> say) {
        this.active = active;
        this.workshop = workshop;
        this.ui = ui;
        this.say = say;
        active.subscribe(
                now -> {
                    if (isOn() && !now.equals(labels)) {
                        giveUp();
                    }
                });
        mode.subscribe(_ -> ask());
    }

    public ReadOnlyObjectProperty<FillState> state() {
        return state.getReadOnlyProperty();
    }

    public ObjectProperty<FillMode> mode() {
        return mode;
    }

    public boolean isOn() {
        return !(state.get() instanceof FillState.Off);
    }

    /// Starts to fill, or gives up where it does already.
    public void turn() {
        if (isOn()) {
            giveUp();
            return;
        }
        labels = active.getValue();
        if (labels.isEmpty()) {
            state.set(new FillState.Unable(OPENING));
            return;
        }
        LabelModel model = labels.get();
        state.set(new FillState.Looking());
        following =
                Subscription.combine(
                        model.segments().subscribe((_, _) -> ask()),
                        model.selected().subscribe((_, _) -> ask()),
                        model.preview()
                                .subscribe(
                                        (_, now) -> {
                                            if (now.isEmpty()) {
                                                // whoever ended it is not done with it yet
                                                ui.execute(this::ask);
                                            }
                                        }));
        ask();
    }

    private void ask() {
        if (!isOn() || labels.isEmpty()) {
            return;
        }
        LabelModel model = labels.get();
        if (isOthers(model)) {
            filling.cancel();
            return;
        }
        Optional<DrawOutcome> refusal = model.refusal();
        Optional<Segment> segment = model.target();
        if (refusal.isPresent() || segment.isEmpty()) {
            filling.cancel();
            unable(refusal.orElse(new DrawOutcome.NothingSelected()).sentence());
            return;
        }
        FillMode how = mode.get();
        VolumeGeometry geometry = model.volume().geometry();
        filling.replace(
                () ->
                        workshop.compute(
                                "Fill between slices",
                                (cancel, _) -> fill(segment.get().mask(), how, geometry, cancel),
                                answer -> show(segment.get(), answer),
                                failure ->
                                        unable(
                                                "Filling stopped unexpectedly (%s); nothing was changed."
                                                        .formatted(
                                                                failure.getClass()
                                                                        .getSimpleName()))));
    }

    /// Whether a tool shows something of its own.
    private boolean isOthers(LabelModel model) {
        Optional<Preview> shown = model.preview().get();
        return shown.isPresent() && !shown.equals(mine);
    }

    private static FillState fill(
            Mask drawn, FillMode mode, VolumeGeometry geometry, CancelToken cancel) {
        Optional<Axis> axis = Axis.ofGaps(drawn);
        if (axis.isEmpty()) {
            return new FillState.Unable(NO_GAP);
        }
        Crew crew = Crew.of(ForkJoinPool.commonPool(), cancel);
        Optional<Mask> filled = mode.fill(drawn, axis.get(), geometry, crew);
        if (filled.isEmpty()) {
            return new FillState.Unable(UNEVEN);
        }
        Mask added = filled.get().minus(drawn);
        var slices = new BitSet();
        new Seed.Stroke(1, added)
                .forEachVoxel(
                        p ->
                                slices.set(
                                        switch (axis.get()) {
                                            case I -> p.i();
                                            case J -> p.j();
                                            case K -> p.k();
                                        }));
        return new FillState.Shown(
                filled.get(),
                axis.get(),
                slices.cardinality(),
                new VoxelVolumes(geometry).millilitres(added));
    }

    private void show(Segment segment, FillState answer) {
        if (!isOn() || labels.isEmpty() || isOthers(labels.get())) {
            return;
        }
        if (!(answer instanceof FillState.Shown shown)) {
            unable(answer.words());
            return;
        }
        Optional<DrawOutcome> why =
                labels.get().show(Map.of(segment.id(), shown.filled()), Preview.Look.PROPOSED);
        mine = labels.get().preview().get();
        state.set(
                why.map(DrawOutcome::sentence)
                        .filter(sentence -> !sentence.isEmpty())
                        .<FillState>map(FillState.Unable::new)
                        .orElse(shown));
    }

    private void unable(String sentence) {
        drop();
        state.set(new FillState.Unable(sentence));
    }

    /// Makes what is shown a part of the segment and ends. Whether there was anything.
    public boolean accept() {
        if (!(state.get() instanceof FillState.Shown shown)
                || labels.isEmpty()
                || mine.isEmpty()
                || isOthers(labels.get())) {
            return false;
        }
        LabelModel model = labels.get();
        String on = model.target().map(segment -> " on " + segment.traits().name()).orElse("");
        var origin =
                new EditOrigin(
                        "Fill between slices" + on,
                        "between-slices",
                        Map.of(
                                "mode", mode.get().name(),
                                "axis", shown.axis().name(),
                                "slices", Integer.toString(shown.slices())),
                        OptionalLong.empty());
        end();
        mine = Optional.empty();
        say.accept(model.keep(origin));
        return true;
    }

    /// Drops what is shown and ends.
    public void giveUp() {
        end();
        drop();
        labels = Optional.empty();
    }

    private void end() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        filling.cancel();
        state.set(new FillState.Off());
    }

    private void drop() {
        Optional<Preview> shown = mine;
        mine = Optional.empty();
        if (shown.isPresent()) {
            labels.filter(model -> model.preview().get().equals(shown)).ifPresent(LabelModel::drop);
        }
    }
}
