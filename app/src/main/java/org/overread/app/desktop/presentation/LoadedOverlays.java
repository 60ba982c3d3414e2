// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.overread.app.desktop.presentation.PaintedBits.Coloured;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.dicom.overlay.ImageOverlays;
import org.overread.viewer.dicom.overlay.ImageOverlays.ImageOverlay;
import org.overread.viewer.dicom.overlay.ImageOverlays.LeftOut;
import org.overread.viewer.dicom.overlay.OverlayFile;
import org.overread.viewer.dicom.pixel.SliceSource;

/// The overlays of slices as pictures: read and painted off the FX thread when a slice is first asked for, one after the
/// other and the newest wish first; the last few are kept. FX thread.
final class LoadedOverlays {
    /// As many panes as there can be, and some more: what all of them show must be kept, or they would ask for ever.
    private static final int KEPT = 24;

    private final List<SliceSource> slices;
    private final Colours colours;
    private final Workshop workshop;
    private final Consumer<Loaded> arrived;
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final Map<Integer, Loaded> loaded = new LinkedHashMap<>(16, 0.75f, true);
    private Optional<Workshop.Running> running = Optional.empty();

    /// In which colours a slice's overlays are painted, lowest first; what is not in the list is not shown.
    @FunctionalInterface
    interface Colours {
        List<Coloured> of(SliceSource slice, List<ImageOverlay> overlays);
    }

    /// What there is of one slice.
    record Loaded(Optional<PaintedBits> painted, List<String> names, Set<LeftOut> leftOut) {
        static final Loaded UNREADABLE =
                new Loaded(Optional.empty(), List.of(), Set.of(LeftOut.UNREADABLE));

        Loaded {
            names = List.copyOf(names);
            leftOut = Set.copyOf(leftOut);
        }
    }

    /// `arrived` is told of each slice that can be drawn from now on.
    LoadedOverlays(
            List<SliceSource> slices,
            Colours colours,
            Workshop workshop,
            Consumer<Loaded> arrived) {
        this.slices = slices;
        this.colours = colours;
        this.workshop = workshop;
        this.arrived = arrived;
    }

    /// Empty where it is not there yet; it is fetched then.
    Optional<Loaded> of(int k) {
        if (!slices.get(k).overlaid()) {
            return Optional.empty();
        }
        Optional<Loaded> known = Optional.ofNullable(loaded.get(k));
        if (known.isEmpty()) {
            wanted.remove(k);
            wanted.addFirst(k);
            if (wanted.size() > KEPT) {
                wanted.removeLast();
            }
            fetch();
        }
        return known;
    }

    private void fetch() {
        if (running.isPresent() || wanted.isEmpty()) {
            return;
        }
        int k = wanted.peekFirst();
        SliceSource slice = slices.get(k);
        Workshop.Running work =
                workshop.readOrWrite(
                        "Reading overlays",
                        (_, _) -> load(slice, colours),
                        there -> keep(k, there),
                        _ -> keep(k, Loaded.UNREADABLE));
        work.whenCancelled(this::giveUp);
        running = Optional.of(work);
    }

    /// A person need not wait for it; what is shown next is asked for anew.
    private void giveUp() {
        running = Optional.empty();
        wanted.clear();
    }

    private static Loaded load(SliceSource slice, Colours colours) throws IOException {
        ImageOverlays overlays = OverlayFile.read(slice);
        List<Coloured> shown = colours.of(slice, overlays.all());
        return new Loaded(
                shown.isEmpty() ? Optional.empty() : Optional.of(PaintedBits.of(shown)),
                overlays.all().stream()
                        .map(ImageOverlay::name)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList(),
                overlays.leftOut());
    }

    private void keep(int k, Loaded there) {
        running = Optional.empty();
        wanted.remove(k);
        loaded.put(k, there);
        if (loaded.size() > KEPT) {
            loaded.remove(loaded.keySet().iterator().next());
        }
        arrived.accept(there);
        fetch();
    }

    /// Nothing arrives any more.
    void close() {
        running.ifPresent(Workshop.Running::cancel);
        wanted.clear();
    }
}
