// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.PlaneTurns;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Area;
import org.overread.viewer.dicom.present.PresentationState.Sizing;
import org.overread.viewer.dicom.present.PresentationState.Windowed;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;

/// Which presentation states the series of a reading has, and the one that is shown: its greys, its part of the picture,
/// turned as it wants it, and what [PresentationMarks] draws. Taken away, all is as it was. FX thread.
final class PresentationModel {
    private final ReadingModel reading;
    private final ScreenOfPictures screen;
    private final ReadOnlyObjectWrapper<List<PresentationState>> offered =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Taken>> taken =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription following;
    private Optional<Before> before = Optional.empty();
    private String volumeId = "";

    /// A state, the volume that it is shown on, and what of it cannot be shown on that one.
    record Taken(PresentationState state, DicomVolume volume, Set<Lack> lacks) {}

    /// What of a state cannot be shown here, though it could elsewhere.
    enum Lack {
        /// Windows differ from image to image.
        SEVERAL_WINDOWS,
        /// No window for the image.
        NO_WINDOW,
        /// Its windows are of numbers that are not to be told from those of the volume.
        OTHER_NUMBERS,
        /// Life size on a screen that nobody has measured.
        SCREEN_UNKNOWN,
        /// Life size of a picture whose pixels have no size.
        NO_SIZES,
        /// No pane in sight shows the plane of its images.
        OUT_OF_SIGHT
    }

    /// How the reader saw it before.
    private record Before(
            Tone tone, PlaneTurns turns, PaneModel pane, PatientPoint center, double pixelMm) {}

    PresentationModel(ReadingModel reading, ScreenOfPictures screen) {
        this.reading = reading;
        this.screen = screen;
        following = reading.content().subscribe(this::follow);
    }

    /// Lets go of the reading.
    void close() {
        following.unsubscribe();
    }

    private void follow(Content content) {
        boolean same = content instanceof Content.Ready(var volume) && volume.id().equals(volumeId);
        if (same) {
            return;
        }
        if (reading.isExchanging()) { // the next phase keeps window and planes
            takeAway();
        }
        volumeId = content instanceof Content.Ready(var volume) ? volume.id() : "";
        before = Optional.empty(); // another volume has its own window
        taken.set(Optional.empty());
        offered.set(volumeId.isEmpty() ? List.of() : states());
    }

    private List<PresentationState> states() {
        return volume().stream()
                .flatMap(
                        volume ->
                                volume.series().presentations().stream()
                                        .filter(state -> firstSlice(state, volume).isPresent()))
                .toList();
    }

    private Optional<DicomVolume> volume() {
        return reading.kind()
                .origin()
                .get()
                .flatMap(
                        origin ->
                                origin instanceof DicomVolume dicom
                                        ? Optional.of(dicom)
                                        : Optional.empty());
    }

