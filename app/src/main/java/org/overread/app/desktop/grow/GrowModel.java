// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.work.Workshop;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
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

    private final ToolCard card;
    private final Labelling labelling;
    private final Workshop workshop;
    private final LongSupplier nanoTime;
    private final ToolRunner runner = new ToolRunner();
    private final ToolSettings settings;
    private final SeedHabit habit;
    private final ReadOnlyObjectWrapper<List<Seed>> seeds = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<GrowState> state =
            new ReadOnlyObjectWrapper<>(new GrowState.Waiting());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final List<Mask> walls = new ArrayList<>();
    private @Nullable Volume volume;
    private Workshop.@Nullable Running running;
    private long started;
    private boolean again;

    public GrowModel(ToolCard card, Labelling labelling, Workshop workshop, LongSupplier nanoTime) {
        this.card = card;
        this.labelling = labelling;
        this.workshop = workshop;
        this.nanoTime = nanoTime;
        settings = new ToolSettings(card);
        habit = SeedHabit.of(card);
        settings.changed().subscribe(_ -> ask());
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

    /// The colour of what is worked on, 0xRRGGBB.
    public int rgb() {
        return labelling.rgb();
    }

    /// Makes a volume the one that is worked on; what was begun on another is given up. Whether its labels can be
    /// changed; the state says why not.
    public boolean workOn(Volume now) {
        if (volume == null || !volume.id().equals(now.id())) {
            giveUp();
            volume = now;
        }
        Optional<String> hindrance = labelling.hindrance(now);
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
        if (running != null && nanoTime.getAsLong() - started < PATIENCE_NANOS) {
            again = true;
            return;
        }
        start(on);
    }

    private void start(Volume on) {
        stop();
        started = nanoTime.getAsLong();
        working.set(true);
        if (!(state.get() instanceof GrowState.Found)) {
            state.set(new GrowState.Working());
        }
        var input = new ToolInput(on, seeds.get(), labelling.within(on));
        ToolInput open = walls.stream().reduce(input, ToolInput::withBarrier, (a, _) -> a);
        var given = settings.changed().get();
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
        working.set(false);
        show(answer);
        if (again) {
            again = false;
            ask();
        }
    }

    private void show(GrowState answer) {
        state.set(answer);
        if (answer instanceof GrowState.Found found && volume != null) {
            labelling.preview(volume, found.mask());
        } else {
            labelling.endPreview();
        }
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
        if (!(state.get() instanceof GrowState.Found found) || volume == null) {
            return false;
        }
        var parameters = new LinkedHashMap<>(settings.changed().get());
        found.numbers()
                .forEach(number -> parameters.put("found." + number.name(), "" + number.value()));
        var origin = new EditOrigin(card.label(), card.name(), parameters, OptionalLong.empty());
        Optional<String> said = labelling.add(volume, found.mask(), origin);
        giveUp();
        said.ifPresent(sentence -> state.set(new GrowState.Unable(sentence)));
        return true;
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

    private void stop() {
        if (running != null) {
            running.cancel();
        }
        running = null;
        again = false;
        working.set(false);
    }
}
