// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.store.Sighting;
import org.overread.app.store.StoredLabels;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.SeenVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the workspace knows of the volume that is shown: which it is, who read it, and in which reading the person
/// works now. Looked up off the FX thread as soon as the volume is complete. FX thread.
public final class ShownReading {
    /// Where a person reads without having been asked to.
    public static final String OWN_PROJECT = "local";

    private static final Logger LOG = LoggerFactory.getLogger(ShownReading.class);

    /// A volume that the workspace knows.
    ///
    /// @param readings everybody's, the first one first
    /// @param current the one that the person works in; none before anything was done
    public record Shown(
            Volume volume, SeenVolume seen, List<Reading> readings, Optional<Reading> current) {
        public Shown {
            readings = List.copyOf(readings);
        }
    }

    private final WorkspaceModel workspace;
    private final ReadingModel reading;
    private final Function<String, Optional<OpenableVolume>> sources;
    private final Executor compute;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> wanted = Optional.empty();
    private long ticket;

    /// @param sources where a volume was read from, by its id
    public ShownReading(
            WorkspaceModel workspace,
            ReadingModel reading,
            Function<String, Optional<OpenableVolume>> sources,
            Executor compute,
            Executor ui) {
        this.workspace = workspace;
        this.reading = reading;
        this.sources = sources;
        this.compute = compute;
        this.ui = ui;
        reading.content().subscribe(_ -> look());
        workspace.state().subscribe(_ -> look());
    }

    /// Empty while nothing is shown, it is not recognised yet, or there is no workspace.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The next volume that is shown is shown for this reading, if it is of that volume.
    public void want(String readingKey) {
        wanted = Optional.of(readingKey);
    }

    /// The reading that the next volume is to be shown for, until it is found.
    public Optional<String> wanted() {
        return wanted;
    }

    /// Looks again at what is stored of the same volume.
    public void refresh() {
        shown.get().ifPresent(now -> find(now.volume(), now.seen(), ++ticket));
    }

    /// The reading that the person works in, begun where there is none: before the first stroke is kept.
    public void begin(Consumer<Reading> then, Consumer<Throwable> failed) {
        Optional<Shown> now = shown.get();
        if (now.isEmpty()) {
            failed.accept(new StoreException(StoreFault.CLOSED, ""));
        } else if (now.get().current().isPresent()) {
            then.accept(now.get().current().get());
        } else {
            workspace.change(
                    open -> new StoredLabels(open).reading(OWN_PROJECT, now.get().seen()),
                    begun -> {
                        refresh();
                        then.accept(begun);
                    },
                    failed);
        }
    }

    private void look() {
        long own = ++ticket;
        Optional<Volume> volume =
                reading.content().get() instanceof Content.Ready(Volume ready)
                        ? Optional.of(ready)
                        : Optional.empty();
        Optional<OpenableVolume> source = volume.flatMap(ready -> sources.apply(ready.id()));
        if (volume.isEmpty() || source.isEmpty() || workspace.state().get().toRead().isEmpty()) {
            shown.set(Optional.empty());
            return;
        }
        Optional<SeenVolume> known =
                shown.get().filter(now -> now.volume().equals(volume.get())).map(Shown::seen);
        shown.set(Optional.empty());
        compute.execute(
                () -> {
                    try {
                        SeenVolume seen =
                                known.isPresent()
                                        ? known.get()
                                        : Sighting.of(source.get(), volume.get());
                        ui.execute(() -> keep(volume.get(), seen, own));
                    } catch (IOException e) {
                        LOG.info("a volume is not noted: {}", e.getMessage());
                    }
                });
    }

    private void keep(Volume volume, SeenVolume seen, long own) {
        if (own != ticket) {
            return;
        }
        if (workspace.state().get().toWrite().isPresent()) {
            workspace.change(
                    open -> open.volumes().saw(seen),
                    _ -> {},
                    cause -> LOG.warn("a volume is not noted: {}", cause.getMessage()));
        }
        find(volume, seen, own);
    }

    private void find(Volume volume, SeenVolume seen, long own) {
        Optional<String> preferred =
                wanted.or(() -> shown.get().flatMap(Shown::current).map(Reading::key));
        String person = workspace.session().actor().person();
        workspace.ask(
                open -> {
                    List<Reading> readings = open.readings().of(seen.key());
                    return new Shown(volume, seen, readings, current(readings, preferred, person));
                },
                found -> {
                    if (own == ticket) {
                        wanted = wanted.filter(key -> !isOf(found, key));
                        shown.set(Optional.of(found));
                    }
                },
                cause -> LOG.warn("readings are not looked up: {}", cause.getMessage()));
    }

    private static boolean isOf(Shown found, String key) {
        return found.readings().stream().anyMatch(one -> one.key().equals(key));
    }

    /// The one that was asked for, else the person's own that was begun last.
    private static Optional<Reading> current(
            List<Reading> readings, Optional<String> preferred, String person) {
        return readings.stream()
                .filter(one -> preferred.filter(one.key()::equals).isPresent())
                .findFirst()
                .or(
                        () ->
                                readings.stream()
                                        .filter(one -> one.reader().equals(person))
                                        .reduce((_, last) -> last));
    }
}
