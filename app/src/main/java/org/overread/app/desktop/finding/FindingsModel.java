// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.finding.FindingFields;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingHistory;
import org.overread.segmentation.finding.FindingHistory.Deed;
import org.overread.segmentation.finding.FindingHistory.Step;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Said;
import org.overread.segmentation.finding.Target;
import org.overread.segmentation.label.Confidence;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.measure.Measuring;
import org.overread.viewer.measure.Region;
import org.overread.viewer.volume.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The findings of the open volume: what there is, what the hand is drawing, what is chosen. FX thread, but for what it
/// hands to its executors; holds no control.
///
/// Every change is kept at once; only a person deletes.
public final class FindingsModel {
    private static final Logger LOG = LoggerFactory.getLogger(FindingsModel.class);

    /// What a person has to be told.
    public sealed interface Trouble {
        record Damaged(int lost, String keptAs) implements Trouble {}

        record Unreadable() implements Trouble {}

        record NotSaved() implements Trouble {}

        /// What was drawn lies outside the volume and was not kept.
        record Outside(MeasureKind kind) implements Trouble {}

        /// An outline that crosses itself encloses nothing that can be told; it was not kept.
        record Crossing() implements Trouble {}
    }

    /// Where the findings of a volume are kept, as soon as that is known.
    @FunctionalInterface
    public interface Stores {
        CompletableFuture<FindingStore> of(Volume volume);
    }

    private final Stores stores;
    private final Executor compute;
    private final Executor io;
    private final Executor ui;
    private final InstantSource clock;
    private final Consumer<Trouble> trouble;
    private final ReadOnlyObjectWrapper<List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UUID>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Set<UUID>> hidden = new ReadOnlyObjectWrapper<>(Set.of());
    private FindingHistory history = new FindingHistory(List.of());
    private Optional<Volume> volume = Optional.empty();
    private Optional<FindingStore> store = Optional.empty();
    private boolean ready;
    private boolean writable;
    private LengthMeaning meaning = LengthMeaning.PATIENT;
    private CompletableFuture<?> saving = CompletableFuture.completedFuture(null);
    private long opened;
    private final AtomicLong drawn = new AtomicLong();

    /// Tests pass `Runnable::run` for all executors.
    public FindingsModel(
            FindingStore store,
            Executor compute,
            Executor io,
            Executor ui,
            InstantSource clock,
            Consumer<Trouble> trouble) {
        this(_ -> CompletableFuture.completedFuture(store), compute, io, ui, clock, trouble);
    }

    /// With a store of its own for each volume.
    public FindingsModel(
            Stores stores,
            Executor compute,
            Executor io,
            Executor ui,
            InstantSource clock,
            Consumer<Trouble> trouble) {
        this.stores = stores;
        this.compute = compute;
        this.io = io;
        this.ui = ui;
        this.clock = clock;
        this.trouble = trouble;
    }

    /// The volume that is open now, with its findings of before; `newMeaning` is what its millimetres are.
    public void open(Volume newVolume, LengthMeaning newMeaning) {
        meaning = newMeaning;
        if (isOf(newVolume)) {
            return;
        }
        close();
        volume = Optional.of(newVolume);
        long asked = ++opened;
        // after what is being saved, which may be this volume's
        saving =
                saving.thenCombine(stores.of(newVolume), (_, found) -> found)
                        .thenApplyAsync(found -> new Loaded(found, found.load(newVolume.id())), io)
                        .thenAcceptAsync(
                                found -> {
                                    if (asked == opened) {
                                        store = Optional.of(found.store());
                                        loaded(found.found());
                                    }
                                },
                                ui);
    }

    private record Loaded(FindingStore store, FindingStore.Found found) {}

    private boolean isOf(Volume other) {
        return volume.map(Volume::id).filter(other.id()::equals).isPresent();
    }

    private void loaded(FindingStore.Found found) {
        switch (found) {
            case FindingStore.Found.Kept _ -> {}
            case FindingStore.Found.Damaged(_, int lost, String keptAs) ->
                    trouble.accept(new Trouble.Damaged(lost, keptAs));
            case FindingStore.Found.Unreadable() -> trouble.accept(new Trouble.Unreadable());
        }
        writable = !(found instanceof FindingStore.Found.Unreadable);
        history = new FindingHistory(found.findings());
        refresh(); // before it is ready: what was there before is nothing that was done
        ready = true;
        changes.set(changes.get() + 1);
    }

