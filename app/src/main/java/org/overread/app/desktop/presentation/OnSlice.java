// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.ArrayList;
import java.util.List;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.viewer.dicom.present.PresentationState.Drawing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Shape;
import org.overread.viewer.dicom.present.Shutter;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// From pixels of slice `k` to marks in the patient.
record OnSlice(VolumeGeometry geometry, int k) {
    /// Of what has no colour of its own.
    static final int COLOR = 0x8FE3D0;

    private static final double FILLED = 0.35;
    private static final int SIDES = 48;

    private PatientPoint place(Point p) {
        return PresentationView.place(p, k, geometry);
    }

    private List<PatientPoint> places(List<Point> points) {
        return points.stream().map(this::place).toList();
    }

    /// One for each opening: what lies outside of any of them is covered.
    List<Mark> covers(Shutter shutter) {
        int columns = geometry.size().i();
        int rows = geometry.size().j();
        double stretch = geometry.spacingI() / geometry.spacingJ();
        List<PatientPoint> whole =
                places(
                        List.of(
                                new Point(0, 0),
                                new Point(columns, 0),
                                new Point(columns, rows),
                                new Point(0, rows)));
        MarkLook look = MarkLook.of(shutter.rgb()).filled(1);
        return shutter.openings().stream()
                .<Mark>map(
                        opening ->
                                new Mark.Cover(
                                        whole,
                                        places(opening.within(columns, rows, stretch)),
                                        look))
                .toList();
    }

    Mark stamp(PaintedBits bits) {
        return new Mark.Stamp(
                place(new Point(bits.left(), bits.top())),
                geometry.iStep().times(bits.step()),
                geometry.jStep().times(bits.step()),
                bits.images(),
                MarkLook.of(COLOR));
    }

    List<Mark> marks(Drawing drawing) {
        MarkLook look = MarkLook.of(drawing.rgb().orElse(COLOR));
        return switch (drawing.shape()) {
            case Shape.Points(List<Point> at) ->
                    at.stream().<Mark>map(p -> new Mark.Cross(place(p), look)).toList();
            case Shape.Line(List<Point> through, boolean filled) ->
                    List.of(
                            filled
                                    ? new Mark.Polygon(places(through), look.filled(FILLED))
                                    : new Mark.Line(places(through), look));
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

    private static Mark round(
            PatientPoint middle,
            PatientVector half,
            PatientVector across,
            boolean filled,
            MarkLook look) {
        var points = new ArrayList<PatientPoint>(SIDES);
        for (int n = 0; n < SIDES; n++) {
            double turn = 2 * Math.PI * n / SIDES;
            points.add(middle.plus(half.times(Math.cos(turn))).plus(across.times(Math.sin(turn))));
        }
        return new Mark.Polygon(points, filled ? look.filled(FILLED) : look);
    }
}
