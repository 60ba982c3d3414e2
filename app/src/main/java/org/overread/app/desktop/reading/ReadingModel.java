// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.work.Progress;

/// What is read: one volume, one cursor in patient space, and the panes that show it.
///
/// FX thread only, but for what it hands to `compute`; no controls, so that it runs without a toolkit. Panes are
/// 0 axial, 1 sagittal, 2 coronal, 3 an axial close-up that keeps the cursor in its middle.
public final class ReadingModel {
    private static final double CLOSE_UP = 4;

    private final ReadOnlyObjectWrapper<Content> content =
            new ReadOnlyObjectWrapper<>(new Content.Empty());
    private final ReadOnlyObjectWrapper<PatientPoint> cursor =
            new ReadOnlyObjectWrapper<>(PatientPoint.ORIGIN);
    private final ToneModel tones;
    private final ObjectProperty<Interpolation> interpolation =
            new SimpleObjectProperty<>(Interpolation.LINEAR);
    private final PictureKind kind = new PictureKind();
    private final ObjectProperty<List<Overlay>> overlays = new SimpleObjectProperty<>(List.of());
    private final Room room = new Room();
    private final IntegerProperty activePane = new SimpleIntegerProperty();
    private final Pointer pointer = new Pointer(this);
    private final List<PaneModel> panes =
            List.of(
                    new PaneModel(this, ViewPlane.AXIAL, 1),
                    new PaneModel(this, ViewPlane.SAGITTAL, 1),
                    new PaneModel(this, ViewPlane.CORONAL, 1),
                    new PaneModel(this, ViewPlane.AXIAL, CLOSE_UP));
    private final Film film = new Film(this);
    private final Redraw redraw = new Redraw(panes, film);
    private final Planes planes = new Planes(panes, () -> listener().turned());
    private final Writing writing = new Writing();
    private ReadingListener listener = ReadingListener.NONE;
    private String overlayWords = "";
    private boolean exchanging;
    private int arrived;

    /// `compute` runs what takes longer than a frame, `ui` is the FX thread; tests pass `Runnable::run` for both.
    public ReadingModel(Executor compute, Executor ui) {
        tones = new ToneModel(compute, ui);
        tones.onChosen(() -> listener.toned());
        for (ObservableValue<?> shown :
                List.of(
                        tones.tone(),
                        interpolation,
                        planes.alignment(),
                        overlays,
                        planes.turns())) {
            shown.subscribe(redraw::all);
        }
    }

    /// Shows a volume that is complete. `fromFile` are the presets that the file proposes, best first.
    public void show(Volume volume, List<Preset> fromFile) {
        begin(volume, fromFile, new Content.Ready(volume));
        tones.completed(volume);
    }

    /// Shows a volume whose slices are still arriving; [#slicesArrived(Progress, ArrivedSlices)] and [#completed()] follow.
    public void showWhileLoading(Volume volume, List<Preset> fromFile) {
        var progress = new Progress(0, volume.geometry().size().k());
        begin(volume, fromFile, new Content.Loading(volume, progress, ArrivedSlices.NONE));
    }

    /// More slices of the loading volume are complete: `slices` are those around the middle without a gap.
    public void slicesArrived(Progress progress, ArrivedSlices slices) {
        if (content.get() instanceof Content.Loading(Volume volume, _, ArrivedSlices before)) {
            arrived++;
            redraw.gather(
                    () -> {
                        content.set(new Content.Loading(volume, progress, slices));
                        if (before.isEmpty() && !slices.isEmpty()) {
                            tones.firstSlices(volume, (slices.first() + slices.last()) / 2);
                        }
                        redraw.all();
                    });
        }
    }

    /// A person gave up loading; what has arrived is not shown, since it would pass for the whole.
    public void stop() {
        if (content.get() instanceof Content.Loading(Volume volume, _, _)) {
            content.set(new Content.Stopped(volume.title()));
            clear();
        }
    }

    /// All slices of the loading volume are complete.
    public void completed() {
        if (content.get() instanceof Content.Loading(Volume volume, _, _)) {
            completed(volume);
        }
    }

    /// The same; `volume` is the loading one with the id that it has for good.
    public void completed(Volume volume) {
        if (content.get() instanceof Content.Loading) {
            arrived++;
            content.set(new Content.Ready(volume));
            redraw.all();
            tones.completed(volume);
        }
    }

    /// Another phase of what is shown takes its place: cursor, planes, zoom, window and what lies over it stay.
    public void exchange(Volume volume) {
        if (content.get() instanceof Content.Ready) {
            exchanging = true;
            content.set(new Content.Ready(volume));
            exchanging = false;
            tones.exchange(volume);
            redraw.all();
        }
    }

    /// Whether what changes now is the phase alone.
    public boolean isExchanging() {
        return exchanging;
    }

    public void fail(String reason, String advice) {
        content.set(new Content.Failed(reason, advice));
        clear();
    }

    public void close() {
        content.set(new Content.Empty());
        clear();
    }

    private void clear() {
        pointer.leave();
        redraw.all();
    }

    private void begin(Volume volume, List<Preset> fromFile, Content next) {
        redraw.gather(
                () -> {
                    arrived = 0;
                    pointer.leave();
                    planes.straighten();
                    overlayWords = "";
                    overlays.set(List.of()); // they belong to what was open
                    content.set(next);
                    tones.begin(volume, fromFile);
                    cursor.set(middleVoxel(volume.geometry()));
                    panes.forEach(PaneModel::reset);
                    film.reset();
                });
        if (!hasPlane(active().view())) {
            activePane.set(mainPane());
        }
        listener.begun();
    }

    /// Who hears what a hand does here.
    public void listen(ReadingListener newListener) {
        listener = newListener;
    }

