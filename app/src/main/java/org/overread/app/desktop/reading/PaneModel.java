// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.Fit;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// One pane of a [ReadingModel]: which plane, how large, how far zoomed and moved. FX thread.
///
/// Zoom 1 fits the volume into the pane whatever size the pane has.
public final class PaneModel {
    public static final double LEAST_ZOOM = 0.25;
    public static final double MOST_ZOOM = 64;

    /// What of the pane a fitted volume fills.
    private static final double FILLED = 0.94;

    private final ReadingModel reading;
    private final ViewPlane view;
    private final double restZoom;
    private final ReadOnlyObjectWrapper<@Nullable PaneState> state = new ReadOnlyObjectWrapper<>();
    private double width = 512;
    private double height = 512;
    private double zoom;
    private Slab slab = Slab.THIN;
    private PatientPoint middle = PatientPoint.ORIGIN;
    private boolean due;
    private final Optional<Film> film;

    PaneModel(ReadingModel reading, ViewPlane view, double restZoom) {
        this(reading, view, restZoom, Optional.empty());
    }

    /// One of the panes of a light box.
    PaneModel(ReadingModel reading, ViewPlane view, Film film) {
        this(reading, view, 1, Optional.of(film));
    }

    private PaneModel(ReadingModel reading, ViewPlane view, double restZoom, Optional<Film> film) {
        this.reading = reading;
        this.view = view;
        this.restZoom = restZoom;
        this.film = film;
        zoom = restZoom;
    }

    /// Whether it is one of the panes of a light box.
    public boolean isOfFilm() {
        return film.isPresent();
    }

    /// Whether it shows the slice of the cursor: all do but most panes of a light box.
    public boolean showsCursor() {
        return film.map(all -> all.isAtCursor(this)).orElse(true);
    }

    /// The same part of the volume as another pane of the light box.
    void like(PaneModel other) {
        zoom = other.zoom;
        slab = other.slab;
        middle = other.middle;
        refresh();
    }

    /// It has left the light box, and lets go of its volume.
    void empty() {
        due = true;
        refreshWhereDue();
    }

    /// A hand changed what part of the volume is shown.
    private void tellMoved() {
        film.ifPresentOrElse(all -> all.share(this), () -> reading.listener().moved(this));
    }

    public ViewPlane view() {
        return view;
    }

    /// What a person calls the pane.
    public String title() {
        return restZoom == 1 ? view.title() : view.title() + ", close-up";
    }

    /// What the pane shows; null while there is no volume, or where it has no such plane.
    public ReadOnlyObjectProperty<@Nullable PaneState> state() {
        return state.getReadOnlyProperty();
    }

    /// Logical pixels.
    public void resize(double newWidth, double newHeight) {
        if (newWidth >= 1 && newHeight >= 1 && (newWidth != width || newHeight != height)) {
            width = newWidth;
            height = newHeight;
            refresh();
            if (film.isEmpty()) {
                reading.listener().resized(this);
            }
        }
    }

    /// Moves the shared cursor to what lies under a point of the pane.
    public void pointAt(PanePoint p) {
        PaneState now = state.get();
        if (now != null) {
            reading.moveCursor(now.toPatient(p), this);
        }
    }

    /// Moves the shared cursor to a point of the patient, while the hand is on this pane's picture.
    public void cursorTo(PatientPoint point) {
        reading.moveCursor(point, this);
    }

    /// Moves the shared cursor across slices of this pane, onto a slice; positive along growing numbers.
    public void step(int slices) {
        PaneState now = state.get();
        if (now != null && film.isPresent()) {
            film.get().leaf(leafsWithNumbers(now.slices()) ? slices : -slices);
        } else if (now != null) {
            SliceAxis axis = now.slices();
            toSlice(axis.nearest(now.cursor()) + slices);
        }
    }

    /// Steps as one leafs through a stack of films: axial towards the feet, coronal towards the back, sagittal
    /// towards the left, whichever way the slices are numbered.
    public void leaf(int slices) {
        PaneState now = state.get();
        if (now != null) {
            step(leafsWithNumbers(now) ? slices : -slices);
        }
    }

    /// Leafs by one slice, a light box by all that it shows.
    public void page(int pages) {
        film.ifPresentOrElse(all -> all.page(pages), () -> leaf(pages));
    }

    /// Whether leafing forwards counts slices upwards.
    public boolean leafsWithNumbers(PaneState state) {
        return leafsWithNumbers(state.slices());
    }

    boolean leafsWithNumbers(SliceAxis axis) {
        boolean alongNormal = axis.offsetAt(1) > axis.offsetAt(0);
        boolean towardsNormal = (view == ViewPlane.CORONAL) != view.isFromBehind(axis.normal());
        return alongNormal == towardsNormal;
    }

    /// To the end of the stack that leafing backwards reaches.
    public void toFirst() {
        leaf(-slices());
    }

    /// To the end of the stack that leafing forwards reaches.
    public void toLast() {
        leaf(slices());
    }

    private int slices() {
        PaneState now = state.get();
        return now == null ? 0 : now.slices().count();
    }

    /// Counted from 0; beyond the ends the outermost slice.
    public void toSlice(int index) {
        PaneState now = state.get();
        if (now != null && film.isPresent()) {
            film.get().bring(this, index);
        } else if (now != null) {
            reading.moveCursor(now.slices().onSlice(now.cursor(), index), this);
        }
    }

    /// Moves the picture with the hand, logical pixels.
    public void pan(double dx, double dy) {
        move(dx, dy);
        tellMoved();
    }

