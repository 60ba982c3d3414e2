// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.overread.app.desktop.presentation.LoadedOverlays.Loaded;
import org.overread.app.desktop.presentation.PaintedBits.Coloured;
import org.overread.app.desktop.presentation.PresentationModel.Taken;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.dicom.overlay.ImageOverlays.ImageOverlay;
import org.overread.viewer.dicom.overlay.ImageOverlays.LeftOut;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.present.PresentationState.Activated;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.slice.SliceAxis;

/// The overlays that the images of a reading carry, drawn on single slices as they were acquired and nowhere else. A
/// presentation state that is shown decides which. What a file has drawn there may name a patient: where no patient text is
/// wanted they are left out. FX thread.
final class ImageOverlayModel implements Marks {
    private static final int MOST_NAMES = 4;

    private final ReadingModel reading;
    private final PresentationModel presentation;
    private final Workshop workshop;
    private final Consumer<Set<LeftOut>> told;
    private final ReadOnlyBooleanWrapper carried = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<String>> names =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
    private final Subscription following;
    private Optional<Source> source = Optional.empty();
    private String seriesUid = "";

    private record Source(DicomVolume volume, LoadedOverlays overlays) {}

    /// `told` hears of what is left out, of each volume once.
    ImageOverlayModel(
            ReadingModel reading,
            PresentationModel presentation,
            Workshop workshop,
            Consumer<Set<LeftOut>> told) {
        this.reading = reading;
        this.presentation = presentation;
        this.workshop = workshop;
        this.told = told;
        following =
                Subscription.combine(
                        reading.kind().origin().subscribe(_ -> begin()),
                        presentation.taken().subscribe(_ -> beginAnew()),
                        reading.writing().overlays().subscribe(_ -> drawAnew()),
                        reading.writing().anonymous().subscribe(_ -> drawAnew()));
    }

    /// Lets go of the reading.
    void close() {
        following.unsubscribe();
        source.ifPresent(was -> was.overlays().close());
        source = Optional.empty();
    }

    /// Another phase of the same series has the same overlays, and the same said of them.
    private void begin() {
        String now =
                reading.kind().origin().get().stream()
                        .filter(DicomVolume.class::isInstance)
                        .map(origin -> ((DicomVolume) origin).source().series().seriesUid())
                        .findFirst()
                        .orElse("");
        if (!now.equals(seriesUid)) {
            seriesUid = now;
            leftOut.clear();
            names.set(List.of());
        }
        beginAnew();
    }

    private void beginAnew() {
        source.ifPresent(was -> was.overlays().close());
        source =
                reading.kind()
                        .origin()
                        .get()
                        .flatMap(
                                origin ->
                                        origin instanceof DicomVolume dicom && carriesAny(dicom)
                                                ? Optional.of(of(dicom))
                                                : Optional.empty());
        carried.set(source.isPresent());
        drawAnew();
    }

    private static boolean carriesAny(DicomVolume volume) {
        return volume.source().slices().stream().anyMatch(SliceSource::overlaid);
    }

    private Source of(DicomVolume volume) {
        Optional<List<Activated>> decided =
                presentation
                        .taken()
                        .get()
                        .filter(taken -> taken.volume().id().equals(volume.id()))
                        .map(Taken::state)
                        .map(state -> state.activated());
        return new Source(
                volume,
                new LoadedOverlays(
                        volume.source().slices(),
                        (slice, overlays) -> colours(decided, slice, overlays),
                        workshop,
                        this::arrived));
    }

    /// All of them where no state decides; else those that it wants on this image, in its colours.
    private static List<Coloured> colours(
            Optional<List<Activated>> decided, SliceSource slice, List<ImageOverlay> overlays) {
        var coloured = new ArrayList<Coloured>();
        for (ImageOverlay overlay : overlays) {
            Optional<Integer> rgb =
                    decided.isEmpty()
                            ? Optional.of(OnSlice.COLOR)
                            : decided.get().stream()
                                    .filter(one -> one.number() == overlay.number())
                                    .filter(one -> PresentationModel.means(one.on(), slice))
                                    .findFirst()
                                    .map(one -> one.rgb().orElse(OnSlice.COLOR));
            rgb.ifPresent(colour -> coloured.add(new Coloured(overlay.plane(), colour)));
        }
        return coloured;
    }

    private void arrived(Loaded there) {
        if (!names.get().containsAll(there.names()) && names.get().size() < MOST_NAMES) {
            var all = new ArrayList<>(names.get());
            there.names().stream().filter(name -> !all.contains(name)).forEach(all::add);
            names.set(List.copyOf(all));
        }
        if (leftOut.addAll(there.leftOut())) {
            told.accept(Set.copyOf(leftOut));
        }
        drawAnew();
    }

    private void drawAnew() {
        changes.set(changes.get() + 1);
    }

    /// Whether the images that are open carry any.
    ReadOnlyBooleanProperty carried() {
        return carried.getReadOnlyProperty();
    }

    /// How those are called that have been seen, where anybody says it.
    ReadOnlyObjectProperty<List<String>> names() {
        return names.getReadOnlyProperty();
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        if (source.isEmpty()
                || !reading.writing().overlays().get()
                || reading.writing().anonymous().get()) {
            return List.of();
        }
        DicomVolume volume = source.get().volume();
        boolean single =
                shown.slab().isThin()
                        && shown.volume().id().equals(volume.id())
                        && presentation.shows(shown);
        if (!single || !(shown.slices() instanceof SliceAxis.Acquired axis)) {
            return List.of();
        }
        int k = axis.nearest(shown.plane().center());
        return source.get()
                .overlays()
                .of(k)
                .flatMap(Loaded::painted)
                .map(painted -> List.of(new OnSlice(volume.geometry(), k).stamp(painted)))
                .orElse(List.of());
    }

    @Override
    public ObservableValue<?> changed() {
        return changes.getReadOnlyProperty();
    }
}
