// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import org.overread.app.desktop.presentation.PresentationModel.Taken;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.present.PresentationState.Drawing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Shape;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// What a presentation state draws and writes, on the images that it names and on slices as they were acquired only. No
/// hand can take it. FX thread.
public final class PresentationMarks implements Marks {
    static final int COLOR = 0x8FE3D0;
    private static final int SIDES = 48;
    private static final double CROSS = 1.5;

    private final PresentationModel model;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Map<Integer, List<Mark>> bySlice = Map.of();
    private List<Spot> spots = List.of();
    private String volumeId = "";

    public PresentationMarks(PresentationModel model) {
        this.model = model;
        model.taken().subscribe(_ -> make());
    }

    private void make() {
        var made = new HashMap<Integer, List<Mark>>();
        var ticks = new ArrayList<Spot>();
        volumeId = model.taken().get().map(taken -> taken.volume().id()).orElse("");
        model.taken().get().ifPresent(taken -> make(taken, made, ticks));
        bySlice = made;
        spots = ticks;
        changes.set(changes.get() + 1);
    }

    private static void make(Taken taken, Map<Integer, List<Mark>> made, List<Spot> ticks) {
        VolumeGeometry geometry = taken.volume().geometry();
        List<SliceSource> slices = taken.volume().source().slices();
        for (int k = 0; k < slices.size(); k++) {
            var marks = new ArrayList<Mark>();
            for (Drawing drawing : taken.state().drawings()) {
                if (PresentationModel.means(drawing.on(), slices.get(k))) {
                    marks.addAll(new OnSlice(geometry, k).marks(drawing));
                }
            }
            if (!marks.isEmpty()) {
                made.put(k, List.copyOf(marks));
                ticks.add(new Spot(geometry.slices().originAt(k), COLOR));
            }
        }
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        if (!shown.volume().id().equals(volumeId)
                || !(shown.slices() instanceof SliceAxis.Acquired axis)) {
            return List.of();
        }
        return bySlice.getOrDefault(axis.nearest(shown.plane().center()), List.of());
    }

    @Override
    public List<Spot> spots(PaneState shown) {
        boolean along =
                shown.volume().id().equals(volumeId)
                        && shown.slices() instanceof SliceAxis.Acquired;
        return along ? spots : List.of();
    }

    @Override
    public ObservableValue<?> changed() {
        return changes.getReadOnlyProperty();
    }

    private record OnSlice(VolumeGeometry geometry, int k) {

        private PatientPoint place(Point p) {
            return PresentationModel.place(p, k, geometry);
        }

        List<Mark> marks(Drawing drawing) {
            MarkLook look = MarkLook.of(drawing.rgb().orElse(COLOR));
            return switch (drawing.shape()) {
                case Shape.Points(List<Point> at) ->
                        at.stream().flatMap(p -> cross(p, look).stream()).toList();
                case Shape.Line(List<Point> through, boolean filled) -> {
                    List<PatientPoint> points = through.stream().map(this::place).toList();
                    yield List.of(
                            filled
                                    ? new Mark.Polygon(points, look.filled(0.35))
                                    : new Mark.Line(points, look));
                }
                case Shape.Circle(Point center, Point rim, boolean filled) -> {
                    PatientPoint middle = place(center);
                    PatientVector half = place(rim).from(middle);
                    PatientVector across = half.cross(geometry.normal());
                    yield List.of(round(middle, half, across, filled, look));
                }
                case Shape.Ellipse(
                                Point from,
                                Point to,
                                Point acrossFrom,
                                Point acrossTo,
                                boolean filled) -> {
                    PatientVector half = place(to).from(place(from)).times(0.5);
                    PatientVector across = place(acrossTo).from(place(acrossFrom)).times(0.5);
                    yield List.of(round(place(from).plus(half), half, across, filled, look));
                }
                case Shape.Words(Point at, String words, var about) -> {
                    var all = new ArrayList<Mark>();
                    about.ifPresent(p -> all.add(new Mark.Line(place(at), place(p), look)));
                    all.add(new Mark.Words(place(at), words, look));
                    yield all;
                }
            };
        }

        private List<Mark> cross(Point p, MarkLook look) {
            return List.of(
                    new Mark.Line(
                            place(new Point(p.x() - CROSS, p.y())),
                            place(new Point(p.x() + CROSS, p.y())),
                            look),
                    new Mark.Line(
                            place(new Point(p.x(), p.y() - CROSS)),
                            place(new Point(p.x(), p.y() + CROSS)),
                            look));
        }

        private static Mark round(
                PatientPoint middle,
                PatientVector half,
                PatientVector across,
                boolean filled,
                MarkLook look) {
            var points = new ArrayList<PatientPoint>(SIDES);
            for (int n = 0; n < SIDES; n++) {
                double turn = 2 * Math.PI * n / SIDES;
                points.add(
                        middle.plus(half.times(Math.cos(turn))).plus(across.times(Math.sin(turn))));
            }
            return new Mark.Polygon(points, filled ? look.filled(0.35) : look);
        }
    }
}
