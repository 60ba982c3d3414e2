// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.draw.SeedStroke;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.LabelSource;
import org.overread.app.desktop.label.Preview;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.tool.toolbox.ToolCard;
import org.overread.segmentation.tool.toolbox.ToolReport;
import org.overread.segmentation.tool.toolbox.ToolRunner;
import org.overread.viewer.volume.Volume;

/// One tool at work on one volume: seeds and settings in, what it finds out, again with every change. FX thread, no
/// nodes.
///
/// While the tool works, changes are collected: it starts again with the newest when it is done, and is stopped for them
/// only where it takes long. So what is shown follows the hand, and a hand that never rests does not keep it from
/// answering.
public final class GrowModel {
    private static final long PATIENCE_NANOS = 400_000_000;
    private static final String STILL_OPENING =
            "The labels of this series are still being opened; try again in a moment.";

    private final ToolCard card;
    private final LabelSource labels;
    private final Workshop workshop;
    private final LongSupplier nanoTime;
    private final ToolRunner runner = new ToolRunner();
    private final ToolSettings settings;
    private final SeedHabit habit;
    private final ReadOnlyObjectWrapper<List<Seed>> seeds = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<GrowState> state =
            new ReadOnlyObjectWrapper<>(new GrowState.Waiting());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Joining> joining = new SimpleObjectProperty<>(Joining.ADD);
    private final List<Mask> walls = new ArrayList<>();
    private @Nullable Volume volume;
    private Workshop.@Nullable Running running;
    private Pass pass = Pass.WHOLE;
    private long started;
    private boolean again;

    /// What a run of the tool is for.
    private enum Pass {
        /// Everything at once.
        WHOLE,
        /// Without looking for leaks, so that something follows the hand.
        QUICK,
        /// With what the quick one left out.
        CAREFUL
    }

    public GrowModel(ToolCard card, LabelSource labels, Workshop workshop, LongSupplier nanoTime) {
        this.card = card;
        this.labels = labels;
        this.workshop = workshop;
        this.nanoTime = nanoTime;
        settings = new ToolSettings(card);
        habit = SeedHabit.of(card);
        settings.changed().subscribe(_ -> ask());
        joining.subscribe(_ -> show(state.get()));
    }

    public ToolCard card() {
        return card;
    }

    public SeedHabit habit() {
        return habit;
    }

    public ToolSettings settings() {
        return settings;
    }

    public ReadOnlyObjectProperty<List<Seed>> seeds() {
        return seeds.getReadOnlyProperty();
    }

    public List<Mask> walls() {
        return List.copyOf(walls);
    }

    public ReadOnlyObjectProperty<GrowState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether the tool is at work, with something shown already or not.
    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    public Optional<Volume> volume() {
        return Optional.ofNullable(volume);
    }

    /// What becomes of the segment and of what is found.
    public ObjectProperty<Joining> joining() {
        return joining;
    }

    private Optional<LabelModel> labels() {
        return volume().flatMap(labels::of);
    }

    private Optional<Segment> target() {
        return labels().flatMap(LabelModel::target);
    }

    /// The colour of what is worked on, 0xRRGGBB; white where there is no segment.
    public int rgb() {
        return target().map(segment -> segment.traits().color())
                .map(c -> c.red() << 16 | c.green() << 8 | c.blue())
                .orElse(0xFFFFFF);
    }

    /// Makes a volume the one that is worked on; what was begun on another is given up. Whether its labels can be
    /// changed; the state says why not.
    public boolean workOn(Volume now) {
        if (volume == null || !volume.id().equals(now.id())) {
            giveUp();
            volume = now;
        }
        Optional<String> hindrance =
                labels().map(model -> model.refusal().map(DrawOutcome::sentence))
                        .orElse(Optional.of(STILL_OPENING));
        hindrance.ifPresent(sentence -> state.set(new GrowState.Unable(sentence)));
        return hindrance.isEmpty();
    }

    /// Begins anew from a seed.
    public void seedAlone(Seed seed) {
        walls.clear();
        seeds.set(List.of(seed));
        ask();
    }

    public void add(Seed seed) {
        var more = new ArrayList<>(seeds.get());
        more.add(seed);
        seeds.set(List.copyOf(more));
        ask();
    }

    /// Voxels that nothing may grow into.
    public void addWall(Mask wall) {
        walls.add(wall);
        ask();
    }

    /// Takes the last seed back, or else the last wall. Whether there was any.
    public boolean takeBack() {
        if (!seeds.get().isEmpty()) {
            List<Seed> now = seeds.get();
            seeds.set(List.copyOf(now.subList(0, now.size() - 1)));
        } else if (!walls.isEmpty()) {
            walls.removeLast();
        } else {
            return false;
        }
        ask();
        return true;
    }

    /// Asks the tool where it needs no seed and nobody asked yet.
    public void askFirst() {
        if (habit == SeedHabit.NONE && state.get() instanceof GrowState.Waiting) {
            ask();
        }
    }

    private void ask() {
        Volume on = volume;
        boolean seeded = seeds.get().stream().anyMatch(s -> s.label() == 1);
        if (on == null || (habit != SeedHabit.NONE && !seeded)) {
            stop();
            show(new GrowState.Waiting());
            return;
        }
        boolean patient = pass != Pass.CAREFUL; // what follows the hand goes before what is exact
        if (running != null && patient && nanoTime.getAsLong() - started < PATIENCE_NANOS) {
            again = true;
            return;
        }
        start(on, cutsLeaks() ? Pass.QUICK : Pass.WHOLE);
    }

