// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.app.store.StoredLabels;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.TaskState;
import org.overread.sync.store.version.StoredVersion;

/// What is done with versions: named, restored, branched from, withdrawn. Nothing is ever removed but what consent was
/// withdrawn for. FX thread.
final class VersionDeeds {
    private final VersionsModel model;

    VersionDeeds(VersionsModel model) {
        this.model = model;
    }

    void rename(StoredVersion version, String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.equals(VersionWords.title(version))) {
            return;
        }
        model.workspace()
                .change(
                        open -> {
                            open.versions().name(version.id(), stripped);
                            return stripped;
                        },
                        _ -> model.refresh(),
                        cause -> model.refused("The version keeps its name.", cause));
    }

    /// Makes a new version with the labels of an earlier one, after all that came since.
    void restore(StoredVersion version) {
        commit(
                version,
                "restored version " + version.number(),
                open -> open.versions().restored(version.id()));
    }

    /// Makes a new version that continues an earlier one beside what came since; one of another reader is continued in
    /// the person's own reading.
    void branch(StoredVersion version) {
        model.listed()
                .ifPresent(
                        list ->
                                commit(
                                        version,
                                        model.isOwn()
                                                ? "branched from version " + version.number()
                                                : "continues version %d of %s"
                                                        .formatted(
                                                                version.number(), version.reader()),
                                        open -> {
                                            Version content =
                                                    open.versions().branched(version.id());
                                            return model.isOwn(list)
                                                    ? content
                                                    : inOwn(open, list.shown(), content);
                                        }));
    }

    private Version inOwn(Workspace open, Shown volume, Version content) throws IOException {
        String person = model.workspace().session().actor().person();
        Optional<Reading> current =
                volume.current().filter(reading -> reading.reader().equals(person));
        Reading own =
                current.isPresent()
                        ? current.get()
                        : new StoredLabels(open).reading(ShownReading.OWN_PROJECT, volume.seen());
        return new Version(
                own.key(),
                Optional.of(own.task()),
                content.image(),
                content.layers(),
                content.parents(),
                content.guideline(),
                content.ontology(),
                0);
    }

    /// The findings of the version come back with its labels.
    private void commit(StoredVersion old, String reason, WorkspaceModel.Work<Version> content) {
        model.workspace()
                .change(
                        open ->
                                new StoredLabels(open)
                                        .commit(
                                                content.run(open),
                                                reason,
                                                List.of(),
                                                open.versions()
                                                        .statement(old.id())
                                                        .flatMap(said -> said.heading().more())),
                        made -> {
                            model.choose(made.reading());
                            model.refresh();
                        },
                        cause -> model.refused("No version was saved.", cause));
    }

    /// Erases the labels of the reading that is listed; that they were made stays known.
    void withdraw(String reason) {
        model.listed()
                .flatMap(VersionsState.Listed::reading)
                .ifPresent(
                        reading ->
                                model.workspace()
                                        .change(
                                                open -> {
                                                    var erased =
                                                            open.withdrawals()
                                                                    .withdraw(
                                                                            reading.key(), reason);
                                                    open.tasks()
                                                            .enter(
                                                                    reading.task(),
                                                                    TaskState.WITHDRAWN);
                                                    return erased;
                                                },
                                                erased -> {
                                                    model.drawn().clear();
                                                    model.tell(
                                                            Notice.good(
                                                                    "The reading was withdrawn: %,d objects were erased."
                                                                            .formatted(
                                                                                    erased
                                                                                            .objects())));
                                                    model.refresh();
                                                },
                                                cause ->
                                                        model.refused(
                                                                "Nothing was withdrawn.", cause)));
    }
}
