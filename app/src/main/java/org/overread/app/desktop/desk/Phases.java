// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The volumes of one series that follow each other in time or in contrast: one takes the place of the other while
/// cursor, zoom, window and labels stay. Those that were seen are kept in memory as long as there is room. FX thread.
public final class Phases {
    private static final Logger LOG = LoggerFactory.getLogger(Phases.class);

    private final ReadingModel reading;
    private final Workshop workshop;
    private final ExecutorService compute;
    private final Latest loading = new Latest();
    private final Map<Integer, Volume> seen = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private List<OpenableVolume> all = List.of();
    private int expected = -1; // the phase that is shown next
    private int shown;
    private int asked; // where steps go on from, past phases that cannot be read

    /// `wanted` is counted from 0, and shown unless it is still `loading`. `odd` says how it differs from the others, such
    /// as by missing slices, or which phase could not be read in its place.
    public record State(
            int wanted, int count, Optional<String> title, boolean loading, String odd) {
        static final State NONE = new State(0, 0, Optional.empty(), false, "");
    }

    public Phases(ReadingModel reading, Workshop workshop, ExecutorService compute) {
        this.reading = reading;
        this.workshop = workshop;
        this.compute = compute;
        reading.content().subscribe(this::follow);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What is being opened is one of these; a list of one is no series of phases.
    void of(List<OpenableVolume> phases, OpenableVolume opened) {
        loading.cancel();
        seen.clear();
        all = phases.size() > 1 ? List.copyOf(phases) : List.of();
        expected = all.indexOf(opened);
        state.set(State.NONE);
    }

    private void follow(Content content) {
        if (content instanceof Content.Ready(Volume volume) && expected >= 0) {
            keep(expected, volume);
            shown = expected;
            asked = expected;
            say(expected, false);
            expected = -1;
        }
    }

    /// Makes room by forgetting what was seen longest ago.
    private void keep(int n, Volume volume) {
        seen.remove(n);
        seen.put(n, volume);
        long room = Runtime.getRuntime().maxMemory() / 3;
        long taken = seen.values().stream().mapToLong(Phases::bytes).sum();
        var oldest = seen.entrySet().iterator();
        while (taken > room && seen.size() > 1 && oldest.hasNext()) {
            taken -= bytes(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long bytes(Volume volume) {
        return 2 * volume.geometry().size().voxels();
    }

    public void next() {
        step(1);
    }

    public void previous() {
        step(-1);
    }

    private void step(int by) {
        if (!all.isEmpty()) {
            show(Math.floorMod(asked + by, all.size()));
        }
    }

    /// Shows a phase as soon as it is read; of many that are asked for in a row the last.
    void show(int n) {
        if (n >= all.size() || (n == asked && n == state.get().wanted())) {
            return;
        }
        asked = n;
        Volume known = seen.get(n);
        if (known != null) {
            loading.cancel();
            exchange(n, known);
            return;
        }
        say(n, true);
        OpenableVolume phase = all.get(n);
        loading.replace(
                () ->
                        workshop.readOrWrite(
                                "Reading phase %d of %d".formatted(n + 1, all.size()),
                                (cancel, progress) ->
                                        phase.open(compute, counting(progress), cancel),
                                volume -> exchange(n, volume),
                                cause -> {
                                    LOG.warn("a phase was not read", cause);
                                    notRead(n);
                                }));
    }

    /// What is shown stays, under its own name.
    private void notRead(int n) {
        state.set(
                new State(
                        shown,
                        all.size(),
                        Optional.of(all.get(shown).title()),
                        false,
                        "phase %d could not be read".formatted(n + 1)));
    }

    private static LoadListener counting(Progress.Listener work) {
        return new LoadListener() {
            @Override
            public void progress(Progress progress) {
                work.progress(progress);
            }
        };
    }

    private void exchange(int n, Volume volume) {
        expected = n;
        reading.kind().origin().set(Optional.of(all.get(n)));
        reading.exchange(volume);
    }

    private void say(int n, boolean isLoading) {
        OpenableVolume phase = all.get(n);
        state.set(new State(n, all.size(), Optional.of(phase.title()), isLoading, odd(phase)));
    }

    /// A phase with fewer slices than most is shown where it has some, and said to be incomplete.
    private String odd(OpenableVolume phase) {
        int most = all.stream().mapToInt(p -> p.geometry().size().k()).max().orElse(0);
        int slices = phase.geometry().size().k();
        return slices < most ? "%d of %d slices".formatted(slices, most) : "";
    }
}