    /// No volume is open.
    public void close() {
        opened++;
        volume = Optional.empty();
        store = Optional.empty();
        hidden.set(Set.of());
        ready = false;
        history = new FindingHistory(List.of());
        draft.set(Optional.empty());
        chosen.set(Optional.empty());
        refresh();
    }

    /// Whether the findings of a volume are here, and can be changed.
    public boolean isOpen() {
        return ready;
    }

    /// Whether a measure on this volume would be kept.
    public boolean takes(Volume asked) {
        return ready && isOf(asked);
    }

    /// The volume whose findings these are.
    public Optional<Volume> volume() {
        return volume;
    }

    public ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<UUID>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Grows whenever something is to be drawn anew.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    public void choose(Optional<UUID> finding) {
        if (!finding.equals(chosen.get())) {
            chosen.set(finding);
            changes.set(changes.get() + 1);
        }
    }

    public Optional<Finding> find(UUID id) {
        return history.find(id);
    }

    /// Shows what the hand is drawing; figures of regions follow as soon as they are known. `of` is the finding that is
    /// being changed.
    public void draw(Optional<UUID> of, Measure measure, Volume on) {
        Figures known = draft.get().map(Draft::figures).orElse(Figures.NONE);
        var next = new Draft(of, measure, on, known);
        long asked = drawn.incrementAndGet();
        if (measure instanceof Region) {
            show(next);
            compute.execute(
                    () -> {
                        if (asked == drawn.get()) { // nobody waits for the others
                            Figures figures = Measuring.of(measure, on, meaning);
                            ui.execute(() -> measured(next, figures));
                        }
                    });
        } else {
            show(next.withFigures(Measuring.of(measure, on, meaning)));
        }
    }

    private void show(Draft next) {
        draft.set(Optional.of(next));
        changes.set(changes.get() + 1);
    }

    private void measured(Draft asked, Figures figures) {
        draft.get().filter(asked::isSameDrawingAs).ifPresent(now -> show(now.withFigures(figures)));
    }

    /// Gives up what is being drawn.
    public void dropDraft() {
        if (draft.get().isPresent()) {
            draft.set(Optional.empty());
            changes.set(changes.get() + 1);
        }
    }

    /// Keeps what is being drawn as a finding, or as the new shape of one; what cannot be kept is told and dropped.
    public void keepDraft() {
        Draft now = draft.get().orElse(null);
        if (now == null || !takes(now.volume())) {
            dropDraft();
            return;
        }
        Optional<Trouble> obstacle = obstacle(now.measure(), now.volume());
        if (obstacle.isPresent()) {
            dropDraft();
            trouble.accept(obstacle.get());
            return;
        }
        Volume owner = now.volume();
        compute.execute(
                () -> {
                    Figures figures = Measuring.of(now.measure(), now.volume(), meaning);
                    ui.execute(
                            () -> {
                                if (isOf(owner)) {
                                    keep(now, figures);
                                }
                            });
                });
    }

    /// Why a shape is not kept on a volume.
    public static Optional<Trouble> obstacle(Measure shape, Volume on) {
        boolean crossing = shape instanceof Marking.Polygon polygon && !polygon.isSimple();
        boolean outside = shape instanceof Marking marking && !Extent.meets(marking, on.geometry());
        return crossing
                ? Optional.of(new Trouble.Crossing())
                : outside ? Optional.of(new Trouble.Outside(shape.kind())) : Optional.empty();
    }

    /// Tells why something was not kept.
    public void tell(Trouble what) {
        trouble.accept(what);
    }

