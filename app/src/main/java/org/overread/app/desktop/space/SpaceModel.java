// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.space.Cut;
import org.overread.viewer.space.SpaceLook;
import org.overread.viewer.space.SpaceMesh;
import org.overread.viewer.space.SpacePresets;
import org.overread.viewer.space.SpaceScene;
import org.overread.viewer.space.SpaceView;
import org.overread.viewer.space.SpaceVolume;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;

/// The body as it is seen: from where, how large, through which look, cut by which planes. FX thread, but for what it hands
/// to `compute`; holds no control.
public final class SpaceModel {
    private static final SpaceLook ALONE = new SpaceLook.SurfacesAlone("Labels alone");
    private static final double LEAST_ZOOM = 0.3;
    private static final double MOST_ZOOM = 20;

    /// What can be shown.
    public sealed interface State {
        /// Nothing is open, or its slices are still arriving.
        record Waiting() implements State {}

        /// The volume is being looked through.
        record Preparing() implements State {}

        /// Colours, or no value at all.
        record Impossible() implements State {}

        /// There are looks to choose from.
        record Ready(SpaceVolume volume, List<SpaceLook> looks) implements State {
            public Ready {
                looks = List.copyOf(looks);
            }
        }
    }

    private final ReadingModel reading;
    private final Executor compute;
    private final Executor ui;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Waiting());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Map<ViewPlane, Double> cuts = new EnumMap<>(ViewPlane.class);
    private Optional<Volume> volume = Optional.empty();
    private final ObservableMap<String, String> chosenLooks = FXCollections.observableHashMap();
    private Optional<SpaceLook> look = Optional.empty();
    private List<SpaceMesh> meshes = List.of();
    private SpaceView view = SpaceView.from(SpaceView.Side.ANTERIOR, PatientPoint.ORIGIN);
    private double zoom = 1;
    private final LabelSurfaces surfaces;
    private boolean wanted;

    public SpaceModel(ReadingModel reading, Executor compute, Executor ui) {
        this.reading = reading;
        this.compute = compute;
        this.ui = ui;
        surfaces = new LabelSurfaces(this, compute, ui);
        reading.overlays().subscribe(_ -> follow());
        reading.cursor().subscribe(_ -> cursorMoved());
        reading.kind().origin().subscribe(_ -> changed());
        for (PaneModel pane : reading.panes()) {
            pane.state().subscribe(_ -> cursorMoved());
        }
    }

    private void cursorMoved() {
        if (!cuts.isEmpty()) {
            changed();
        }
    }

    /// The complete volume that is open; empty for none.
    public void open(Optional<Volume> now) {
        boolean same =
                now.map(Volume::id).equals(volume.map(Volume::id))
                        && now.isPresent() == volume.isPresent();
        if (same) {
            return;
        }
        volume = now;
        look = Optional.empty();
        meshes = List.of();
        cuts.clear();
        zoom = 1;
        view =
                SpaceView.from(
                        SpaceView.Side.ANTERIOR,
                        now.map(v -> v.geometry().center()).orElse(PatientPoint.ORIGIN));
        state.set(new State.Waiting());
        prepare();
        changed();
    }

    /// Whether the pane is on the screen: what nobody sees costs nothing.
    public void want(boolean onScreen) {
        wanted = onScreen;
        prepare();
        follow();
    }

    /// Labels over the slices stand in the body too.
    private void follow() {
        if (wanted && state.get() instanceof State.Ready) {
            surfaces.show(reading.overlays().get());
        }
    }

    private void prepare() {
        if (!wanted || volume.isEmpty() || !(state.get() instanceof State.Waiting)) {
            return;
        }
        Volume asked = volume.get();
        state.set(new State.Preparing());
        compute.execute(
                () -> {
                    Optional<SpaceVolume> made = SpaceVolume.of(asked);
                    List<SpaceLook> looks = made.isPresent() ? SpacePresets.of(asked) : List.of();
                    ui.execute(() -> prepared(asked, made, looks));
                });
    }

    private void prepared(Volume asked, Optional<SpaceVolume> made, List<SpaceLook> looks) {
        if (volume.filter(now -> now.id().equals(asked.id())).isEmpty()) {
            return; // late answers are dropped
        }
        state.set(
                made.<State>map(ready -> new State.Ready(ready, looks))
                        .orElseGet(State.Impossible::new));
        String chosen = chosenLooks.get(asked.unit().name());
        look =
                looks.stream()
                        .filter(one -> one.name().equals(chosen))
                        .findFirst()
                        .or(() -> looks.stream().findFirst());
        follow();
        changed();
    }

    public ObjectProperty<State> state() {
        return state;
    }

    /// Grows whenever there is something else to be seen.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    public SpaceView view() {
        return view;
    }

    public double zoom() {
        return zoom;
    }

    /// The names of the looks that a person chose, by what the values of a volume mean; what is put here is used for the
    /// volumes that follow.
    public ObservableMap<String, String> chosenLooks() {
        return chosenLooks;
    }

    public Optional<SpaceLook> look() {
        return look;
    }

    public void choose(SpaceLook chosen) {
        look = Optional.of(chosen);
        volume.ifPresent(seen -> chosenLooks.put(seen.unit().name(), chosen.name()));
        changed();
    }

    /// The next look of those that are offered.
    public void nextLook() {
        List<SpaceLook> looks = looks();
        if (!looks.isEmpty()) {
            int now = look.map(looks::indexOf).orElse(-1);
            choose(looks.get((now + 1) % looks.size()));
        }
    }

    /// Surfaces of labels, drawn among the clouds.
    public void show(List<SpaceMesh> newMeshes) {
        meshes = List.copyOf(newMeshes);
        if (meshes.isEmpty() && look.filter(ALONE::equals).isPresent()) {
            look = looks().stream().findFirst();
        }
        changed();
    }

    public int surfaces() {
        return meshes.size();
    }

    /// What there is to choose from: the volume's own, and the labels alone where there are labels.
    public List<SpaceLook> looks() {
        if (!(state.get() instanceof State.Ready(_, List<SpaceLook> offered))) {
            return List.of();
        }
        var all = new ArrayList<>(offered);
        if (!meshes.isEmpty()) {
            all.add(ALONE);
        }
        return all;
    }

    /// Radians, as the hand goes.
    public void turn(double across, double along) {
        view = view.turned(across, along);
        changed();
    }

    /// Upright from a side, the whole body.
    public void lookFrom(SpaceView.Side side) {
        PatientPoint center =
                volume.map(v -> v.geometry().center()).orElseGet(() -> view.plane().center());
        view = SpaceView.from(side, center);
        zoom = 1;
        changed();
    }

    public void zoom(double factor) {
        zoom = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
        changed();
    }

    /// Moves the picture with the hand, logical pixels of a pane of that size.
    public void pan(double dx, double dy, double width, double height) {
        double mm = pixelMm(width, height);
        view =
                view.centred(
                        view.plane()
                                .center()
                                .plus(view.plane().right().times(-dx * mm))
                                .plus(view.plane().down().times(-dy * mm)));
        changed();
    }

    /// Whether the body is cut by the plane that the pane of that name shows.
    public boolean isCut(ViewPlane plane) {
        return cuts.containsKey(plane);
    }

    /// Cuts the body by a plane, taking away what lies between it and the eye now; or makes it whole again.
    public void toggleCut(ViewPlane plane) {
        if (cuts.remove(plane) == null) {
            shown(plane)
                    .ifPresent(
                            at ->
                                    cuts.put(
                                            plane,
                                            at.plane().normal().dot(view.deep()) > 0 ? -1.0 : 1.0));
        }
        changed();
    }

    private Optional<PaneState> shown(ViewPlane plane) {
        return reading.panes().stream()
                .filter(pane -> pane.view() == plane)
                .findFirst()
                .map(pane -> pane.state().get());
    }

    private List<Cut> cuts() {
        var all = new ArrayList<Cut>();
        cuts.forEach(
                (plane, side) ->
                        shown(plane)
                                .ifPresent(
                                        at -> {
                                            PatientVector normal = at.plane().normal();
                                            all.add(
                                                    new Cut(
                                                            at.plane().center(),
                                                            normal.times(side)));
                                        }));
        return all;
    }

    /// Millimetres in a logical pixel of a pane of that size.
    public double pixelMm(double width, double height) {
        return volume.map(v -> SpaceView.fittedPixelMm(v.geometry(), width, height) / zoom)
                .orElse(1.0);
    }

    /// What a pane of that size, in logical pixels, shows with so many pixels of a picture in one of them; empty where
    /// there is nothing to be drawn.
    public Optional<SpaceScene> scene(
            double width, double height, double density, SpaceScene.Pace pace) {
        if (!(state.get() instanceof State.Ready(SpaceVolume ready, _)) || look.isEmpty()) {
            return Optional.empty();
        }
        int columns = (int) Math.max(1, Math.ceil(width * density));
        int rows = (int) Math.max(1, Math.ceil(height * density));
        return Optional.of(
                new SpaceScene(
                        ready,
                        look.get(),
                        view,
                        new Raster(columns, rows, pixelMm(width, height) / density),
                        pace,
                        cuts(),
                        meshes));
    }

    /// Moves the shared cursor to a point of the body.
    public void pointAt(PatientPoint point) {
        reading.jumpTo(point);
    }

    public PatientPoint cursor() {
        return reading.cursor().get();
    }

    /// What compression took from the slices that the body is made of.
    public Optional<LossySlices> lossy() {
        return reading.kind().origin().get().flatMap(OpenableVolume::lossy);
    }

    /// Of the volume that is open.
    public Optional<Volume> volume() {
        return volume;
    }
}
