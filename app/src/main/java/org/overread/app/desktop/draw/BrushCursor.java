// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.brush.Brush;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// The brush as it stands in the patient, cut by the plane of each pane: a circle where the plane meets the ball or is the
/// disc's own, a line where it cuts the disc. FX thread.
final class BrushCursor {
    private static final int SIDES = 48;
    private static final double SAME = 1e-6;

    private final BrushSettings settings;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<Place> place = Optional.empty();

    private record Place(PatientPoint at, SlicePlane plane, FrameOfReference frame) {}

    BrushCursor(BrushSettings settings) {
        this.settings = settings;
        settings.radiusMm().subscribe(_ -> changed());
        settings.shape().subscribe(_ -> changed());
    }

    void at(ToolPoint point) {
        place = Optional.of(new Place(point.at(), point.plane(), point.volume().frame()));
        changed();
    }

    void gone() {
        place = Optional.empty();
        changed();
    }

    /// Where the hand was last.
    Optional<PatientPoint> where() {
        return place.map(Place::at);
    }

    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    List<Mark> marks(PaneState shown, int rgb, MarkLook.Stroke stroke) {
        if (place.isEmpty() || !place.get().frame().equals(shown.volume().frame())) {
            return List.of();
        }
        MarkLook plain = MarkLook.of(rgb);
        MarkLook look = stroke == MarkLook.Stroke.DASHED ? plain.dashed() : plain;
        Place now = place.get();
        SlicePlane plane = shown.plane();
        double off = now.at().from(plane.center()).dot(plane.normal());
        double r = settings.radiusMm().get();
        boolean parallel = 1 - Math.abs(plane.normal().dot(now.plane().normal())) < SAME;
        return switch (settings.shape().get()) {
            case BALL ->
                    Math.abs(off) < r
                            ? List.of(circle(now.at(), plane, Math.sqrt(r * r - off * off), look))
                            : List.of();
            case DISC ->
                    parallel
                            ? Math.abs(off) < 0.5 * sliceMm(shown)
                                    ? List.of(circle(now.at(), plane, r, look))
                                    : List.of()
                            : cut(now, plane, off, r, look);
        };
    }

    private static double sliceMm(PaneState shown) {
        var slices = shown.slices();
        double here = slices.indexAt(shown.plane().center());
        return Math.max(1e-3, Math.abs(slices.offsetAt(here + 0.5) - slices.offsetAt(here - 0.5)));
    }

    private static Mark circle(PatientPoint at, SlicePlane plane, double r, MarkLook look) {
        var points = new ArrayList<PatientPoint>();
        for (int n = 0; n < SIDES; n++) {
            double angle = 2 * Math.PI * n / SIDES;
            points.add(
                    at.plus(plane.right().times(r * Math.cos(angle)))
                            .plus(plane.down().times(r * Math.sin(angle))));
        }
        return new Mark.Polygon(points, look);
    }

    /// Where another plane cuts a disc.
    private static List<Mark> cut(
            Place disc, SlicePlane plane, double off, double r, MarkLook look) {
        PatientVector along = disc.plane().normal().cross(plane.normal()).unit();
        PatientVector across = along.cross(disc.plane().normal()).unit(); // in the disc
        double slope = across.dot(plane.normal());
        double way = -off / slope;
        if (Math.abs(way) >= r) {
            return List.of();
        }
        double half = Math.sqrt(r * r - way * way);
        PatientPoint middle = disc.at().plus(across.times(way));
        return List.of(
                new Mark.Line(
                        middle.plus(along.times(-half)), middle.plus(along.times(half)), look));
    }
}
