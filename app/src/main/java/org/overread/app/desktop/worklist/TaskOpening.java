// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.StudiesModel;
import org.overread.app.desktop.studies.StudyRow;
import org.overread.app.desktop.workspace.AskPlace;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.app.store.Sighting;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.project.TaskState;
import org.overread.viewer.opening.OpenableVolume;

/// Opens the series of a task where it was seen last, and asks where it is when it is not there any more. FX thread.
public final class TaskOpening {
    private final WorkspaceModel workspace;
    private final ShownReading shown;
    private final StudiesModel studies;
    private final Function<String, Optional<OpenableVolume>> sources;
    private final AskPlace places;
    private final Consumer<Notice> notices;
    private Optional<WorklistRow> wanted = Optional.empty();

    /// @param sources where a row of the list of studies is read from
    public TaskOpening(
            WorkspaceModel workspace,
            ShownReading shown,
            StudiesModel studies,
            Function<String, Optional<OpenableVolume>> sources,
            AskPlace places,
            Consumer<Notice> notices) {
        this.workspace = workspace;
        this.shown = shown;
        this.studies = studies;
        this.sources = sources;
        this.places = places;
        this.notices = notices;
        studies.state().subscribe(this::follow);
    }

    void open(WorklistRow row) {
        begin(row);
        if (studies.state().get() instanceof StudiesModel.State.Found found && openIn(found, row)) {
            return;
        }
        Optional<Path> place =
                row.volume().paths().reversed().stream()
                        .map(Path::of)
                        .filter(Files::exists)
                        .findFirst();
        if (place.isPresent()) {
            read(row, place.get());
        } else {
            notThere(row, "It is not where it was seen last.");
        }
    }

    /// The reading of the task, begun where there is none; the task is in progress from now on.
    private void begin(WorklistRow row) {
        String key = row.task().key();
        shown.want(key);
        if (workspace.state().get().toWrite().isEmpty()) {
            return;
        }
        workspace.change(
                open -> {
                    var reading = open.readings().open(key, key);
                    switch (row.task().state()) {
                        case TO_DO, RETURNED -> open.tasks().enter(key, TaskState.IN_PROGRESS);
                        case IN_PROGRESS, SUBMITTED, ACCEPTED, WITHDRAWN -> {}
                    }
                    return reading;
                },
                reading -> {
                    shown.want(reading.key());
                    shown.refresh();
                },
                cause ->
                        notices.accept(
                                Notice.bad(
                                        "The task was not begun.",
                                        "Nothing was changed.",
                                        String.valueOf(cause.getMessage()))));
    }

    private void read(WorklistRow row, Path place) {
        wanted = Optional.of(row);
        studies.read(List.of(place));
    }

    private void follow(StudiesModel.State state) {
        if (wanted.isEmpty()) {
            return;
        }
        WorklistRow row = wanted.get();
        switch (state) {
            case StudiesModel.State.Found found -> {
                if (found.list().studies().isEmpty()) {
                    return;
                }
                wanted = Optional.empty();
                if (!openIn(found, row)) {
                    notThere(row, "“%s” does not hold it.".formatted(found.folder()));
                }
            }
            case StudiesModel.State.NothingFound(String folder, _) -> {
                wanted = Optional.empty();
                notThere(row, "“%s” holds no images.".formatted(folder));
            }
            case StudiesModel.State.Empty _, StudiesModel.State.Reading _ -> {}
        }
    }

    private boolean openIn(StudiesModel.State.Found found, WorklistRow row) {
        SeenVolume seen = row.volume();
        for (StudyRow study : found.list().studies()) {
            for (SeriesRow series : study.series()) {
                if (sources.apply(series.id())
                        .filter(one -> Sighting.isOf(seen, one))
                        .isPresent()) {
                    studies.open(study, series);
                    return true;
                }
            }
        }
        return false;
    }

    private void notThere(WorklistRow row, String why) {
        notices.accept(
                Notice.caution(
                                "“%s” was not found.".formatted(row.title()),
                                why,
                                "Its labels are in the workspace, unchanged.")
                        .withOffer("Locate the series", () -> locate(row)));
    }

    private void locate(WorklistRow row) {
        places.folder("Where “%s” is now".formatted(row.title()))
                .ifPresent(folder -> read(row, folder));
    }
}