    private boolean cutsLeaks() {
        return settings.has("neckMm") && "apply".equals(settings.changed().get().get("cut"));
    }

    private Map<String, String> settingsFor(Pass wanted) {
        var given = new LinkedHashMap<>(settings.changed().get());
        if (wanted == Pass.QUICK) {
            given.remove("neckMm");
            given.remove("cut");
        }
        return given;
    }

    private void start(Volume on, Pass wanted) {
        stop();
        pass = wanted;
        started = nanoTime.getAsLong();
        working.set(true);
        if (!(state.get() instanceof GrowState.Found)) {
            state.set(new GrowState.Working());
        }
        var input = new ToolInput(on, seeds.get(), Optional.empty());
        ToolInput open = walls.stream().reduce(input, ToolInput::withBarrier, (a, _) -> a);
        Map<String, String> given = settingsFor(wanted);
        running =
                workshop.compute(
                        card.label(),
                        (cancel, progress) ->
                                stateOf(
                                        runner.run(
                                                card, given, open, new ToolWork(progress, cancel)),
                                        on),
                        this::answered,
                        failure -> answered(failed(failure)));
    }

    private static GrowState failed(Throwable failure) {
        return new GrowState.Unable(
                "The tool stopped unexpectedly (%s); nothing was changed."
                        .formatted(failure.getClass().getSimpleName()));
    }

    private void answered(GrowState answer) {
        running = null;
        Volume on = volume;
        if (!again && on != null && pass == Pass.QUICK && answer instanceof GrowState.Found) {
            show(answer);
            start(on, Pass.CAREFUL);
            return;
        }
        working.set(false);
        show(answer);
        if (again) {
            again = false;
            ask();
        }
    }

    private void show(GrowState answer) {
        GrowState shown = answer;
        if (answer instanceof GrowState.Found found) {
            shown = preview(found);
        } else {
            labels().ifPresent(LabelModel::drop);
        }
        state.set(shown);
    }

    /// Shows it over the pictures; the state becomes why not where that cannot be.
    private GrowState preview(GrowState.Found found) {
        Optional<LabelModel> model = labels();
        Optional<Segment> segment = target();
        if (model.isEmpty() || segment.isEmpty()) {
            return new GrowState.Unable(new DrawOutcome.NothingSelected().sentence());
        }
        Mask wanted = joining.get().of(segment.get().mask(), found.mask());
        return model.get()
                .show(Map.of(segment.get().id(), wanted), Preview.Look.PROPOSED)
                .filter(why -> !why.sentence().isEmpty())
                .<GrowState>map(why -> new GrowState.Unable(why.sentence()))
                .orElse(found);
    }

    private static GrowState stateOf(ToolReport report, Volume volume) {
        return switch (report.outcome()) {
            case ToolOutcome.Segmented segmented -> found(segmented, volume);
            case ToolOutcome.Refused(var reason) -> new GrowState.Unable(reason.describe());
            case ToolOutcome.Cancelled() -> new GrowState.Waiting();
            case ToolOutcome.TimedOut late -> new GrowState.Unable(late.describe());
            case ToolOutcome.Broken broken -> new GrowState.Unable(broken.describe());
        };
    }

    private static GrowState found(ToolOutcome.Segmented segmented, Volume volume) {
        Mask mask = segmented.regions().getFirst().mask();
        return new GrowState.Found(
                mask,
                segmented.regions().stream().skip(1).map(Region::mask).toList(),
                new VoxelVolumes(volume.geometry()).millilitres(mask),
                mask.bounds().map(VoxelBox::sizeK).orElse(0),
                segmented.numbers(),
                segmented.notes());
    }

    /// Makes what is shown a part of the segment. Whether there was anything; what is to be said of it, if anything,
    /// becomes the state.
    public boolean accept() {
        Optional<LabelModel> model = labels();
        if (!(state.get() instanceof GrowState.Found found) || model.isEmpty()) {
            return false;
        }
        var parameters = new LinkedHashMap<>(settings.changed().get());
        found.numbers().forEach(number -> parameters.put(key(number), "" + number.value()));
        String on = target().map(segment -> " on " + segment.traits().name()).orElse("");
        var origin =
                new EditOrigin(card.label() + on, card.name(), parameters, OptionalLong.empty());
        String said = model.get().keep(origin).sentence();
        giveUp();
        if (!said.isEmpty()) {
            state.set(new GrowState.Unable(said));
        }
        return true;
    }

    /// As parameters are named: words without spaces.
    private static String key(ToolNumber number) {
        return "found." + number.name().replaceAll("[^A-Za-z0-9]+", "-");
    }

    /// Drops what is shown and what led to it; settings stay. Whether there was anything.
    public boolean giveUp() {
        boolean had = !(state.get() instanceof GrowState.Waiting) || !seeds.get().isEmpty();
        stop();
        walls.clear();
        seeds.set(List.of());
        show(new GrowState.Waiting());
        return had;
    }

    /// The hand was outside the volume: said where nothing else is.
    void outside() {
        if (!(state.get() instanceof GrowState.Found)) {
            state.set(new GrowState.Unable(SeedStroke.OUTSIDE));
        }
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
        running = null;
        again = false;
        working.set(false);
    }
}
