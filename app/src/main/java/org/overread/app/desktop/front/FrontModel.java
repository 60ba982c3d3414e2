// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.draw.SeedStroke;
import org.overread.app.desktop.front.FrontState.Pace;
import org.overread.app.desktop.front.FrontState.Space;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.LabelSource;
import org.overread.app.desktop.label.Preview;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.tool.levelset.RunningFront;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;

/// A front that grows from bubbles on one volume, started and held by the hand. FX thread, no nodes; the front itself
/// moves on a thread of its own.
public final class FrontModel {
    private static final double STILL_VOXELS = 0.001;
    private static final int STEPS_FROM_REST = 20;
    private static final String OPENING =
            "The labels of this series are still being opened; try again in a moment.";

    private final LabelSource labels;
    private final Workshop workshop;
    private final Executor own;
    private final Executor ui;
    private final Latest making = new Latest();
    private final List<Bubble> bubbles = new ArrayList<>();
    private final ObjectProperty<FrontSettings> settings =
            new SimpleObjectProperty<>(FrontSettings.USUAL);
    private final ReadOnlyObjectWrapper<FrontState> state =
            new ReadOnlyObjectWrapper<>(new FrontState.Waiting());
    private @Nullable Volume volume;
    private Optional<Run> run = Optional.empty();

    /// A front and what it moves through.
    private record Run(FrontField field, RunningFront front) {}

    /// `own` has threads for what runs long, none of those that draw pictures; `ui` is the FX thread.
    public FrontModel(LabelSource labels, Workshop workshop, Executor own, Executor ui) {
        this.labels = labels;
        this.workshop = workshop;
        this.own = own;
        this.ui = ui;
        settings.subscribe((_, now) -> use(now));
    }

    public ReadOnlyObjectProperty<FrontState> state() {
        return state.getReadOnlyProperty();
    }

    /// How it moves; counts from its next step on.
    public ObjectProperty<FrontSettings> settings() {
        return settings;
    }

