// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The versions of the volume that is shown: which there are, which are drawn, what is done with them. No nodes; FX thread.
public final class VersionsModel {
    private static final Logger LOG = LoggerFactory.getLogger(VersionsModel.class);

    private final WorkspaceModel workspace;
    private final ShownReading shown;
    private final Consumer<Notice> notices;
    private final DrawnVersions drawn;
    private final VersionDeeds deeds;
    private final ReadOnlyObjectWrapper<VersionsState> state =
            new ReadOnlyObjectWrapper<>(new VersionsState.Nothing());
    private final ObjectProperty<VersionMark.Source> marks =
            new SimpleObjectProperty<>(_ -> VersionMark.UNSIGNED);
    private Optional<String> chosen = Optional.empty();
    private Consumer<Digest> signing = _ -> {};
    private long ticket;

    /// @param layers over the volume that is shown
    public VersionsModel(
            WorkspaceModel workspace,
            ShownReading shown,
            Layers layers,
            ExecutorService compute,
            Consumer<Notice> notices) {
        this.workspace = workspace;
        this.shown = shown;
        this.notices = notices;
        drawn = new DrawnVersions(this, layers, compute);
        deeds = new VersionDeeds(this);
        shown.shown().subscribe(_ -> look());
    }

    public ReadOnlyObjectProperty<VersionsState> state() {
        return state.getReadOnlyProperty();
    }

    /// Which of them are drawn over the volume.
    DrawnVersions drawn() {
        return drawn;
    }

    /// What is done with them.
    VersionDeeds deeds() {
        return deeds;
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
        choose(reading.key());
    }

    void choose(String reading) {
        chosen = Optional.of(reading);
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
            state.set(new VersionsState.Nothing());
            drawn.forget();
            return;
        }
        Shown volume = now.get();
        Optional<String> wanted = chosen;
        String person = workspace.session().actor().person();
        workspace.ask(
                open -> Listing.of(open, person, volume, wanted),
                listed -> {
                    if (own == ticket) {
                        state.set(listed);
                    }
                },
                cause -> LOG.warn("versions are not listed: {}", cause.getMessage()));
    }

    /// Whether the reading that is listed is the person's own: only then may they add to it.
    boolean isOwn() {
        return listed().filter(this::isOwn).isPresent();
    }

    boolean isOwn(VersionsState.Listed list) {
        return list.reading()
                .filter(reading -> reading.reader().equals(workspace.session().actor().person()))
                .isPresent();
    }

    Optional<VersionsState.Listed> listed() {
        return state.get() instanceof VersionsState.Listed listed
                ? Optional.of(listed)
                : Optional.empty();
    }

    boolean isShown(VersionsState.Listed then) {
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