    /// Those of the series that is open, by label.
    ReadOnlyObjectProperty<List<PresentationState>> offered() {
        return offered.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Taken>> taken() {
        return taken.getReadOnlyProperty();
    }

    /// Whether one of the panes of its own column shows this. Another column may show the same volume.
    @SuppressWarnings("ReferenceEquality") // columns that go together show what is equal
    boolean shows(PaneState state) {
        return Stream.concat(reading.panes().stream(), reading.film().panes().stream())
                .anyMatch(pane -> pane.state().get() == state);
    }

    Optional<PresentationState> shown() {
        return taken.get().map(Taken::state);
    }

    /// The one after the shown one, and after the last one none.
    Optional<PresentationState> next() {
        int now = shown().map(offered.get()::indexOf).orElse(-1);
        return offered.get().stream().skip(now + 1L).findFirst();
    }

    /// Shows a state at the slice of the cursor, or at the first that it speaks of.
    void take(PresentationState state) {
        DicomVolume volume = volume().orElseThrow();
        VolumeGeometry geometry = volume.geometry();
        var view = new PresentationView(reading, geometry);
        int here = reading.sliceAtCursor();
        boolean speaks = speaks(state, volume.source().slices().get(here));
        int k = speaks ? here : firstSlice(state, volume).orElse(here);
        SliceSource slice = volume.source().slices().get(k);
        if (before.isEmpty()) {
            before = now(view.pane());
        }
        Optional<Area> area =
                state.areas().stream().filter(one -> means(one.on(), slice)).findFirst();
        taken.set(Optional.of(new Taken(state, volume, lacks(state, slice, area, view))));
        view.turn(state.turning());
        reading.jumpTo(
                area.map(one -> view.middle(one, k))
                        .orElseGet(() -> onSlice(reading.cursor().get(), k, geometry)));
        reading.tones().choose(tone(state, slice));
        area.ifPresent(one -> view.show(one, k, screen));
    }

    /// In the greys of the state, not in colours that the reader had. What it does not say stays as it was before.
    private Tone tone(PresentationState state, SliceSource slice) {
        Tone was = before.map(Before::tone).orElseGet(() -> reading.tones().tone().get());
        return new Tone(
                PresentationTone.of(state.greys(), slice).orElse(was.curve()),
                state.greys().polarity().orElse(was.polarity()),
                ColorMap.GREY);
    }

    private Set<Lack> lacks(
            PresentationState state,
            SliceSource slice,
            Optional<Area> area,
            PresentationView view) {
        var lacks = EnumSet.noneOf(Lack.class);
        List<Windowed> windows = state.greys().windows();
        if (windows.stream().map(Windowed::on).distinct().count() > 1) {
            lacks.add(Lack.SEVERAL_WINDOWS);
        }
        if (!PresentationTone.knowsNumbers(state.greys(), slice)) {
            lacks.add(Lack.OTHER_NUMBERS);
        } else if (PresentationTone.of(state.greys(), slice).isEmpty()) {
            lacks.add(Lack.NO_WINDOW);
        }
        PaneState pane = view.pane().state().get();
        if (area.isPresent() && area.get().sizing() instanceof Sizing.Life && pane != null) {
            if (!view.hasLengths(pane)) {
                lacks.add(Lack.NO_SIZES);
            } else if (screen.pixelMm().isEmpty()) {
                lacks.add(Lack.SCREEN_UNKNOWN);
            }
        }
        if (!view.isInFilm() && !screen.shows(reading, view.plane())) {
            lacks.add(Lack.OUT_OF_SIGHT);
        }
        return lacks;
    }

    /// Greys, planes and zoom as they were; the cursor stays.
    void takeAway() {
        taken.set(Optional.empty());
        before.ifPresent(
                was -> {
                    reading.planes().turnTo(was.turns());
                    reading.tones().choose(was.tone());
                    was.pane().showAround(was.center(), was.pixelMm());
                    was.pane().scaleTo(was.pixelMm());
                });
        before = Optional.empty();
    }

    private Optional<Before> now(PaneModel pane) {
        PaneState state = pane.state().get();
        return state == null
                ? Optional.empty()
                : Optional.of(
                        new Before(
                                reading.tones().tone().get(),
                                reading.planes().turns().get(),
                                pane,
                                state.plane().center(),
                                state.pixelMm()));
    }

    private static PatientPoint onSlice(PatientPoint p, int k, VolumeGeometry geometry) {
        return new SliceAxis.Acquired(geometry, geometry.normal()).onSlice(p, k);
    }

    static boolean means(List<PresentationState.Image> on, SliceSource slice) {
        return PresentationState.means(on, slice.sopInstanceUid(), slice.frame());
    }

    /// Of what is drawn where there is something, else of what part is shown, else of the window.
    private static boolean speaks(PresentationState state, SliceSource slice) {
        if (!state.drawings().isEmpty()) {
            return state.drawings().stream().anyMatch(one -> means(one.on(), slice));
        }
        return state.areas().stream().anyMatch(one -> means(one.on(), slice))
                || state.greys().windows().stream().anyMatch(one -> means(one.on(), slice));
    }

    private static OptionalInt firstSlice(PresentationState state, DicomVolume volume) {
        List<SliceSource> slices = volume.source().slices();
        return IntStream.range(0, slices.size())
                .filter(k -> speaks(state, slices.get(k)))
                .findFirst();
    }
}
