// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingHistory;
import org.overread.segmentation.finding.FindingHistory.Deed;
import org.overread.segmentation.finding.FindingHistory.Step;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.LengthMeaning;
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
    }

    private final FindingStore store;
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
    private FindingHistory history = new FindingHistory(List.of());
    private Optional<String> volumeId = Optional.empty();
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
        this.store = store;
        this.compute = compute;
        this.io = io;
        this.ui = ui;
        this.clock = clock;
        this.trouble = trouble;
    }

    /// The volume that is open now, with its findings of before; `newMeaning` is what its millimetres are.
    public void open(Volume volume, LengthMeaning newMeaning) {
        meaning = newMeaning;
        if (volumeId.isPresent() && volumeId.get().equals(volume.id())) {
            return;
        }
        close();
        String id = volume.id();
        volumeId = Optional.of(id);
        long asked = ++opened;
        // after what is being saved, which may be this volume's
        saving =
                saving.thenApplyAsync(_ -> store.load(id), io)
                        .thenAcceptAsync(
                                found -> {
                                    if (asked == opened) {
                                        loaded(found);
                                    }
                                },
                                ui);
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
        ready = true;
        refresh();
    }

    /// No volume is open.
    public void close() {
        opened++;
        volumeId = Optional.empty();
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
    public boolean takes(Volume volume) {
        return ready && volumeId.filter(volume.id()::equals).isPresent();
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
    public void draw(Optional<UUID> of, Measure measure, Volume volume) {
        Figures known = draft.get().map(Draft::figures).orElse(Figures.NONE);
        var next = new Draft(of, measure, volume, known);
        long asked = drawn.incrementAndGet();
        if (measure instanceof Region) {
            show(next);
            compute.execute(
                    () -> {
                        if (asked == drawn.get()) { // nobody waits for the others
                            Figures figures = Measuring.of(measure, volume, meaning);
                            ui.execute(() -> measured(next, figures));
                        }
                    });
        } else {
            show(next.withFigures(Measuring.of(measure, volume, meaning)));
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

    /// Keeps what is being drawn as a finding, or as the new shape of one.
    public void keepDraft() {
        Draft now = draft.get().orElse(null);
        if (now == null || !takes(now.volume())) {
            dropDraft();
            return;
        }
        String owner = now.volume().id();
        compute.execute(
                () -> {
                    Figures figures = Measuring.of(now.measure(), now.volume(), meaning);
                    ui.execute(
                            () -> {
                                if (volumeId.filter(owner::equals).isPresent()) {
                                    keep(now, figures);
                                }
                            });
                });
    }

    private void keep(Draft kept, Figures figures) {
        if (draft.get().filter(kept::isSameDrawingAs).isPresent()) {
            draft.set(Optional.empty());
        }
        Optional<Finding> before = kept.of().flatMap(history::find);
        if (before.isPresent()) {
            if (!before.get().measure().equals(kept.measure())) {
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
                            freeName(kept.measure().kind()),
                            kept.measure(),
                            figures,
                            clock.instant());
            history.add(finding);
            chosen.set(Optional.of(finding.id()));
        }
        changed();
    }

    private String freeName(MeasureKind kind) {
        String word = MeasureWords.name(kind);
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
        String stripped = name.strip();
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
        if (!writable || volumeId.isEmpty()) {
            return;
        }
        String id = volumeId.get();
        List<Finding> now = history.findings();
        saving = saving.thenRunAsync(() -> save(id, now), io);
    }

    private void save(String id, List<Finding> now) {
        try {
            store.save(id, now);
        } catch (IOException e) {
            LOG.warn("findings were not saved: {}", e.getClass().getSimpleName());
            ui.execute(() -> trouble.accept(new Trouble.NotSaved()));
        }
    }
}
