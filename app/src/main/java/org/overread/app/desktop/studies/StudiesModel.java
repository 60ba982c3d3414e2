// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;

/// What the left panel shows: nothing, a folder that is being read, or the studies found in it. Needs no toolkit; FX
/// thread.
public final class StudiesModel {
    /// The states of the panel.
    public sealed interface State {
        record Empty() implements State {}

        record Reading(String folder) implements State {}

        record Found(String folder, StudyList list) implements State {}

        /// The folder was read and holds no study.
        record NothingFound(String folder, List<SkippedFile> skipped) implements State {}
    }

    private final StudySource source;
    private final Workshop workshop;
    private final Consumer<FolderFailure> failed;
    private final Latest reading = new Latest();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Empty());
    private final ReadOnlyObjectWrapper<Optional<SeriesRow>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private BiConsumer<StudyRow, SeriesRow> onOpen = (_, _) -> {};

    /// A folder that could not be read, and what stood in the way.
    public record FolderFailure(String folder, Throwable cause) {}

    public StudiesModel(StudySource source, Workshop workshop, Consumer<FolderFailure> failed) {
        this.source = source;
        this.workshop = workshop;
        this.failed = failed;
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

    /// Reads folders or files in place of what is shown; what was being read is given up.
    public void read(List<Path> places) {
        if (places.isEmpty()) {
            return;
        }
        String folder = name(places);
        State before = state.get() instanceof State.Reading ? new State.Empty() : state.get();
        state.set(new State.Reading(folder));
        reading.replace(
                () ->
                        workshop.readOrWrite(
                                "Reading " + folder,
                                (cancel, progress) -> source.read(places, cancel, progress),
                                list -> found(folder, list),
                                cause -> refuse(folder, before, cause)));
    }

    /// The reading that is going on, for its progress.
    Optional<Workshop.Running> work() {
        return reading.running();
    }

    /// Gives up reading and shows the empty panel.
    public void cancel() {
        reading.cancel();
        state.set(new State.Empty());
    }

    public void open(StudyRow study, SeriesRow series) {
        open.set(Optional.of(series));
        onOpen.accept(study, series);
    }

    /// Shows a picture that came later, if its series is still listed.
    public void setThumbnail(String seriesId, Thumbnail picture) {
        if (state.get() instanceof State.Found(String folder, StudyList list)) {
            state.set(new State.Found(folder, list.withThumbnail(seriesId, picture)));
        }
    }

    private void found(String folder, StudyList list) {
        open.set(Optional.empty());
        state.set(
                list.studies().isEmpty()
                        ? new State.NothingFound(folder, list.skipped())
                        : new State.Found(folder, list));
    }

    private void refuse(String folder, State before, Throwable cause) {
        state.set(before);
        failed.accept(new FolderFailure(folder, cause));
    }

    private static String name(List<Path> places) {
        Path first = places.getFirst();
        Path last = first.getFileName();
        String name = last == null ? first.toString() : last.toString();
        return places.size() == 1 ? name : name + " and " + (places.size() - 1) + " more";
    }
}
