// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reshape;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
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
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.VolumeGeometry;

/// Shows what the chosen segment would be, anew with every change of what is asked, of the segment and of where tools may
/// write, until it is kept or given up. FX thread, no nodes.
public final class ReshapeModel {
    private static final String OPENING =
            "The labels of this series are still being opened; try again in a moment.";

    private final ObservableValue<Optional<LabelModel>> active;
    private final Workshop workshop;
    private final Consumer<DrawOutcome> say;
    private final Latest reshaping = new Latest();
    private final ObjectProperty<Reshaping> kind = new SimpleObjectProperty<>(Reshaping.SMOOTH);
    private final DoubleProperty figure = new SimpleDoubleProperty(Reshaping.SMOOTH.usual());
    private final ReadOnlyObjectWrapper<ReshapeState> state =
            new ReadOnlyObjectWrapper<>(new ReshapeState.Off());
    private Optional<LabelModel> labels = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private boolean keeping;

    /// `active` are the labels that the keyboard belongs to; `say` tells a person what came of keeping.
    public ReshapeModel(
            ObservableValue<Optional<LabelModel>> active,
            Workshop workshop,
            Consumer<DrawOutcome> say) {
        this.active = active;
        this.workshop = workshop;
        this.say = say;
        active.subscribe(
                now -> {
                    if (isOn() && !now.equals(labels)) {
                        end();
                    }
                });
        kind.subscribe(now -> figure.set(now.usual()));
        kind.subscribe(_ -> ask());
        figure.subscribe(_ -> ask());
    }

    public ReadOnlyObjectProperty<ReshapeState> state() {
        return state.getReadOnlyProperty();
    }

    /// What is to be made of the segment.
    public ObjectProperty<Reshaping> kind() {
        return kind;
    }

    /// By how much, in the unit of the kind.
    public DoubleProperty figure() {
        return figure;
    }

    private boolean isOn() {
        return !(state.get() instanceof ReshapeState.Off);
    }

    /// Shows something from now on.
    public void begin() {
        end();
        labels = active.getValue();
        if (labels.isEmpty()) {
            state.set(new ReshapeState.Unable(OPENING));
            return;
        }
        LabelModel model = labels.get();
        state.set(new ReshapeState.Looking());
        following =
                Subscription.combine(
                        model.segments().subscribe((_, _) -> ask()),
                        model.selected().subscribe((_, _) -> ask()),
                        model.rules().subscribe((_, _) -> ask()));
        ask();
    }

    private void ask() {
        if (keeping || !isOn() || labels.isEmpty()) {
            return;
        }
        LabelModel model = labels.get();
        Optional<DrawOutcome> refusal = model.refusal();
        Optional<Segment> segment = model.target();
        if (refusal.isPresent() || segment.isEmpty()) {
            unable(refusal.orElse(new DrawOutcome.NothingSelected()).sentence());
            return;
        }
        Segment target = segment.get();
        if (target.mask().isEmpty()) {
            unable("%s has no voxels yet; draw it first.".formatted(target.traits().name()));
            return;
        }
        Reshaping how = kind.get();
        double by = Math.clamp(figure.get(), 0, how.unit().most());
        VolumeGeometry geometry = model.volume().geometry();
        reshaping.replace(
                () ->
                        workshop.compute(
                                how.toString(),
                                (cancel, _) ->
                                        how.of(
                                                target.mask(),
                                                by,
                                                Spacing.of(geometry),
                                                Crew.of(ForkJoinPool.commonPool(), cancel)),
                                wanted -> show(model, target, wanted),
                                failure ->
                                        unable(
                                                "This stopped unexpectedly (%s); nothing was changed."
                                                        .formatted(
                                                                failure.getClass()
                                                                        .getSimpleName()))));
    }

    private void show(LabelModel model, Segment target, Mask wanted) {
        if (!isOn() || !labels.equals(Optional.of(model))) {
            return;
        }
        Optional<String> why =
                model.show(Map.of(target.id(), wanted), Preview.Look.PROPOSED)
                        .map(DrawOutcome::sentence);
        if (why.isPresent()) {
            state.set(
                    new ReshapeState.Unable(
                            why.get().isEmpty() ? "It would change nothing." : why.get()));
            return;
        }
        Mask after =
                model.preview()
                        .get()
                        .flatMap(p -> p.after().find(target.id()))
                        .map(Segment::mask)
                        .orElse(wanted);
        var volumes = new VoxelVolumes(model.volume().geometry());
        double ml = volumes.millilitres(after);
        state.set(new ReshapeState.Shown(wanted, ml, ml - volumes.millilitres(target.mask())));
    }

    private void unable(String sentence) {
        reshaping.cancel();
        drop();
        state.set(new ReshapeState.Unable(sentence));
    }

    /// Makes a step of what is shown and goes on with the segment as it is then. Whether there was anything.
    public boolean accept() {
        if (!(state.get() instanceof ReshapeState.Shown shown) || labels.isEmpty()) {
            return false;
        }
        LabelModel model = labels.get();
        String on = model.target().map(segment -> " on " + segment.traits().name()).orElse("");
        Reshaping how = kind.get();
        String by =
                how.unit() == Reshaping.Unit.NONE
                        ? ""
                        : String.format(Locale.ROOT, " %.4g %s", figure.get(), how.unit().symbol());
        var origin =
                new EditOrigin(
                        how + by + on,
                        "reshape",
                        Map.of("kind", how.name(), "by", Double.toString(figure.get())),
                        OptionalLong.empty());
        keeping = true; // what is kept is a change of the segment, and no reason to do it again
        say.accept(model.keep(origin));
        keeping = false;
        state.set(new ReshapeState.Unable("Kept: " + shown.words().split("  ·", 2)[0]));
        return true;
    }

    /// Drops what is shown and shows nothing any more. Whether there was anything.
    public boolean end() {
        boolean had = isOn();
        following.unsubscribe();
        following = Subscription.EMPTY;
        reshaping.cancel();
        drop();
        state.set(new ReshapeState.Off());
        labels = Optional.empty();
        return had;
    }

    private void drop() {
        if (state.get() instanceof ReshapeState.Shown) {
            labels.ifPresent(LabelModel::drop);
        }
    }
}