    /// Shows what a pane of another reading shows: `center` in the middle, pixels of `pixelMm` millimetres.
    public void follow(PatientPoint center, double pixelMm, Slab thick) {
        Volume volume = reading.volume();
        if (volume != null) {
            middle = center;
            slab = thick;
            zoom = fitted(volume.geometry(), upright(volume.geometry())) / pixelMm;
            refresh();
        }
    }

    private void move(double dx, double dy) {
        PaneState now = state.get();
        if (now != null) {
            middle = now.toPatient(new PanePoint(now.width() / 2 - dx, now.height() / 2 - dy));
            refresh();
        }
    }

    /// Zooms so that what lies under `fixed` stays there.
    public void zoomAt(PanePoint fixed, double factor) {
        PaneState before = state.get();
        if (before == null) {
            return;
        }
        zoom = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
        PatientPoint held = before.toPatient(fixed);
        refresh();
        PaneState after = state.get();
        if (after != null) {
            PanePoint moved = after.toPane(held);
            move(fixed.x() - moved.x(), fixed.y() - moved.y());
        }
        tellMoved();
    }

    /// Pixels of this many millimetres, whatever zoom that is; the middle stays where it is.
    public void scaleTo(double pixelMm) {
        PaneState now = state.get();
        if (now != null && pixelMm > 0) {
            middle = now.plane().center();
            zoom = zoom * now.pixelMm() / pixelMm;
            refresh();
            tellMoved();
        }
    }

    /// The same with another place in the middle.
    public void showAround(PatientPoint center, double pixelMm) {
        PaneState now = state.get();
        if (now != null && pixelMm > 0) {
            middle = center;
            zoom = Math.clamp(zoom * now.pixelMm() / pixelMm, LEAST_ZOOM, MOST_ZOOM);
            refresh();
            tellMoved();
        }
    }

    public void zoom(double factor) {
        zoomAt(new PanePoint(width / 2, height / 2), factor);
    }

    /// How thick the picture of this pane is.
    public void slab(Slab thick) {
        slab = thick;
        refresh();
        tellMoved();
    }

    public Slab slab() {
        return slab;
    }

    /// What the pane is one of.
    public ReadingModel reading() {
        return reading;
    }

    /// How the values of this pane's volume become colours.
    public ToneModel tones() {
        return reading.tones();
    }

    /// The whole volume, in the middle.
    public void reset() {
        zoom = restZoom;
        slab = Slab.THIN;
        Volume volume = reading.volume();
        if (volume != null) {
            middle = restZoom == 1 ? volume.geometry().center() : reading.cursor().get();
        }
        refresh();
    }

    /// Pans by as little as shows the cursor, if it has left the pane; a close-up always keeps it in the middle.
    void reveal() {
        PaneState now = state.get();
        if (now == null) {
            return;
        }
        if (restZoom != 1) {
            middle = now.cursor();
            refresh();
            return;
        }
        PanePoint at = now.toPane(now.cursor());
        double margin = Math.min(32, Math.min(width, height) / 4);
        double dx = Math.clamp(at.x(), margin, width - margin) - at.x();
        double dy = Math.clamp(at.y(), margin, height - margin) - at.y();
        if (dx != 0 || dy != 0) {
            pan(dx, dy);
        }
    }

    void refresh() {
        due = true;
        reading.redraw().gather(() -> {});
    }

    void refreshWhereDue() {
        if (!due) {
            return;
        }
        due = false;
        Volume volume = reading.volume();
        if (volume == null || !reading.hasPlane(view)) {
            state.set(null);
            return;
        }
        PatientPoint cursor = reading.cursor().get();
        SlicePlane upright = upright(volume.geometry());
        SlicePlane turned = reading.planes().turns().get().apply(view, upright);
        PatientVector normal = turned.normal();
        SliceAxis axis = SliceAxis.along(normal, volume.geometry());
        if (film.isPresent()) {
            Optional<PatientPoint> slice = film.get().point(this, axis, cursor);
            if (slice.isEmpty()) {
                state.set(null);
                return;
            }
            cursor = slice.get();
        }
        PatientPoint shown = axis.shownFor(cursor);
        PatientPoint center = middle.plus(normal.times(shown.from(middle).dot(normal)));
        SlicePlane plane = turned.withCenter(center);
        state.set(
                new PaneState(
                        volume,
                        reading.arrived(),
                        view,
                        plane,
                        width,
                        height,
                        fitted(volume.geometry(), upright) / zoom, // turning does not zoom
                        zoom,
                        reading.tones().tone().get(),
                        reading.interpolation().get(),
                        slab,
                        reading.overlays().get(),
                        cursor));
    }

    /// The same of the volume that is shown.
    Optional<SlicePlane> upright() {
        return Optional.ofNullable(reading.volume()).map(volume -> upright(volume.geometry()));
    }

    /// How the plane lies when nobody has turned it.
    SlicePlane upright(VolumeGeometry geometry) {
        return switch (reading.planes().alignment().get()) {
            case ACQUISITION -> view.standard().acquired(geometry, middle);
            case PATIENT -> view.standard().anatomical(middle);
        };
    }

    private double fitted(VolumeGeometry geometry, SlicePlane plane) {
        PatientPoint from = plane.center();
        double across = Fit.Extent.of(geometry, from, plane.right()).length() / width;
        double along = Fit.Extent.of(geometry, from, plane.down()).length() / height;
        return Math.max(across, along) / FILLED;
    }
}
