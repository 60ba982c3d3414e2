// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.VoxelValue;
import org.overread.viewer.volume.Voxels;

/// What lies over the volume of one reading: fused volumes, and above them up to two versions of its labels. Gone when
/// another volume is shown. FX thread, no nodes.
public final class Layers {
    private static final int OUTLINE_PX = 2;

    private final ReadingModel reading;
    private final BiFunction<FrameOfReference, FrameOfReference, Joining> joining;
    private final ReadOnlyObjectWrapper<Optional<LabelVersion>> first =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LabelVersion>> second =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Showing> showing = new SimpleObjectProperty<>(Showing.NONE);
    private final DoubleProperty fill = new SimpleDoubleProperty(0.3);
    private final ObjectProperty<Labels.Edges> edges =
            new SimpleObjectProperty<>(Labels.Edges.VOXELS);
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final ObservableList<Fused> fused = FXCollections.observableArrayList();
    private List<Overlay> drawn = List.of();
    private Function<PatientPoint, Optional<String>> drawnAt = _ -> Optional.empty();
    private String belongsTo = "";

    /// What came of laying something over the volume.
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /// Nothing is open that it could lie over.
        record NothingBelow() implements Outcome {}

        /// Positions of the two mean different places.
        record Apart(Joining.Reason reason) implements Outcome {}

        /// Colours have no levels to be fused by.
        record Coloured() implements Outcome {}

