// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.workspace.WorkspaceState;
import org.overread.app.reading.Saving;
import org.overread.app.reading.StoredReading;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The labels of all volumes that are shown: one model a volume, however many columns and windows show it, drawn in all of
/// them. A volume that nobody shows any more is let go once all that was drawn on it is on the disk. FX thread.
public final class LabelDesk implements LabelSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LabelDesk.class);

    private static final Duration MOST_WAIT = Duration.ofSeconds(10);

    private final Comparison comparison;
    private final LabelOpening opening;
    private final Supplier<Optional<String>> wanted;
    private final Executor io;
    private final Executor ui;
    private final Consumer<Notice> notices;
    private final Map<String, Shown> shown = new HashMap<>();
    private final Set<Column> followed = new HashSet<>();
    private final ReadOnlyObjectWrapper<Optional<LabelModel>> active =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param sources where a volume was read from, by its id
    /// @param wanted the reading that the next volume is to be shown for
    public LabelDesk(
            Comparison comparison,
            Supplier<WorkspaceState> workspace,
            Function<String, Optional<OpenableVolume>> sources,
            Supplier<Optional<String>> wanted,
            Executor io,
            Executor ui,
            InstantSource clock,
            Consumer<Notice> notices) {
        this.comparison = comparison;
        this.io = io;
        this.ui = ui;
        this.notices = notices;
        this.wanted = wanted;
        opening = new LabelOpening(workspace, sources, io, clock);
        comparison.columns().subscribe(this::followColumns);
        followColumns();
        comparison.focused().subscribe(_ -> chooseActive());
    }

    /// A volume, who shows it, and its labels as soon as they are open.
    private static final class Shown {
        private final Volume volume;
        private final Set<Column> columns = new HashSet<>();
        private @Nullable LabelModel model;
        private Optional<StoredReading> stored = Optional.empty();
        private final CompletableFuture<Keeping> keeping = new CompletableFuture<>();

        Shown(Volume volume) {
            this.volume = volume;
        }
    }

    /// Where what is said of a volume is kept.
    public sealed interface Keeping {
        record InReading(StoredReading reading) implements Keeping {}

        /// There is no workspace for it now.
        record Elsewhere() implements Keeping {}

        /// Nothing of it may be kept: consent is gone.
        record Nowhere() implements Keeping {}
    }

    /// Where what is said of a volume is kept, as soon as its labels are open.
    public CompletableFuture<Keeping> keeping(Volume volume) {
        return Optional.ofNullable(shown.get(volume.id()))
                .map(one -> one.keeping)
                .orElseGet(() -> CompletableFuture.completedFuture(new Keeping.Elsewhere()));
    }

    private static Keeping keeping(LabelOpening.Opened opened) {
        if (opened.stored().isPresent()) {
            return new Keeping.InReading(opened.stored().get());
        }
        return opened.saving() instanceof Saving.NotKept(String why)
                        && why.equals(LabelOpening.WITHDRAWN)
                ? new Keeping.Nowhere()
                : new Keeping.Elsewhere();
    }

    @Override
    public Optional<LabelModel> of(Volume volume) {
        return Optional.ofNullable(shown.get(volume.id())).map(one -> one.model);
    }

    /// Where a model's steps and versions are kept; empty where nothing keeps them.
    public Optional<StoredReading> stored(LabelModel model) {
        return Optional.ofNullable(shown.get(model.volume().id())).flatMap(one -> one.stored);
    }

    /// The labels of the column that has the keyboard.
    public ReadOnlyObjectProperty<Optional<LabelModel>> active() {
        return active.getReadOnlyProperty();
    }

    private void followColumns() {
        for (Column column : comparison.columns()) {
            if (followed.add(column)) {
                column.reading().content().subscribe(content -> follow(column, content));
            }
        }
        for (Column gone :
                followed.stream().filter(c -> !comparison.columns().contains(c)).toList()) {
            followed.remove(gone);
            leave(gone, Optional.empty());
        }
        chooseActive();
    }

    private void follow(Column column, Content content) {
        Optional<Volume> volume =
                content instanceof Content.Ready(Volume ready)
                        ? Optional.of(ready)
                        : Optional.empty();
        leave(column, volume.map(Volume::id));
        volume.ifPresent(ready -> join(column, ready));
        chooseActive();
    }

    private void join(Column column, Volume volume) {
        Shown one = shown.get(volume.id());
        if (one == null) {
            one = new Shown(volume);
            shown.put(volume.id(), one);
            open(one);
        }
        if (one.columns.add(column)) {
            draw(one);
        }
    }

    private void leave(Column column, Optional<String> except) {
        for (Shown one : List.copyOf(shown.values())) {
            boolean stays = except.filter(one.volume.id()::equals).isPresent();
            if (!stays && one.columns.remove(column)) {
                column.layers().draw(List.of(), _ -> Optional.empty());
                if (one.columns.isEmpty()) {
                    letGo(one);
                }
            }
        }
    }

    private void open(Shown one) {
        Optional<String> reading = wanted.get();
        io.execute(
                () -> {
                    LabelOpening.Opened opened;
                    try {
                        opened =
                                opening.open(
                                        one.volume,
                                        reading,
                                        now -> ui.execute(() -> saving(one, now)));
                    } catch (IOException e) {
                        LOG.warn("a working copy was not opened", e);
                        ui.execute(() -> notOpened(one));
                        return;
                    }
                    ui.execute(() -> opened(one, opened));
                });
    }

    private void opened(Shown one, LabelOpening.Opened opened) {
        var model = new LabelModel(one.volume, opened.copy(), opened.saving());
        one.model = model;
        one.stored = opened.stored();
        one.keeping.complete(keeping(opened));
        opened.trouble().ifPresent(sentence -> notices.accept(Notice.caution(sentence, "", "")));
        model.changes().subscribe(_ -> draw(one));
        if (one.columns.isEmpty()) {
            letGo(one);
        }
        chooseActive();
    }

    /// What is in the workspace is not touched, and nothing is drawn over it.
    private void notOpened(Shown one) {
        one.keeping.complete(new Keeping.Elsewhere());
        notices.accept(
                Notice.bad(
                        "The labels of this series could not be opened.",
                        "They are unchanged.",
                        "Check the workspace ('store check'), then open the series again."));
        if (one.columns.isEmpty()) {
            shown.remove(one.volume.id());
        }
    }

    private void saving(Shown one, Saving now) {
        LabelModel model = one.model;
        if (model == null) {
            return; // what is told while it opens is told by what was opened
        }
        boolean wasFailing = model.saving().get() instanceof Saving.Failing;
        model.saving(now);
        if (now instanceof Saving.Failing(_, String why) && !wasFailing) {
            notices.accept(
                    Notice.bad(
                            "What you drew is not on the disk yet. " + why,
                            "It is still here, and saving is tried again.",
                            ""));
        }
        if (one.columns.isEmpty()) {
            letGo(one);
        }
    }

    /// Once nothing of it is in memory only.
    private void letGo(Shown one) {
        LabelModel model = one.model;
        if (model == null) {
            return; // still opening: let go when it is there
        }
        model.drop();
        if (model.saving().get() instanceof Saving.Saved
                || model.saving().get() instanceof Saving.NotKept) {
            shown.remove(one.volume.id(), one);
            io.execute(
                    () -> {
                        try {
                            model.copy().close();
                        } catch (IOException e) {
                            LOG.warn("old steps were not cleared away", e);
                        }
                    });
        }
    }

    private void draw(Shown one) {
        LabelModel model = one.model;
        if (model == null) {
            return;
        }
        List<Overlay> picture = LabelPicture.of(model);
        for (Column column : one.columns) {
            column.layers().draw(picture, point -> LabelPicture.nameAt(model, point));
        }
    }

    /// Waits until the steps of all volumes are on the disk; gives up on a disk that takes none.
    @Override
    public void close() {
        for (Shown one : shown.values()) {
            LabelModel model = one.model;
            if (model != null) {
                model.drop();
                model.copy().settle(MOST_WAIT);
            }
        }
    }

    private void chooseActive() {
        ReadingModel focused = comparison.focused().get();
        Volume volume = focused == null ? null : focused.volume();
        active.set(volume == null ? Optional.empty() : of(volume));
    }
}
