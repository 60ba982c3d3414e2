// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import org.overread.app.desktop.presentation.PresentationModel.Taken;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Drawing;
import org.overread.viewer.dicom.present.Stencil;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.volume.VolumeGeometry;

/// What a presentation state covers, draws and writes, on the images that it names and on slices as they were acquired
/// only. No hand can take it. FX thread.
final class PresentationMarks implements Marks {
    private final PresentationModel model;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /// By slice, made when it is seen first.
    private final Map<Integer, List<Mark>> made = new HashMap<>();

    /// One picture for all slices.
    private final IdentityHashMap<Stencil, PaintedBits> stamps = new IdentityHashMap<>();

    private List<Spot> spots = List.of();

    PresentationMarks(PresentationModel model) {
        this.model = model;
        model.taken().subscribe(this::begin);
    }

    private void begin(Optional<Taken> taken) {
        made.clear();
        stamps.clear();
        spots = taken.map(PresentationMarks::spots).orElse(List.of());
        changes.set(changes.get() + 1);
    }

    private static List<Spot> spots(Taken taken) {
        List<SliceSource> slices = taken.volume().source().slices();
        VolumeGeometry geometry = taken.volume().geometry();
        List<List<PresentationState.Image>> named =
                taken.state().drawings().stream().map(Drawing::on).distinct().toList();
        return IntStream.range(0, slices.size())
                .filter(
                        k ->
                                named.stream()
                                        .anyMatch(on -> PresentationModel.means(on, slices.get(k))))
                .mapToObj(k -> new Spot(geometry.slices().originAt(k), OnSlice.COLOR))
                .toList();
    }

    private List<Mark> marks(Taken taken, int k) {
        SliceSource slice = taken.volume().source().slices().get(k);
        var here = new OnSlice(taken.volume().geometry(), k);
        var marks = new ArrayList<Mark>();
        taken.state()
                .shutter()
                .filter(shutter -> PresentationModel.means(shutter.on(), slice))
                .ifPresent(shutter -> marks.addAll(here.covers(shutter)));
        for (Stencil stencil : taken.state().stencils()) {
            if (PresentationModel.means(stencil.on(), slice)) {
                marks.add(here.stamp(stamps.computeIfAbsent(stencil, PresentationMarks::paint)));
            }
        }
        for (Drawing drawing : taken.state().drawings()) {
            if (PresentationModel.means(drawing.on(), slice)) {
                marks.addAll(here.marks(drawing));
            }
        }
        return List.copyOf(marks);
    }

    private static PaintedBits paint(Stencil stencil) {
        int rgb = stencil.rgb().orElse(OnSlice.COLOR);
        return PaintedBits.of(List.of(new PaintedBits.Coloured(stencil.plane(), rgb)));
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        Optional<Taken> taken = of(shown);
        return taken.isPresent() && shown.slices() instanceof SliceAxis.Acquired axis
                ? made.computeIfAbsent(
                        axis.nearest(shown.plane().center()), k -> marks(taken.get(), k))
                : List.of();
    }

    @Override
    public List<Spot> spots(PaneState shown) {
        boolean along = of(shown).isPresent() && shown.slices() instanceof SliceAxis.Acquired;
        return along ? spots : List.of();
    }

    private Optional<Taken> of(PaneState shown) {
        return model.taken().get().filter(_ -> model.shows(shown));
    }

    @Override
    public ObservableValue<?> changed() {
        return changes.getReadOnlyProperty();
    }
}
