// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.overlay.LabelVersion;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.app.desktop.reading.overlay.Showing;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.app.store.StoredLabels;
import org.overread.segmentation.work.Crew;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.TaskState;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.work.CancelToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The versions of the volume that is shown: which there are, which are drawn, what is done with them. No nodes; FX thread.
public final class VersionsModel {
    private static final Logger LOG = LoggerFactory.getLogger(VersionsModel.class);

    /// What there is to list.
    public sealed interface State {
        /// Nothing is shown, or there is no workspace.
        record Nothing() implements State {}

        /// The versions of one of the readings of the volume, the first one first.
        ///
        /// @param readings those that the person may see
        /// @param hidden how many they may not see before handing in their own
        record Listed(
                Shown shown,
                List<Reading> readings,
                int hidden,
                Optional<Reading> reading,
                List<StoredVersion> versions)
                implements State {
            public Listed {
                readings = List.copyOf(readings);
                versions = List.copyOf(versions);
            }
        }
    }

    private final WorkspaceModel workspace;
    private final ShownReading shown;
    private final Layers layers;
    private final ExecutorService compute;
    private final Consumer<Notice> notices;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final ReadOnlyObjectWrapper<Optional<ComparedVersions>> compared =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<VersionMark.Source> marks =
            new SimpleObjectProperty<>(_ -> VersionMark.UNSIGNED);
    private Optional<String> chosen = Optional.empty();
    private Before before = new Before(Optional.empty(), Optional.empty(), Showing.NONE);
    private Consumer<Digest> signing = _ -> {};
    private long ticket;

    /// What was drawn before two versions were compared.
    private record Before(
            Optional<LabelVersion> first, Optional<LabelVersion> second, Showing showing) {}

    /// @param layers over the volume that is shown
    public VersionsModel(
            WorkspaceModel workspace,
            ShownReading shown,
            Layers layers,
            ExecutorService compute,
            Consumer<Notice> notices) {
        this.workspace = workspace;
        this.shown = shown;
        this.layers = layers;
        this.compute = compute;
        this.notices = notices;
        shown.shown().subscribe(_ -> look());
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The two versions that are compared now.
    ReadOnlyObjectProperty<Optional<ComparedVersions>> compared() {
        return compared.getReadOnlyProperty();
    }

    /// Who knows whether a version is signed.
    public ObjectProperty<VersionMark.Source> marks() {
        return marks;
    }

    /// Who shows a version to be signed.
    public void signThrough(Consumer<Digest> other) {
        signing = other;
    }

    void sign(StoredVersion version) {
        signing.accept(version.id());
    }

    WorkspaceModel workspace() {
        return workspace;
    }

    /// Lists the versions of another reading of the volume.
    void choose(Reading reading) {
        chosen = Optional.of(reading.key());
        look();
    }

    /// Looks again at what is stored.
    public void refresh() {
        shown.refresh();
        look();
    }

    private void look() {
        long own = ++ticket;
        Optional<Shown> now = shown.shown().get();
        if (now.isEmpty()) {
            chosen = Optional.empty();
            state.set(new State.Nothing());
            compared.set(Optional.empty());
            return;
        }
        Shown volume = now.get();
        Optional<String> wanted = chosen;
        String person = workspace.session().actor().person();
        workspace.ask(
                open -> {
                    boolean blind =
                            open.tasks().of(person).stream()
                                    .anyMatch(task -> isBlind(task, volume));
                    List<Reading> seen =
                            volume.readings().stream()
                                    .filter(one -> !blind || one.reader().equals(person))
                                    .toList();
                    Optional<Reading> reading = listed(open, seen, wanted, volume.current());
                    List<StoredVersion> versions =
                            reading.isPresent()
                                    ? open.versions().of(reading.get().key())
                                    : List.of();
                    return new State.Listed(
                            volume,
                            seen,
                            volume.readings().size() - seen.size(),
                            reading,
                            versions);
                },
                listed -> {
                    if (own == ticket) {
                        state.set(listed);
                    }
                },
                cause -> LOG.warn("versions are not listed: {}", cause.getMessage()));
    }

    /// The reading that was asked for, else the one that the person works in; where nothing of it is saved yet, what
    /// others saved is worth more than an empty list.
    private static Optional<Reading> listed(
            Workspace open, List<Reading> seen, Optional<String> wanted, Optional<Reading> current)
            throws StoreException {
        for (Reading one : seen) {
            if (wanted.filter(one.key()::equals).isPresent()) {
                return Optional.of(one);
            }
        }
        Optional<Reading> own = current.filter(seen::contains);
        if (own.isPresent() && !open.versions().of(own.get().key()).isEmpty()) {
            return own;
        }
        for (Reading one : seen) {
            if (!open.versions().of(one.key()).isEmpty()) {
                return Optional.of(one);
            }
        }
        return own.or(() -> seen.stream().findFirst());
    }

    /// Whether the reader may not see what others drew on the volume yet.
    private static boolean isBlind(ReadTask task, Shown volume) {
        return task.volume().equals(volume.seen().key())
                && task.blindness() == ReadTask.Blindness.BLIND
                && switch (task.state()) {
                    case TO_DO, IN_PROGRESS, RETURNED -> true;
                    case SUBMITTED, ACCEPTED, WITHDRAWN -> false;
                };
    }

    /// Draws the labels of a version over the volume.
    void show(StoredVersion version) {
        listed().ifPresent(
                        now ->
                                workspace.ask(
                                        open ->
                                                ComparedVersions.drawn(
                                                        version,
                                                        new StoredLabels(open)
                                                                .segments(
                                                                        ComparedVersions.content(
                                                                                open, version)),
                                                        now.shown().volume()),
                                        drawn -> {
                                            if (isShown(now)) {
                                                compared.set(Optional.empty());
                                                layers.show(
                                                        Optional.of(drawn),
                                                        Optional.empty(),
                                                        Showing.A);
                                            }
                                        },
                                        cause -> refused("The version is not shown.", cause)));
    }

    /// Draws two versions, the older as A, and says how they differ.
    void compare(StoredVersion one, StoredVersion other) {
        StoredVersion old = one.number() <= other.number() ? one : other;
        StoredVersion now = old.equals(one) ? other : one;
        listed().ifPresent(
                        list ->
                                workspace.ask(
                                        open ->
                                                ComparedVersions.read(
                                                        open,
                                                        old,
                                                        now,
                                                        list.shown().volume(),
                                                        Crew.of(compute, new CancelToken())),
                                        both -> {
                                            if (isShown(list)) {
                                                begin(both);
                                            }
                                        },
                                        cause -> refused("The versions are not compared.", cause)));
    }

    private void begin(ComparedVersions both) {
        if (compared.get().isEmpty()) {
            before =
                    new Before(layers.first().get(), layers.second().get(), layers.showing().get());
        }
        compared.set(Optional.of(both));
        layers.show(Optional.of(both.drawnBefore()), Optional.of(both.drawnAfter()), Showing.BOTH);
    }

    /// Draws again what was drawn before.
    void endComparison() {
        if (compared.get().isPresent()) {
            compared.set(Optional.empty());
            layers.show(before.first(), before.second(), before.showing());
        }
    }

    void rename(StoredVersion version, String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.equals(VersionWords.title(version))) {
            return;
        }
        workspace.change(
                open -> {
                    open.versions().name(version.id(), stripped);
                    return stripped;
                },
                _ -> refresh(),
                cause -> refused("The version keeps its name.", cause));
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
        listed().ifPresent(
                        list ->
                                commit(
                                        version,
                                        isOwn()
                                                ? "branched from version " + version.number()
                                                : "continues version %d of %s"
                                                        .formatted(
                                                                version.number(), version.reader()),
                                        open -> {
                                            Version content =
                                                    open.versions().branched(version.id());
                                            return isOwn(list)
                                                    ? content
                                                    : inOwn(open, list.shown(), content);
                                        }));
    }

