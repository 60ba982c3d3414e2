// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.measure.Measuring;
import org.overread.viewer.volume.Volume;

/// The findings of the open volumes: what there is, what the hand is drawing, what is chosen. FX thread, but for what it
/// hands to its executors; holds no control.
///
/// A finding belongs to the volume that it was measured on. Every change is kept at once; only a person deletes.
public final class FindingsModel {
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

    private final Executor compute;
    private final Executor ui;
    private final InstantSource clock;
    private final Consumer<Trouble> trouble;
    private final ReadOnlyObjectWrapper<List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<UUID>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Eyes eyes = new Eyes(this::redraw);
    private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper();
    private final Shelves shelves = new Shelves();
    private Consumer<String> onDone = _ -> {};
    private final DraftBoard board;
    private final ShelfKeeper keeper;

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
        this.compute = compute;
        this.ui = ui;
        this.clock = clock;
        this.trouble = trouble;
        board = new DraftBoard(compute, ui, this::meaning, this::redraw);
        keeper = new ShelfKeeper(stores, io, ui, () -> trouble.accept(new Trouble.NotSaved()));
    }

    /// A volume on the screen, and what its millimetres are.
    public record Opened(Volume volume, LengthMeaning meaning) {}

    /// The one volume that is open now, with its findings of before; `meaning` is what its millimetres are.
    public void open(Volume volume, LengthMeaning meaning) {
        open(List.of(new Opened(volume, meaning)));
    }

    /// The volumes that are open now, in the order in which they are shown; each comes with its findings of before.
    public void open(List<Opened> volumes) {
        List<Shelf> next = shelves.with(volumes);
        if (next.equals(shelves.all())) {
            return;
        }
        List<Shelf> fresh = next.stream().filter(shelf -> !shelves.all().contains(shelf)).toList();
        shelves.arrange(next);
        board.dropIf(d -> shelves.of(d.volume().id()).isEmpty());
        refresh();
        openings.set(openings.get() + 1);
        fresh.forEach(this::load);
    }

    private void load(Shelf shelf) {
        keeper.load(
                shelf,
                (store, found) -> {
                    if (shelves.all().contains(shelf)) {
                        loaded(shelf, store, found);
                    }
                });
    }

    private void loaded(Shelf shelf, FindingStore store, FindingStore.Found found) {
        switch (found) {
            case FindingStore.Found.Kept _ -> {}
            case FindingStore.Found.Damaged(_, int lost, String keptAs) ->
                    trouble.accept(new Trouble.Damaged(lost, keptAs));
            case FindingStore.Found.Unreadable() -> trouble.accept(new Trouble.Unreadable());
        }
        shelf.loaded(store, found);
        refresh();
    }

    /// No volume is open.
    public void close() {
        open(List.of());
    }

    /// Whether the findings of a volume are here, and can be changed.
    public boolean isOpen() {
        return shelves.all().stream().anyMatch(Shelf::isHere);
    }

    /// Whether a measure on this volume would be kept.
    public boolean takes(Volume volume) {
        return holds(volume.id());
    }

    /// Whether the findings of this volume are here.
    public boolean holds(String volumeId) {
        return shelves.of(volumeId).filter(Shelf::isHere).isPresent();
    }

    /// The findings of one volume.
    public List<Finding> of(Volume volume) {
        return shelves.of(volume.id()).map(Shelf::findings).orElse(List.of());
    }

    /// The open volume that a finding was measured on.
    public Optional<Volume> volumeOf(Finding finding) {
        return shelves.of(finding.volumeId()).map(Shelf::volume);
    }

    /// Whether findings of more than one volume can be here, so that each has to say whose it is.
    public boolean holdsSeveral() {
        return shelves.all().size() > 1;
    }

    /// Who hears of each step that a person took, and on which volume; not of steps back and forth.
    public void onDone(Consumer<String> newListener) {
        onDone = newListener;
    }

    public ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return board.draft();
    }

    public ReadOnlyObjectProperty<Optional<UUID>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Grows whenever something is to be drawn anew.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Grows whenever volumes come or go.
    public ReadOnlyIntegerProperty openings() {
        return openings.getReadOnlyProperty();
    }

    public void choose(Optional<UUID> finding) {
        if (!finding.equals(chosen.get())) {
            chosen.set(finding);
            redraw();
        }
    }

    public Optional<Finding> find(UUID id) {
        return shelves.holding(id).flatMap(shelf -> shelf.history().find(id));
    }

    /// Shows what the hand is drawing; figures of regions follow as soon as they are known. `of` is the finding that is
    /// being changed.
    public void draw(Optional<UUID> of, Measure measure, Volume on) {
        board.draw(of, measure, on);
    }

    private LengthMeaning meaning(Volume on) {
        return shelves.of(on.id()).map(Shelf::meaning).orElse(LengthMeaning.PATIENT);
    }

    private void redraw() {
        changes.set(changes.get() + 1);
    }

    /// Gives up what is being drawn.
    public void dropDraft() {
        board.drop();
    }

    /// Keeps what is being drawn as a finding, or as the new shape of one; what cannot be kept is told and dropped.
    public void keepDraft() {
        Draft now = board.draft().get().orElse(null);
        if (now == null || !takes(now.volume())) {
            dropDraft();
            return;
        }
        Optional<Trouble> obstacle = Obstacle.of(now.measure(), now.volume());
        if (obstacle.isPresent()) {
            dropDraft();
            trouble.accept(obstacle.get());
            return;
        }
        Shelf owner = shelves.of(now.volume().id()).orElseThrow();
        LengthMeaning meaning = owner.meaning();
        compute.execute(
                () -> {
                    Figures figures = Measuring.of(now.measure(), now.volume(), meaning);
                    ui.execute(
                            () -> {
                                if (shelves.all().contains(owner)) {
                                    keep(owner, now, figures);
                                }
                            });
                });
    }

    /// Tells why something was not kept.
    public void tell(Trouble what) {
        trouble.accept(what);
    }

    private void keep(Shelf owner, Draft kept, Figures figures) {
        board.dropIf(kept::isSameDrawingAs);
        Optional<Finding> before = kept.of().flatMap(owner.history()::find);
        if (before.isPresent()) {
            if (before.get().shape().equals(Optional.of(kept.measure()))) {
                redraw();
                return;
            }
            Finding changed = before.get().measured(kept.measure(), figures, clock.instant());
            step(owner, history -> history.change(changed, Deed.CHANGED));
        } else {
            add(
                    owner,
                    MeasureWords.name(kept.measure().kind()),
                    new Observed.Shaped(kept.measure(), figures),
                    Said.NOTHING);
        }
    }

    private void add(Shelf owner, String word, Observed observed, Said said) {
        var finding =
                new Finding(
                        UUID.randomUUID(),
                        owner.id(),
                        owner.volume().frame(),
                        owner.freeName(word),
                        observed,
                        said,
                        clock.instant());
        chosen.set(Optional.of(finding.id()));
        step(owner, history -> history.add(finding));
    }

    /// A classification on an open volume.
    public void classify(Volume on, Target of, String name, Said said) {
        shelves.of(on.id())
                .filter(Shelf::isHere)
                .ifPresent(
                        owner ->
                                add(
                                        owner,
                                        FindingFields.plain(name),
                                        new Observed.Classified(of),
                                        said));
    }

    /// What the reader says of a finding.
    public void describe(UUID id, Said said) {
        find(id).ifPresent(
                        before ->
                                on(
                                        id,
                                        history ->
                                                history.change(before.with(said), Deed.DESCRIBED)));
    }

    /// How sure the reader is of a finding.
    public void rate(UUID id, Confidence confidence) {
        find(id).ifPresent(f -> describe(id, f.said().with(confidence)));
    }

    /// Which findings are drawn.
    public Eyes eyes() {
        return eyes;
    }

    /// An empty name is none and changes nothing.
    public void rename(UUID id, String name) {
        String stripped = FindingFields.plain(name);
        Finding before = find(id).orElse(null);
        if (before != null && !stripped.isEmpty()) {
            on(id, history -> history.change(before.withName(stripped), Deed.RENAMED));
        }
    }

    public void delete(UUID id) {
        on(id, history -> history.delete(id));
    }

    private void on(UUID finding, Consumer<FindingHistory> deed) {
        shelves.holding(finding).ifPresent(shelf -> step(shelf, deed));
    }

    /// Nothing is kept, and nothing can be undone, where nothing differs.
    private void step(Shelf shelf, Consumer<FindingHistory> deed) {
        List<Finding> before = shelf.findings();
        deed.accept(shelf.history());
        if (!before.equals(shelf.findings())) {
            shelves.did(shelf);
            changed(shelf);
            onDone.accept(shelf.id());
        }
    }

    /// What was taken back: of all open volumes what was done last.
    public Optional<Step> undo() {
        return turned(shelves.undo());
    }

    /// What was done again.
    public Optional<Step> redo() {
        return turned(shelves.redo());
    }

    private Optional<Step> turned(Optional<Shelves.Turned> turned) {
        turned.ifPresent(t -> changed(t.shelf()));
        return turned.map(Shelves.Turned::step);
    }

    private void changed(Shelf shelf) {
        refresh();
        keeper.save(shelf);
    }

    private void refresh() {
        findings.set(shelves.findings());
        chosen.get()
                .filter(id -> shelves.holding(id).isEmpty())
                .ifPresent(_ -> chosen.set(Optional.empty()));
        redraw();
    }

    /// Done as soon as everything that was asked for until now is on the disk, or the disk took it not.
    public CompletableFuture<?> saved() {
        return keeper.saved();
    }
}