        /// The two versions are not on one grid, so they cannot be compared voxel by voxel.
        record OtherGrid() implements Outcome {}
    }

    /// `joining` says how two frames of reference go together.
    public Layers(
            ReadingModel reading, BiFunction<FrameOfReference, FrameOfReference, Joining> joining) {
        this.reading = reading;
        this.joining = joining;
        reading.content().subscribe(this::follow);
        showing.subscribe(this::apply);
        fill.subscribe(this::apply);
        edges.subscribe(this::apply);
        editing.subscribe(this::apply);
        fused.subscribe(this::apply);
    }

    private void follow() {
        Volume volume = reading.volume();
        String now = volume == null ? "" : volume.id();
        if (!now.equals(belongsTo) && volume != null) {
            belongsTo = now;
            if (!reading.isExchanging()) {
                clear();
            }
        }
    }

    /// Takes everything away.
    public void clear() {
        first.set(Optional.empty());
        second.set(Optional.empty());
        showing.set(Showing.NONE);
        fused.clear();
        apply();
    }

    public ReadOnlyObjectProperty<Optional<LabelVersion>> first() {
        return first.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<LabelVersion>> second() {
        return second.getReadOnlyProperty();
    }

    /// What of the versions is drawn.
    public ObjectProperty<Showing> showing() {
        return showing;
    }

    /// How much the inside of labels covers, 0 to 1.
    public DoubleProperty fill() {
        return fill;
    }

    /// What the edges of labels follow while nobody edits; a picture of smooth ones says that it has them.
    public ObjectProperty<Labels.Edges> edges() {
        return edges;
    }

    /// Whether somebody holds a tool that may change labels: such a hand sees the voxels as they are.
    public BooleanProperty editing() {
        return editing;
    }

    /// Bottom to top.
    public ObservableList<Fused> fused() {
        return fused;
    }

    /// Becomes version A, or B where there is an A already.
    public Outcome add(LabelVersion version) {
        if (reading.volume() == null) {
            return new Outcome.NothingBelow();
        }
        Optional<LabelVersion> before = first.get();
        if (before.isEmpty()) {
            first.set(Optional.of(version));
            showing.set(Showing.A);
        } else if (!before.get().geometry().equals(version.geometry())) {
            return new Outcome.OtherGrid();
        } else {
            second.set(Optional.of(version));
            showing.set(Showing.BOTH);
        }
        apply();
        return new Outcome.Done();
    }

    /// What somebody is drawing, above all else; `namer` says what of it is at a point of the patient. It stays until
    /// something else is drawn.
    public void draw(List<Overlay> overlays, Function<PatientPoint, Optional<String>> namer) {
        drawn = List.copyOf(overlays);
        drawnAt = namer;
        apply();
    }

    /// Shows these versions in place of those that were there.
    public Outcome show(Optional<LabelVersion> a, Optional<LabelVersion> b, Showing newShowing) {
        if (reading.volume() == null) {
            return new Outcome.NothingBelow();
        }
        first.set(a);
        second.set(b);
        showing.set(newShowing);
        apply();
        return new Outcome.Done();
    }

    /// The same layers as over the same volume elsewhere; what is shown of them is each column's own.
    public void take(Layers other) {
        first.set(other.first.get());
        second.set(other.second.get());
        fused.setAll(other.fused);
        showing.set(other.showing.get());
        edges.set(other.edges.get());
        apply();
    }

    public Outcome fuse(Volume volume, Tone tone) {
        Volume base = reading.volume();
        if (base == null) {
            return new Outcome.NothingBelow();
        }
        if (!(volume.voxels() instanceof Voxels.Grey)) {
            return new Outcome.Coloured();
        }
        return switch (joining.apply(base.frame(), volume.frame())) {
            case Joining.Refused(Joining.Reason reason) -> new Outcome.Apart(reason);
            case Joining.Joined _ -> {
                fused.add(Fused.of(volume, tone));
                yield new Outcome.Done();
            }
        };
    }

    /// The structure at a point of the patient: of what is being drawn, else of the version that is shown.
    public Optional<String> structureAt(PatientPoint point) {
        Optional<String> work = drawnAt.apply(point);
        return work.isPresent() ? work : versionAt(point);
    }

    private Optional<String> versionAt(PatientPoint point) {
        return switch (showing.get()) {
            case NONE -> Optional.empty();
            case A, ONLY_A -> at(first.get(), point);
            case B, ONLY_B -> at(second.get(), point);
            case BOTH, AGREEMENT, DISAGREEMENT -> {
                Optional<String> a = at(first.get(), point);
                Optional<String> b = at(second.get(), point);
                yield a.equals(b)
                        ? a
                        : Optional.of("A %s, B %s".formatted(a.orElse("–"), b.orElse("–")));
            }
        };
    }

    private static Optional<String> at(Optional<LabelVersion> version, PatientPoint point) {
        return version.flatMap(labels -> labels.structureAt(point));
    }

    /// What the fused volumes hold at a point of the reading, bottom to top; nothing of one that does not reach there.
    public List<VoxelValue> valuesAt(PatientPoint point) {
        var values = new ArrayList<VoxelValue>();
        for (Overlay overlay : reading.overlays().get()) {
            if (overlay instanceof FusedVolume over) {
                Volume volume = over.image().volume();
                VoxelPoint at = volume.geometry().toVoxel(over.joined().toOverlay().apply(point));
                long i = Math.round(at.i());
                long j = Math.round(at.j());
                long k = Math.round(at.k());
                if (volume.geometry().size().contains(i, j, k)) {
                    values.add(volume.valueAt(i, j, k));
                }
            }
        }
        return values;
    }

    /// What a pane says of them; empty where there are none.
    public String words() {
        List<String> lines =
                fused.stream()
                        .map(
                                f ->
                                        "%s %d %%"
                                                .formatted(
                                                        f.volume().title(),
                                                        Math.round(100 * f.opacity())))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (first.get().isPresent() && showing.get() != Showing.NONE) {
            lines.add(
                    second.get().isEmpty()
                            ? "labels: " + first.get().get().title()
                            : "labels: " + showing.get().title());
        }
        return String.join("\n", lines);
    }

    private void apply() {
        Volume base = reading.volume();
        if (base == null) {
            return;
        }
        List<Overlay> all = new ArrayList<>();
        for (Fused over : fused) {
            if (joining.apply(base.frame(), over.volume().frame())
                    instanceof Joining.Joined joined) {
                all.add(over.over(joined));
            }
        }
        Showing wanted = showing.get();
        if (wanted != Showing.NONE) {
            labels(base, wanted).ifPresent(all::add);
        }
        for (Overlay own : drawn) {
            all.add(own instanceof Labels labels ? labels.withEdges(edgesNow()) : own);
        }
        reading.overlay(List.copyOf(all), words());
    }

    private Optional<Overlay> labels(Volume base, Showing wanted) {
        Optional<Labels> a = first.get().map(version -> drawn(base, version));
        Optional<Labels> b = second.get().map(version -> drawn(base, version));
        if (a.isEmpty() || b.isEmpty()) {
            return a.filter(_ -> !wanted.needsBoth()).map(Overlay.class::cast);
        }
        return Optional.of(new LabelComparison(a.get(), b.get(), wanted.view()));
    }

    private Labels drawn(Volume base, LabelVersion version) {
        return new Labels(
                version.geometry(),
                Joining.Joined.within(base.frame()),
                version.structures().stream()
                        .map(structure -> structure.drawn(fill.get(), OUTLINE_PX))
                        .toList(),
                edgesNow());
    }

    private Labels.Edges edgesNow() {
        return editing.get() ? Labels.Edges.VOXELS : edges.get();
    }

    /// Whether a volume is among those that are fused.
    public boolean holds(String volumeId) {
        return fused.stream().anyMatch(f -> Objects.equals(f.volume().id(), volumeId));
    }
}
