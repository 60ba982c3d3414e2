// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Area;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Windowed;
import org.overread.viewer.dicom.value.VoiReader;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Which presentation states the open series has, and the one that is shown: its window, its part of the picture, and
/// what [PresentationMarks] draws. Taken away, window and zoom are as they were. FX thread.
public final class PresentationModel {
    private final ReadingModel reading;
    private final ReadOnlyObjectWrapper<List<PresentationState>> offered =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Taken>> taken =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Before> before = Optional.empty();
    private String volumeId = "";

    /// A state and the volume that it is shown on.
    record Taken(PresentationState state, DicomVolume volume) {}

    /// How the reader saw it before.
    private record Before(Tone tone, PaneModel pane, PatientPoint center, double pixelMm) {}

    public PresentationModel(ReadingModel reading) {
        this.reading = reading;
        reading.content().subscribe(this::follow);
    }

    private void follow(Content content) {
        boolean same = content instanceof Content.Ready(var volume) && volume.id().equals(volumeId);
        if (same) {
            return;
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
        return reading.origin()
                .get()
                .flatMap(
                        origin ->
                                origin instanceof DicomVolume dicom
                                        ? Optional.of(dicom)
                                        : Optional.empty());
    }

    /// Those of the series that is open, by label.
    public ReadOnlyObjectProperty<List<PresentationState>> offered() {
        return offered.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Taken>> taken() {
        return taken.getReadOnlyProperty();
    }

    public Optional<PresentationState> shown() {
        return taken.get().map(Taken::state);
    }

    /// The one after the shown one, and after the last one none.
    public Optional<PresentationState> next() {
        int now = shown().map(offered.get()::indexOf).orElse(-1);
        return offered.get().stream().skip(now + 1L).findFirst();
    }

    /// Shows a state at the slice of the cursor, or at the first that it speaks of.
    public void take(PresentationState state) {
        DicomVolume volume = volume().orElseThrow();
        VolumeGeometry geometry = volume.geometry();
        int here = reading.sliceAtCursor();
        boolean speaks = speaks(state, volume.source().slices().get(here));
        int k = speaks ? here : firstSlice(state, volume).orElse(here);
        SliceSource slice = volume.source().slices().get(k);
        Optional<PaneModel> pane = acquiredPane();
        if (before.isEmpty()) {
            before = pane.map(this::now);
        }
        taken.set(Optional.of(new Taken(state, volume)));
        Optional<Area> area =
                state.areas().stream().filter(one -> means(one.on(), slice)).findFirst();
        reading.jumpTo(
                area.map(one -> middle(one, k, geometry))
                        .orElseGet(() -> onSlice(reading.cursor().get(), k, geometry)));
        window(state, slice).ifPresent(preset -> reading.tones().choose(preset.curve()));
        if (area.isPresent() && pane.isPresent()) {
            show(area.get(), k, geometry, pane.get());
        }
    }

    /// Window and zoom as they were; the cursor stays.
    public void takeAway() {
        taken.set(Optional.empty());
        before.ifPresent(
                was -> {
                    reading.tones().choose(was.tone().curve());
                    was.pane().showAround(was.center(), was.pixelMm());
                });
        before = Optional.empty();
    }

    /// Whether other images have another window than the shown one.
    boolean hasSeveralWindows() {
        return shown().map(
                        state -> state.windows().stream().map(Windowed::on).distinct().count() > 1)
                .orElse(false);
    }

    private Before now(PaneModel pane) {
        PaneState state = pane.state().get();
        if (state == null) {
            throw new IllegalStateException("a pane without a picture");
        }
        return new Before(
                reading.tones().tone().get(), pane, state.plane().center(), state.pixelMm());
    }

    /// The pane that shows slices as they were acquired, so that the state's pixels are those of the picture.
    private Optional<PaneModel> acquiredPane() {
        return reading.panes().stream()
                .filter(
                        pane -> {
                            PaneState state = pane.state().get();
                            return state != null && state.slices() instanceof SliceAxis.Acquired;
                        })
                .findFirst();
    }

    private static void show(Area area, int k, VolumeGeometry geometry, PaneModel pane) {
        PatientPoint corner = place(area.from(), k, geometry);
        double across =
                corner.distanceTo(place(new Point(area.to().x(), area.from().y()), k, geometry));
        double down =
                corner.distanceTo(place(new Point(area.from().x(), area.to().y()), k, geometry));
        PaneState state = pane.state().get();
        if (state != null && across > 0 && down > 0) {
            double pixelMm = Math.max(across / state.width(), down / state.height());
            pane.showAround(middle(area, k, geometry), pixelMm);
        }
    }

    private static PatientPoint middle(Area area, int k, VolumeGeometry geometry) {
        return place(
                new Point(
                        (area.from().x() + area.to().x()) / 2,
                        (area.from().y() + area.to().y()) / 2),
                k,
                geometry);
    }

    private static PatientPoint onSlice(PatientPoint p, int k, VolumeGeometry geometry) {
        return new SliceAxis.Acquired(geometry, geometry.normal()).onSlice(p, k);
    }

    /// Half a pixel lies between the corner of the first pixel and its centre, where voxels are counted from.
    static PatientPoint place(Point p, int k, VolumeGeometry geometry) {
        return geometry.toPatient(new VoxelPoint(p.x() - 0.5, p.y() - 0.5, k));
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
                || state.windows().stream().anyMatch(one -> means(one.on(), slice));
    }

    private static OptionalInt firstSlice(PresentationState state, DicomVolume volume) {
        List<SliceSource> slices = volume.source().slices();
        return IntStream.range(0, slices.size())
                .filter(k -> speaks(state, slices.get(k)))
                .findFirst();
    }

    /// The state's window is of numbers that its own rescale makes; those of the volume may be others.
    private static Optional<Preset> window(PresentationState state, SliceSource slice) {
        double factor = slice.rescale().slope() / state.rescale().slope();
        double shift = slice.rescale().intercept() - factor * state.rescale().intercept();
        boolean other = slice.table().isEmpty() && (factor != 1 || shift != 0);
        return state.windows().stream()
                .filter(one -> means(one.on(), slice))
                .findFirst()
                .map(Windowed::preset)
                .map(
                        preset ->
                                other
                                        ? VoiReader.scaled(List.of(preset), factor, shift)
                                                .getFirst()
                                        : preset);
    }
}
