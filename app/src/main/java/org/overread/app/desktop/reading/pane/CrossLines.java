// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Where the other planes cut a pane: a line in the colour of each, with a gap at the cursor so that nothing hides what
/// one looks at. FX thread.
final class CrossLines extends Group {
    /// Logical pixels left free on each side of the cursor.
    private static final double GAP = 12;

    private final Map<ViewPlane, List<Line>> lines = new EnumMap<>(ViewPlane.class);

    CrossLines() {
        setManaged(false);
        setMouseTransparent(true);
        for (ViewPlane plane : ViewPlane.values()) {
            lines.put(plane, List.of(line(plane), line(plane)));
        }
        lines.values().forEach(getChildren()::addAll);
    }

    private static Line line(ViewPlane plane) {
        var line = new Line();
        line.getStyleClass().addAll("cross-line", plane.style());
        return line;
    }

    /// `planes` are the planes that the panes show, one of each kind; `crossing` is the point that they have in common.
    void show(
            PaneState state,
            Map<ViewPlane, SlicePlane> planes,
            PatientPoint crossing,
            double outputScale) {
        PanePoint center = state.toPane(crossing);
        for (var entry : lines.entrySet()) {
            SlicePlane other = planes.get(entry.getKey());
            List<Line> pair = entry.getValue();
            if (other == null || !place(pair, state, other, center, outputScale)) {
                pair.forEach(line -> line.setVisible(false));
            }
        }
    }

    private static boolean place(
            List<Line> pair,
            PaneState state,
            SlicePlane other,
            PanePoint center,
            double outputScale) {
        PatientVector along = state.plane().normal().cross(other.normal());
        if (along.length() < 1e-3) {
            return false; // parallel planes do not meet
        }
        PatientVector direction = along.unit();
        double dx = direction.dot(state.plane().right());
        double dy = direction.dot(state.plane().down());
        PanePoint through = nearestTo(center, state, other, dx, dy, outputScale);
        double reach = state.width() + state.height();
        double at = (center.x() - through.x()) * dx + (center.y() - through.y()) * dy;
        clip(pair.get(0), state, through, dx, dy, at - reach * 4, at - GAP);
        clip(pair.get(1), state, through, dx, dy, at + GAP, at + reach * 4);
        return true;
    }

    /// The point of the line nearest to the cursor; an upright or level line lies on whole pixels of the screen.
    private static PanePoint nearestTo(
            PanePoint cursor,
            PaneState state,
            SlicePlane other,
            double dx,
            double dy,
            double outputScale) {
        var normal = other.normal();
        double acrossX = normal.dot(state.plane().right());
        double acrossY = normal.dot(state.plane().down());
        double squared = acrossX * acrossX + acrossY * acrossY;
        double distance = other.center().from(state.toPatient(cursor)).dot(normal);
        double x = cursor.x() + distance * acrossX / squared / state.pixelMm();
        double y = cursor.y() + distance * acrossY / squared / state.pixelMm();
        return new PanePoint(
                Math.abs(dx) < 1e-6 ? middleOfPixel(x, outputScale) : x,
                Math.abs(dy) < 1e-6 ? middleOfPixel(y, outputScale) : y);
    }

    private static double middleOfPixel(double at, double outputScale) {
        return (Math.floor(at * outputScale) + 0.5) / outputScale;
    }

    private static void clip(
            Line line, PaneState state, PanePoint p, double dx, double dy, double from, double to) {
        var spans = new ArrayList<double[]>(2);
        spans.add(span(p.x(), dx, state.width()));
        spans.add(span(p.y(), dy, state.height()));
        double start = from;
        double end = to;
        for (double[] span : spans) {
            start = Math.max(start, span[0]);
            end = Math.min(end, span[1]);
        }
        line.setVisible(start < end);
        if (start < end) {
            line.setStartX(p.x() + start * dx);
            line.setStartY(p.y() + start * dy);
            line.setEndX(p.x() + end * dx);
            line.setEndY(p.y() + end * dy);
        }
    }

    /// Between which lengths along `d` from `p` one stays within 0…`size`.
    private static double[] span(double p, double d, double size) {
        if (Math.abs(d) < 1e-9) {
            boolean inside = p >= 0 && p <= size;
            return inside
                    ? new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}
                    : new double[] {0, 0};
        }
        double a = -p / d;
        double b = (size - p) / d;
        return new double[] {Math.min(a, b), Math.max(a, b)};
    }
}