    private Version inOwn(Workspace open, Shown volume, Version content) throws IOException {
        String person = workspace.session().actor().person();
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

    /// Whether the reading that is listed is the person's own: only then may they add to it.
    boolean isOwn() {
        return listed().filter(this::isOwn).isPresent();
    }

    private boolean isOwn(State.Listed list) {
        return list.reading()
                .filter(reading -> reading.reader().equals(workspace.session().actor().person()))
                .isPresent();
    }

    /// The findings of the version come back with its labels.
    private void commit(StoredVersion old, String reason, WorkspaceModel.Work<Version> content) {
        workspace.change(
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
                    chosen = Optional.of(made.reading());
                    refresh();
                },
                cause -> refused("No version was saved.", cause));
    }

    /// Erases the labels of the reading that is listed; that they were made stays known.
    void withdraw(String reason) {
        listed().flatMap(State.Listed::reading)
                .ifPresent(
                        reading ->
                                workspace.change(
                                        open -> {
                                            var erased =
                                                    open.withdrawals()
                                                            .withdraw(reading.key(), reason);
                                            open.tasks().enter(reading.task(), TaskState.WITHDRAWN);
                                            return erased;
                                        },
                                        erased -> {
                                            layers.show(
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Showing.NONE);
                                            compared.set(Optional.empty());
                                            notices.accept(
                                                    Notice.good(
                                                            "The reading was withdrawn: %,d objects were erased."
                                                                    .formatted(erased.objects())));
                                            refresh();
                                        },
                                        cause -> refused("Nothing was withdrawn.", cause)));
    }

    Optional<State.Listed> listed() {
        return state.get() instanceof State.Listed listed ? Optional.of(listed) : Optional.empty();
    }

    private boolean isShown(State.Listed then) {
        return listed().filter(now -> now.shown().volume().equals(then.shown().volume()))
                .isPresent();
    }

    void refused(String what, Throwable cause) {
        LOG.warn("{} {}", what, cause.getMessage());
        notices.accept(Notice.bad(what, "What is stored is unchanged.", said(cause)));
    }

    private static String said(Throwable cause) {
        return cause instanceof IOException ? String.valueOf(cause.getMessage()) : "";
    }

    void tell(Notice notice) {
        notices.accept(notice);
    }
}