    private void keep(Draft kept, Figures figures) {
        if (draft.get().filter(kept::isSameDrawingAs).isPresent()) {
            draft.set(Optional.empty());
        }
        Optional<Finding> before = kept.of().flatMap(history::find);
        if (before.isPresent()) {
            if (!before.get().shape().equals(Optional.of(kept.measure()))) {
                history.change(
                        before.get().measured(kept.measure(), figures, clock.instant()),
                        Deed.CHANGED);
            }
        } else {
            var finding =
                    new Finding(
                            UUID.randomUUID(),
                            kept.volume().id(),
                            kept.volume().frame(),
                            freeName(MeasureWords.name(kept.measure().kind())),
                            new Observed.Shaped(kept.measure(), figures),
                            Said.NOTHING,
                            clock.instant());
            history.add(finding);
            chosen.set(Optional.of(finding.id()));
        }
        changed();
    }

    /// A classification, of what is open.
    public void classify(Target of, String name, Said said) {
        if (!ready || volume.isEmpty()) {
            return;
        }
        var finding =
                new Finding(
                        UUID.randomUUID(),
                        volume.get().id(),
                        volume.get().frame(),
                        freeName(FindingFields.plain(name)),
                        new Observed.Classified(of),
                        said,
                        clock.instant());
        history.add(finding);
        chosen.set(Optional.of(finding.id()));
        changed();
    }

    /// What the reader says of a finding.
    public void describe(UUID id, Said said) {
        history.find(id).ifPresent(f -> history.change(f.with(said), Deed.DESCRIBED));
        changed();
    }

    /// How sure the reader is of a finding.
    public void rate(UUID id, Confidence confidence) {
        history.find(id).ifPresent(f -> describe(id, f.said().with(confidence)));
    }

    /// Those whose eyes are shut: they are there, and not drawn.
    public ReadOnlyObjectProperty<Set<UUID>> hidden() {
        return hidden.getReadOnlyProperty();
    }

    public boolean isShown(UUID id) {
        return !hidden.get().contains(id);
    }

    /// Shuts or opens the eyes of some findings: shuts them where one of them is open.
    public void turnEyes(Collection<UUID> ids) {
        var now = new HashSet<>(hidden.get());
        if (now.containsAll(ids)) {
            now.removeAll(ids);
        } else {
            now.addAll(ids);
        }
        hidden.set(Set.copyOf(now));
        changes.set(changes.get() + 1);
    }

    private String freeName(String word) {
        int number = 1;
        while (isTaken(word + " " + number)) {
            number++;
        }
        return word + " " + number;
    }

    private boolean isTaken(String name) {
        return history.findings().stream().anyMatch(f -> f.name().equals(name));
    }

    /// An empty name is none and changes nothing.
    public void rename(UUID id, String name) {
        String stripped = FindingFields.plain(name);
        if (!stripped.isEmpty()) {
            history.find(id).ifPresent(f -> history.change(f.withName(stripped), Deed.RENAMED));
            changed();
        }
    }

    public void delete(UUID id) {
        history.delete(id);
        changed();
    }

    /// What was taken back.
    public Optional<Step> undo() {
        Optional<Step> step = history.undo();
        changed();
        return step;
    }

    /// What was done again.
    public Optional<Step> redo() {
        Optional<Step> step = history.redo();
        changed();
        return step;
    }

    private void changed() {
        if (!findings.get().equals(history.findings())) {
            refresh();
            save();
        } else {
            changes.set(changes.get() + 1);
        }
    }

    private void refresh() {
        findings.set(history.findings());
        chosen.get()
                .filter(id -> history.find(id).isEmpty())
                .ifPresent(_ -> chosen.set(Optional.empty()));
        changes.set(changes.get() + 1);
    }

    /// One after another, in order.
    private void save() {
        if (!writable || volume.isEmpty() || store.isEmpty()) {
            return;
        }
        String id = volume.get().id();
        FindingStore to = store.get();
        List<Finding> now = history.findings();
        saving = saving.thenRunAsync(() -> save(to, id, now), io);
    }

    /// Done as soon as everything that was asked for until now is on the disk, or the disk took it not.
    public CompletableFuture<?> saved() {
        return saving;
    }

    private void save(FindingStore to, String id, List<Finding> now) {
        try {
            to.save(id, now);
        } catch (IOException e) {
            LOG.warn("findings were not saved: {}", e.getClass().getSimpleName());
            ui.execute(() -> trouble.accept(new Trouble.NotSaved()));
        }
    }
}
