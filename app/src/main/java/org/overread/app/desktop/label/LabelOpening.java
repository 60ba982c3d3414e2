// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.WorkspaceState;
import org.overread.app.reading.Saving;
import org.overread.app.reading.StoredReading;
import org.overread.app.reading.WorkingCopy;
import org.overread.app.store.Sighting;
import org.overread.app.store.StoredLabels;
import org.overread.segmentation.label.Segments;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.SeenVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Opens the working copy of a volume: from the workspace as it was left, or an empty one that nothing keeps. Blocks.
final class LabelOpening {
    private static final Duration AGAIN = Duration.ofSeconds(2);
    static final String WITHDRAWN =
            "The reading of this series was withdrawn: consent is gone. What you draw is not kept.";
    private static final String NO_LABELS = "Pictures in colours take no labels.";

    private final Supplier<WorkspaceState> workspace;
    private final Function<String, Optional<OpenableVolume>> sources;
    private final Executor io;
    private final InstantSource clock;

    /// @param sources where a volume was read from, by its id
    LabelOpening(
            Supplier<WorkspaceState> workspace,
            Function<String, Optional<OpenableVolume>> sources,
            Executor io,
            InstantSource clock) {
        this.workspace = workspace;
        this.sources = sources;
        this.io = io;
        this.clock = clock;
    }

    /// A working copy that is open.
    ///
    /// @param stored where it is kept; absent where nothing keeps it
    /// @param trouble a sentence for the person
    record Opened(
            WorkingCopy copy,
            Saving saving,
            Optional<StoredReading> stored,
            Optional<String> trouble) {}

    /// `saving` hears what becomes of each step, on any thread. Opens the reading that was asked for where it is one of
    /// this volume, else the person's own that was begun last, else one that begins with the first step.
    Opened open(Volume volume, Optional<String> wanted, Consumer<Saving> saving)
            throws IOException {
        Optional<OpenableVolume> source = sources.apply(volume.id());
        if (source.isEmpty() || volume.voxels() instanceof Voxels.Rgb8) {
            return unkept(volume, NO_LABELS, Optional.empty());
        }
        WorkspaceState state = workspace.get();
        Optional<Workspace> there = state.toWrite();
        if (there.isPresent()) {
            return kept(there.get(), volume, Sighting.of(source.get(), volume), wanted, saving);
        }
        String why = why(state);
        return unkept(volume, why, Optional.of(why));
    }

    private static String why(WorkspaceState state) {
        return switch (state) {
            case WorkspaceState.ReadOnly(_, String owner) ->
                    "The workspace is in use by %s; what you draw here is not kept."
                            .formatted(owner);
            case WorkspaceState.Damaged _, WorkspaceState.Unreadable _ ->
                    "The workspace is damaged; what you draw is not kept. Recover it first, then open the series again.";
            case WorkspaceState.Refused(_, String sentence) ->
                    sentence + " What you draw is not kept.";
            case WorkspaceState.Opening _, WorkspaceState.Closed _, WorkspaceState.Ready _ ->
                    "The workspace is not open; what you draw is not kept.";
        };
    }

    private Opened kept(
            Workspace there,
            Volume volume,
            SeenVolume seen,
            Optional<String> wanted,
            Consumer<Saving> saving)
            throws IOException {
        GridSize size = volume.geometry().size();
        Optional<Reading> own = own(there, seen, wanted);
        if (own.filter(one -> one.availability() == Reading.Availability.WITHDRAWN).isPresent()) {
            return unkept(volume, WITHDRAWN, Optional.of(WITHDRAWN));
        }
        StoredReading stored =
                own.map(reading -> new StoredReading(there, reading, size))
                        .orElseGet(
                                () ->
                                        StoredReading.beginning(
                                                there,
                                                () ->
                                                        new StoredLabels(there)
                                                                .reading(
                                                                        ShownReading.OWN_PROJECT,
                                                                        seen),
                                                size));
        Executor later =
                CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS, io);
        StoredReading.Opened opened = stored.open(io, later, saving, clock, spill());
        return new Opened(opened.copy(), new Saving.Saved(), Optional.of(stored), opened.trouble());
    }

    /// The reading that was asked for, or the person's own that was begun last.
    private static Optional<Reading> own(Workspace there, SeenVolume seen, Optional<String> wanted)
            throws IOException {
        String person = there.session().actor().person();
        List<Reading> own =
                there.readings().of(seen.key()).stream()
                        .filter(one -> one.reader().equals(person))
                        .toList();
        return own.stream()
                .filter(one -> wanted.filter(one.key()::equals).isPresent())
                .findFirst()
                .or(() -> own.stream().reduce((_, last) -> last));
    }

    /// An empty one that nothing keeps.
    Opened unkept(Volume volume, String why, Optional<String> trouble) throws IOException {
        return new Opened(
                WorkingCopy.unkept(Segments.none(volume.geometry().size()), clock, spill()),
                new Saving.NotKept(why),
                Optional.empty(),
                trouble);
    }

    private static Path spill() {
        return Path.of(System.getProperty("java.io.tmpdir", ""));
    }
}
