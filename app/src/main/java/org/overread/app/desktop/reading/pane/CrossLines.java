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
import org.overread.app.desktop.reading.pane.PaneLine.Span;

/// Where the other planes cut a pane: a line in the colour of each, with a gap at the cursor so that nothing hides what
/// one looks at, handles to turn it by while the mouse is near, and the edges of its slab. FX thread.
final class CrossLines extends Group {
    /// Logical pixels left free on each side of the cursor.
    static final double GAP = 12;

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
        PaneLine drawn = PaneLine.of(line, outputScale);
        double at = drawn.along(line.crossing());
        Span whole = drawn.within(state.width(), state.height());
        draw(parts.halves.get(0), drawn, whole.until(at - GAP));
        draw(parts.halves.get(1), drawn, whole.from(at + GAP));
        double half = line.halfSlab();
        if (half > 1) {
            for (int side = 0; side < 2; side++) {
                PaneLine edge = PaneLine.beside(line, side == 0 ? half : -half, outputScale);
                draw(parts.slab().get(side), edge, edge.within(state.width(), state.height()));
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

    private static void draw(Line line, PaneLine along, Span part) {
        line.setVisible(!part.isEmpty());
        if (line.isVisible()) {
            PanePoint start = along.at(part.start());
            PanePoint end = along.at(part.end());
            line.setStartX(start.x());
            line.setStartY(start.y());
            line.setEndX(end.x());
            line.setEndY(end.y());
        }
    }
}
