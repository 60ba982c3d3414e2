// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.desktop.work.Job;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;

/// What the left panel shows: nothing, a folder that is being read, or the studies found in it. Needs no toolkit; FX
/// thread.
///
/// Reading that fails, finds nothing or is given up brings back what was shown before.
public final class StudiesModel {
    /// The states of the panel.
    public sealed interface State {
        record Empty() implements State {}

        /// `work` says what is done (`Reading chest`), `counted` what its progress counts (`files`).
        record Reading(String work, String counted) implements State {}

        record Found(String folder, StudyList list) implements State {}

        /// The folder was read, holds no study, and nothing else is shown.
        record NothingFound(String folder, List<SkippedFile> skipped) implements State {}
    }

    /// Why a folder is not shown.
    public sealed interface Refusal {
        String folder();

        record Unreadable(String folder, Throwable cause) implements Refusal {}

        /// It was read; `skipped` says why none of its files is shown.
        record NothingThere(String folder, List<SkippedFile> skipped) implements Refusal {}
    }

    private final StudySource source;
    private final Workshop workshop;
    private final Consumer<Refusal> refused;
    private final Latest reading = new Latest();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Empty());
    private final ReadOnlyObjectWrapper<Optional<SeriesRow>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FirstImage>> firstImage =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<String>> stopped =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Map<String, String>> columns =
            new ReadOnlyObjectWrapper<>(Map.of());
    private Consumer<SeriesRow> onBeside = _ -> {};
    private BiConsumer<StudyRow, SeriesRow> onOpen = (_, _) -> {};
    private Consumer<List<Path>> onFound = _ -> {};
    private State before = new State.Empty();
    private long asked;

    public StudiesModel(StudySource source, Workshop workshop, Consumer<Refusal> refused) {
        this.source = source;
        this.workshop = workshop;
        this.refused = refused;
        state.addListener(
                (_, _, now) -> {
                    if (!(now instanceof State.Reading)) {
                        firstImage.set(Optional.empty());
                    }
                });
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The series that the picture shows.
    public ReadOnlyObjectProperty<Optional<SeriesRow>> open() {
        return open.getReadOnlyProperty();
    }

    /// Who shows a series when a person picks it.
    public void onOpen(BiConsumer<StudyRow, SeriesRow> newListener) {
        onOpen = newListener;
    }

    /// Who hears of folders and files in which studies were found.
    public void onFound(Consumer<List<Path>> newListener) {
        onFound = newListener;
    }

    /// Reads folders or files in place of what is shown; what was being read is given up.
    public void read(List<Path> places) {
        if (places.isEmpty()) {
            return;
        }
        String folder = name(places);
        long ticket = asked + 1; // which this reading gets
        begin(
                "Reading " + folder,
                "files",
                (cancel, progress) ->
                        source.read(
                                places,
                                image -> workshop.tell(() -> show(image, ticket)),
                                cancel,
                                progress),
                list -> found(folder, places, list),
                cause -> refuse(new Refusal.Unreadable(folder, cause)));
    }

    /// Makes a folder first, then reads it; `counted` is what the progress of making counts.
    public void make(String work, String counted, Job<Path> making, Consumer<Throwable> failed) {
        begin(
                work,
                counted,
                making,
                folder -> read(List.of(folder)),
                cause -> {
                    state.set(before);
                    failed.accept(cause);
                });
    }

    private <T> void begin(
            String work, String counted, Job<T> job, Consumer<T> done, Consumer<Throwable> failed) {
        if (!(state.get() instanceof State.Reading)) {
            before = state.get();
        }
        long ticket = ++asked;
        firstImage.set(Optional.empty()); // that of a reading that this one replaces
        state.set(new State.Reading(work, counted));
        var running = reading.replace(() -> workshop.readOrWrite(work, job, done, failed));
        running.counting(counted);
        running.whenCancelled(
                () -> {
                    if (ticket == asked) { // not where newer reading took its place
                        state.set(before);
                    }
                });
    }

    private void show(FirstImage image, long ticket) {
        if (ticket == asked && state.get() instanceof State.Reading) {
            firstImage.set(Optional.of(image));
        }
    }

    /// One image of what is being read, where one is known already.
    public ReadOnlyObjectProperty<Optional<FirstImage>> firstImage() {
        return firstImage.getReadOnlyProperty();
    }

    /// The reading that is going on, for its progress.
    Optional<Workshop.Running> work() {
        return reading.running();
    }

    /// Gives up reading and shows what was there before.
    public void cancel() {
        reading.cancel();
    }

    public void open(StudyRow study, SeriesRow series) {
        forgetStopped(series.id()::equals);
        open.set(Optional.of(series));
        onOpen.accept(study, series);
    }

    /// Who shows a series beside what is open.
    public void onBeside(Consumer<SeriesRow> newListener) {
        onBeside = newListener;
    }

    public void openBeside(SeriesRow series) {
        onBeside.accept(series);
    }

    /// Says which series the picture shows after all, where that is not the one that was picked last.
    public void showsInstead(Optional<SeriesRow> series) {
        open.set(series);
    }

    /// The letters of the columns in which series stand that are compared, by their rows' ids.
    public ReadOnlyObjectProperty<Map<String, String>> columns() {
        return columns.getReadOnlyProperty();
    }

    public void standInColumns(Map<String, String> letters) {
        columns.set(Map.copyOf(letters));
    }

    /// The rows whose series a person gave up loading and did not open again, by their ids.
    public ReadOnlyObjectProperty<Set<String>> stopped() {
        return stopped.getReadOnlyProperty();
    }

    public void markStopped(SeriesRow series) {
        var more = new HashSet<>(stopped.get());
        more.add(series.id());
        stopped.set(Set.copyOf(more));
    }

    private void forgetStopped(Predicate<String> which) {
        var left = new HashSet<>(stopped.get());
        if (left.removeIf(which)) {
            stopped.set(Set.copyOf(left));
        }
    }

    /// Shows a picture that came later, if its series is still listed.
    public void setThumbnail(String seriesId, Thumbnail picture) {
        if (state.get() instanceof State.Found(String folder, StudyList list)) {
            state.set(new State.Found(folder, list.withThumbnail(seriesId, picture)));
        } else if (before instanceof State.Found(String folder, StudyList list)) {
            before = new State.Found(folder, list.withThumbnail(seriesId, picture));
        }
    }

    private void found(String folder, List<Path> places, StudyList list) {
        if (list.studies().isEmpty()) {
            var nothing = new Refusal.NothingThere(folder, list.skipped());
            if (!(before instanceof State.Found)) {
                before = new State.NothingFound(folder, list.skipped());
            }
            refuse(nothing);
            return;
        }
        open.set(Optional.empty());
        forgetStopped(_ -> true);
        state.set(new State.Found(folder, list));
        workshop.tell(
                () -> onFound.accept(places)); // a turn of its own: the list is enough for one
    }

    private void refuse(Refusal refusal) {
        state.set(before);
        refused.accept(refusal);
    }

    private static String name(List<Path> places) {
        Path first = places.getFirst();
        Path last = first.getFileName();
        String name = last == null ? first.toString() : last.toString();
        return places.size() == 1 ? name : name + " and " + (places.size() - 1) + " more";
    }
}
