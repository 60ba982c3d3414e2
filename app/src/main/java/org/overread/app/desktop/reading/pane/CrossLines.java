// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReferenceLine;
import org.overread.app.desktop.reading.ViewPlane;

/// Where the other planes cut a pane: a line in the colour of each, with a gap at the cursor so that nothing hides what
/// one looks at, handles to turn it by while the mouse is near, and the edges of its slab. FX thread.
final class CrossLines extends Group {
    /// Logical pixels left free on each side of the cursor.
    private static final double GAP = 12;

    private static final double HANDLE = 4.5;

    private final Map<ViewPlane, Parts> lines = new EnumMap<>(ViewPlane.class);
    private boolean handles;

    /// The nodes of one plane's lines, made when they are first seen: every node costs time when a pane comes onto the
    /// screen.
    private final class Parts {
        private final ViewPlane plane;
        private final List<Line> halves;
        private List<Line> slab = List.of();
        private List<Circle> handles = List.of();

        Parts(ViewPlane plane) {
            this.plane = plane;
            halves = List.of(line(plane, "cross-line"), line(plane, "cross-line"));
            getChildren().addAll(halves);
        }

        List<Line> slab() {
            if (slab.isEmpty()) {
                slab = List.of(line(plane, "slab-line"), line(plane, "slab-line"));
                getChildren().addAll(slab);
            }
            return slab;
        }

        List<Circle> handles() {
            if (handles.isEmpty()) {
                handles = List.of(handle(plane), handle(plane));
                getChildren().addAll(handles);
            }
            return handles;
        }

        void hide() {
            halves.forEach(line -> line.setVisible(false));
            slab.forEach(line -> line.setVisible(false));
            handles.forEach(handle -> handle.setVisible(false));
        }
    }

    CrossLines() {
        setManaged(false);
        setMouseTransparent(true);
    }

    private static Line line(ViewPlane plane, String style) {
        var line = new Line();
        line.getStyleClass().addAll(style, plane.style());
        return line;
    }

    private static Circle handle(ViewPlane plane) {
        var handle = new Circle(HANDLE);
        handle.getStyleClass().addAll("cross-handle", plane.style());
        return handle;
    }

    /// Whether the handles are drawn: only where a hand is near.
    void offerHandles(boolean offered) {
        handles = offered;
    }

    void show(PaneState state, List<ReferenceLine> shown, double outputScale) {
        lines.values().forEach(Parts::hide);
        for (ReferenceLine line : shown) {
            place(lines.computeIfAbsent(line.plane(), Parts::new), state, line, outputScale);
        }
    }

    private void place(Parts parts, PaneState state, ReferenceLine line, double outputScale) {
        double dx = line.dx();
        double dy = line.dy();
        PanePoint through = onPixels(line, line.nearest(), outputScale);
        double at =
                (line.crossing().x() - through.x()) * dx + (line.crossing().y() - through.y()) * dy;
        double reach = 4 * (state.width() + state.height());
        clip(parts.halves.get(0), state, through, dx, dy, at - reach, at - GAP);
        clip(parts.halves.get(1), state, through, dx, dy, at + GAP, at + reach);
        double half = line.halfSlab();
        if (half > 1) {
            for (int side = 0; side < 2; side++) {
                double away = side == 0 ? half : -half;
                var beside =
                        new PanePoint(
                                line.nearest().x() - away * dy, line.nearest().y() + away * dx);
                PanePoint p = onPixels(line, beside, outputScale);
                clip(parts.slab().get(side), state, p, dx, dy, at - reach, at + reach);
            }
        }
        List<PanePoint> ends = handles ? line.handles(state) : List.of();
        for (int n = 0; n < ends.size(); n++) {
            Circle handle = parts.handles().get(n);
            handle.setCenterX(ends.get(n).x());
            handle.setCenterY(ends.get(n).y());
            handle.setVisible(true);
        }
    }

    /// An upright or level line lies on whole pixels of the screen.
    private static PanePoint onPixels(ReferenceLine line, PanePoint p, double outputScale) {
        return new PanePoint(
                Math.abs(line.dx()) < 1e-6 ? middleOfPixel(p.x(), outputScale) : p.x(),
                Math.abs(line.dy()) < 1e-6 ? middleOfPixel(p.y(), outputScale) : p.y());
    }

    private static double middleOfPixel(double at, double outputScale) {
        return (Math.floor(at * outputScale) + 0.5) / outputScale;
    }

    private static void clip(
            Line line, PaneState state, PanePoint p, double dx, double dy, double from, double to) {
        Span within =
                new Span(from, to)
                        .and(Span.inside(p.x(), dx, state.width()))
                        .and(Span.inside(p.y(), dy, state.height()));
        line.setVisible(within.start() < within.end());
        if (line.isVisible()) {
            line.setStartX(p.x() + within.start() * dx);
            line.setStartY(p.y() + within.start() * dy);
            line.setEndX(p.x() + within.end() * dx);
            line.setEndY(p.y() + within.end() * dy);
        }
    }

    /// Lengths along a line.
    private record Span(double start, double end) {
        private static final Span NONE = new Span(0, 0);
        private static final Span ALL =
                new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        Span and(Span other) {
            return new Span(Math.max(start, other.start), Math.min(end, other.end));
        }

        /// Between which lengths along `d` from `p` one stays within 0…`size`.
        static Span inside(double p, double d, double size) {
            if (Math.abs(d) < 1e-9) {
                return p >= 0 && p <= size ? ALL : NONE;
            }
            double a = -p / d;
            double b = (size - p) / d;
            return new Span(Math.min(a, b), Math.max(a, b));
        }
    }
}