    public List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }

    private Optional<LabelModel> labels() {
        return Optional.ofNullable(volume).flatMap(labels::of);
    }

    private Optional<Segment> target() {
        return labels().flatMap(LabelModel::target);
    }

    /// Makes a volume the one that is worked on; what was begun on another is given up. Whether its chosen segment can be
    /// changed; the state says why not.
    public boolean workOn(Volume now) {
        if (volume == null || !volume.id().equals(now.id())) {
            giveUp();
            volume = now;
        }
        Optional<String> hindrance =
                labels().map(model -> model.refusal().map(DrawOutcome::sentence))
                        .orElse(Optional.of(OPENING));
        hindrance.ifPresent(this::unable);
        if (hindrance.isEmpty() && state.get() instanceof FrontState.Unable) {
            state.set(begun());
        }
        return hindrance.isEmpty();
    }

    private FrontState begun() {
        return bubbles.isEmpty() ? new FrontState.Waiting() : new FrontState.Ready(bubbles.size());
    }

    /// A further bubble; a front that ran already begins anew from all of them. One beside the volume is refused, and said
    /// where nothing else is.
    public void put(Bubble bubble) {
        Volume on = volume;
        if (on != null && !on.geometry().contains(bubble.at())) {
            if (!(state.get() instanceof FrontState.Moved)) {
                state.set(new FrontState.Unable(SeedStroke.OUTSIDE));
            }
            return;
        }
        bubbles.add(bubble);
        beginAnew();
    }

    /// Takes the last bubble back. Whether there was one.
    public boolean takeBack() {
        if (bubbles.isEmpty()) {
            return false;
        }
        bubbles.removeLast();
        beginAnew();
        return true;
    }

    private void beginAnew() {
        stop();
        labels().ifPresent(LabelModel::drop);
        state.set(begun());
    }

    /// Lets the front run, or holds it. Whether there is anything that could.
    public boolean turn() {
        if (run.isPresent()) {
            Run now = run.get();
            if (now.front().isRunning()) {
                own.execute(
                        () -> {
                            now.front().pause();
                            RunningFront.Preview seen = now.front().preview();
                            ui.execute(() -> moved(now.front(), seen, Pace.PAUSED));
                        });
            } else {
                if (state.get() instanceof FrontState.Moved moved) {
                    goOn(now.front(), moved.pace());
                    show(moved.with(Pace.RUNNING));
                }
            }
            return true;
        }
        Volume on = volume;
        if (on == null || bubbles.isEmpty()) {
            return false;
        }
        List<Bubble> from = List.copyOf(bubbles);
        FrontSettings how = settings.get();
        making.replace(
                () ->
                        workshop.compute(
                                "Prepare the front",
                                (_, _) -> {
                                    // a token of its own: the front outlives this work
                                    return FrontField.of(on, from, how, new CancelToken());
                                },
                                this::made,
                                failure ->
                                        unable(
                                                "The front stopped unexpectedly (%s); nothing was changed."
                                                        .formatted(
                                                                failure.getClass()
                                                                        .getSimpleName()))));
        return true;
    }

    /// A front at rest looks back on steps that led nowhere: only after as many others does it know whether it moves.
    private void goOn(RunningFront front, Pace from) {
        switch (from) {
            case AT_REST ->
                    own.execute(
                            () -> {
                                front.step(STEPS_FROM_REST);
                                front.start();
                            });
            case RUNNING, PAUSED -> front.start();
        }
    }

    private void made(FrontField.Made made) {
        switch (made) {
            case FrontField.Made.Refused(String sentence) -> unable(sentence);
            case FrontField.Made.Ready(FrontField field) -> {
                var listener = new Listener();
                var front = new RunningFront(field.front(), STILL_VOXELS, own, listener::hear);
                listener.front = front;
                run = Optional.of(new Run(field, front));
                use(settings.get()); // as they are by now
                moved(front, front.preview(), Pace.RUNNING);
                front.start();
            }
        }
    }

    /// Hands what the front shows to the FX thread.
    private final class Listener {
        private volatile @Nullable RunningFront front;

        void hear(RunningFront.Preview seen) {
            RunningFront from = front;
            if (from != null) {
                // it is heard of while it runs; that it was held is told after
                Pace pace = seen.isAtRest() ? Pace.AT_REST : Pace.RUNNING;
                ui.execute(() -> moved(from, seen, pace));
            }
        }
    }

    private void moved(RunningFront front, RunningFront.Preview seen, Pace pace) {
        Volume on = volume;
        if (on == null || run.isEmpty() || !run.get().front().equals(front)) {
            return; // of a front that was given up
        }
        double ml = new VoxelVolumes(on.geometry()).millilitres(seen.mask());
        var space = run.get().field().confines(seen.mask()) ? Space.ENDS : Space.OPEN;
        show(new FrontState.Moved(seen.mask(), seen.steps(), ml, space, pace));
    }

    private void show(FrontState.Moved moved) {
        Optional<LabelModel> model = labels();
        Optional<Segment> segment = target();
        if (model.isEmpty() || segment.isEmpty()) {
            stop();
            unable(new DrawOutcome.NothingSelected().sentence());
            return;
        }
        Mask wanted = segment.get().mask().union(moved.mask());
        Optional<String> why =
                model.get()
                        .show(Map.of(segment.get().id(), wanted), Preview.Look.PROPOSED)
                        .map(DrawOutcome::sentence)
                        .filter(sentence -> !sentence.isEmpty());
        if (why.isPresent()) {
            stop();
            unable(why.get());
        } else {
            state.set(moved);
        }
    }

    private void use(FrontSettings now) {
        if (run.isPresent()) {
            run.get().front().use(now.motion());
            FrontField field = run.get().field();
            run.get().front().use(field.drive(now.force()), field.read(now.force()));
        }
    }

    /// Makes what is shown a part of the segment. Whether there was anything.
    public boolean accept() {
        Optional<LabelModel> model = labels();
        if (!(state.get() instanceof FrontState.Moved moved) || model.isEmpty()) {
            return false;
        }
        var parameters = settings.get().words();
        parameters.put("steps", Long.toString(moved.steps()));
        parameters.put(
                "bubbles",
                bubbles.stream()
                        .map(
                                b ->
                                        "%s %s %s r %s mm"
                                                .formatted(
                                                        b.at().x(),
                                                        b.at().y(),
                                                        b.at().z(),
                                                        b.radiusMm()))
                        .collect(Collectors.joining("; ")));
        String on = target().map(segment -> " on " + segment.traits().name()).orElse("");
        var origin =
                new EditOrigin("Front" + on, "running-front", parameters, OptionalLong.empty());
        stop();
        String said = model.get().keep(origin).sentence();
        giveUp();
        if (!said.isEmpty()) {
            unable(said);
        }
        return true;
    }

    /// Drops the front and its bubbles; settings stay. Whether there was anything.
    public boolean giveUp() {
        boolean had = !bubbles.isEmpty() || !(state.get() instanceof FrontState.Waiting);
        stop();
        bubbles.clear();
        if (had) {
            labels().ifPresent(LabelModel::drop);
        }
        state.set(new FrontState.Waiting());
        return had;
    }

    private void stop() {
        making.cancel();
        run.ifPresent(now -> own.execute(now.front()::pause));
        run = Optional.empty();
    }

    private void unable(String sentence) {
        labels().ifPresent(LabelModel::drop);
        state.set(new FrontState.Unable(sentence));
    }
}