    ReadingListener listener() {
        return listener;
    }

    /// What is known of the volume beside its values. Given before it is shown.
    public PictureKind kind() {
        return kind;
    }

    /// On a sample, so that the first pictures are slices as they were acquired.
    private static PatientPoint middleVoxel(VolumeGeometry geometry) {
        GridSize size = geometry.size();
        int i = size.i() / 2;
        int j = size.j() / 2;
        int k = size.k() / 2;
        return geometry.toPatient(new VoxelPoint(i, j, k));
    }

    /// When the panes are drawn anew.
    public Redraw redraw() {
        return redraw;
    }

    public ReadOnlyObjectProperty<Content> content() {
        return content.getReadOnlyProperty();
    }

    /// The volume that is shown or still loading.
    public @Nullable Volume volume() {
        return switch (content.get()) {
            case Content.Loading(Volume volume, _, _) -> volume;
            case Content.Ready(Volume volume) -> volume;
            case Content.Empty(), Content.Stopped _, Content.Failed(_, _) -> null;
        };
    }

    /// Lays something over the volume; `words` is what the panes say of it.
    public void overlay(List<Overlay> all, String words) {
        redraw.gather(
                () -> {
                    overlayWords = words;
                    overlays.set(all);
                    redraw.all(); // words may differ where pictures do not
                });
    }

    /// What the panes say of what lies over the volume; empty where that is nothing.
    public String overlayWords() {
        return overlayWords;
    }

    /// What lies over the volume in all panes, bottom to top; taken away when another volume is shown.
    public ObjectProperty<List<Overlay>> overlays() {
        return overlays;
    }

    public Depth depth() {
        return kind.depth(volume());
    }

    /// Whether there is a picture in a plane: single slices and films have one plane only.
    public boolean hasPlane(ViewPlane view) {
        return kind.hasPlane(volume(), view);
    }

    /// Whether more than one plane has a picture.
    public boolean hasSeveralPlanes() {
        return Arrays.stream(ViewPlane.values()).filter(this::hasPlane).count() > 1;
    }

    /// The pane that deserves the most room: the first that has a picture.
    public int mainPane() {
        for (int n = 0; n < panes.size(); n++) {
            if (hasPlane(panes.get(n).view())) {
                return n;
            }
        }
        return 0;
    }

    int arrived() {
        return arrived;
    }

    /// The slices of the volume that are there to be seen.
    public ArrivedSlices arrivedSlices() {
        return switch (content.get()) {
            case Content.Loading(_, _, ArrivedSlices slices) -> slices;
            case Content.Ready(Volume volume) ->
                    new ArrivedSlices(0, volume.geometry().size().k() - 1);
            case Content.Empty(), Content.Stopped _, Content.Failed _ -> ArrivedSlices.NONE;
        };
    }

    public ReadOnlyObjectProperty<PatientPoint> cursor() {
        return cursor.getReadOnlyProperty();
    }

    /// The acquired slice next to the cursor, counted from 0; 0 while there is no volume.
    public int sliceAtCursor() {
        Volume volume = volume();
        if (volume == null) {
            return 0;
        }
        long nearest = Math.round(volume.geometry().sliceIndexAt(cursor.get()));
        return Math.clamp(nearest, 0, volume.geometry().size().k() - 1);
    }

    /// Moves the cursor and brings it into view everywhere.
    public void jumpTo(PatientPoint point) {
        moveCursor(point, null);
    }

    /// `by` is the pane whose picture the hand is on: it is not moved under the hand.
    void moveCursor(PatientPoint point, @Nullable PaneModel by) {
        place(point, by);
        listener.pointed();
    }

    /// Puts the cursor where that of another reading is.
    public void follow(PatientPoint point) {
        cursor.set(point);
        redraw.all();
    }

    private void place(PatientPoint point, @Nullable PaneModel by) {
        cursor.set(point);
        redraw.all();
        for (PaneModel pane : panes) {
            if (pane != by) {
                pane.reveal();
            }
        }
        film.reveal(by);
    }

    /// How values become colours.
    public ToneModel tones() {
        return tones;
    }

    public ObjectProperty<Interpolation> interpolation() {
        return interpolation;
    }

    /// How the planes lie.
    public Planes planes() {
        return planes;
    }

    /// What is written and drawn over the pictures.
    public Writing writing() {
        return writing;
    }

    /// Who has how much of the room.
    public Room room() {
        return room;
    }

    public List<PaneModel> panes() {
        return panes;
    }

    /// The pane that has the keyboard.
    public PaneModel active() {
        int active = activePane.get();
        int further = active - panes.size();
        if (further < 0) {
            return panes.get(active);
        }
        return further < film.panes().size() ? film.panes().get(further) : panes.get(mainPane());
    }

    /// Gives a pane the keyboard: one of [#panes()], or of the light box, which are counted after them.
    public void activate(PaneModel pane) {
        int index = panes.indexOf(pane);
        activePane.set(index < 0 ? panes.size() + film.panes().indexOf(pane) : index);
    }

    public IntegerProperty activePane() {
        return activePane;
    }

    /// Slices of one plane in several panes.
    public Film film() {
        return film;
    }

    /// All panes to the whole volume, the cursor to its middle, the colours as they began.
    public void reset() {
        Volume volume = volume();
        if (volume != null) {
            redraw.gather(
                    () -> {
                        cursor.set(middleVoxel(volume.geometry()));
                        tones.reset();
                        planes.straighten();
                        panes.forEach(PaneModel::reset);
                        film.reset();
                    });
            listener.pointed();
            panes.forEach(listener::moved);
        }
    }

    /// The mouse over the pictures.
    public Pointer pointer() {
        return pointer;
    }
}
