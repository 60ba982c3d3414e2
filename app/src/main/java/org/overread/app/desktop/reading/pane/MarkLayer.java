// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;

/// Draws marks over a picture: each line twice, dark below, so that it is seen on bone as on air. FX thread.
final class MarkLayer extends Group {
    private static final double RING = 4;
    private static final double ARM = 7;
    private static final double BESIDE = 9;
    private static final double HALO = 2;
    private static final double EDGE = 4;
    private static final Color DARK = Color.rgb(0, 0, 0, 0.6);

    private final StampBoards stamps = new StampBoards();
    private @Nullable Drawn drawn;

    /// All that decides where a mark is.
    private record Drawn(
            SlicePlane plane, double width, double height, double pixelMm, List<Mark> marks) {}

    MarkLayer() {
        getStyleClass().add("marks");
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(PaneState state, List<Mark> marks) {
        var next = new Drawn(state.plane(), state.width(), state.height(), state.pixelMm(), marks);
        if (next.equals(drawn)) {
            return;
        }
        drawn = next;
        getChildren().clear();
        stamps.begin();
        Canvas board = null;
        for (Mark mark : marks) {
            if (!(mark instanceof Mark.Stamp)) {
                board = null;
            }
            switch (mark) {
                case Mark.Line(List<PatientPoint> points, MarkLook look) ->
                        stroke(
                                new Polyline(flat(state, points)),
                                new Polyline(flat(state, points)),
                                look);
                case Mark.Polygon(List<PatientPoint> points, MarkLook look) -> {
                    var area = new Polygon(flat(state, points));
                    stroke(new Polygon(flat(state, points)), area, look);
                    area.setFill(color(look, look.fillOpacity()));
                }
                case Mark.Cover(
                                List<PatientPoint> whole,
                                List<PatientPoint> opening,
                                MarkLook look) ->
                        getChildren().add(cover(flat(state, whole), flat(state, opening), look));
                case Mark.Stamp stamp -> board = stamp(state, stamp, board);
                case Mark.Cross(PatientPoint at, MarkLook look) -> cross(state.toPane(at), look);
                case Mark.Handle(PatientPoint at, MarkLook look) -> {
                    PanePoint p = state.toPane(at);
                    double radius = look.weight() == MarkLook.Weight.STRONG ? RING + 1 : RING;
                    stroke(
                            new Circle(p.x(), p.y(), radius),
                            new Circle(p.x(), p.y(), radius),
                            look);
                }
                case Mark.Words(PatientPoint at, String words, MarkLook look) ->
                        getChildren().add(words(state, at, words, look));
            }
        }
    }

    /// Stamps that lie over one another share a board.
    private Canvas stamp(PaneState state, Mark.Stamp stamp, @Nullable Canvas below) {
        Canvas board = below;
        if (board == null) {
            board = stamps.next(state);
            getChildren().add(board);
        }
        StampBoards.draw(board, state, stamp, perLogical());
        return board;
    }

    private double perLogical() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    private void cross(PanePoint p, MarkLook look) {
        for (double[] way : new double[][] {{ARM, 0}, {0, ARM}}) {
            double[] ends = {p.x() - way[0], p.y() - way[1], p.x() + way[0], p.y() + way[1]};
            stroke(new Polyline(ends), new Polyline(ends), look);
        }
    }

    private static Node cover(double[] whole, double[] opening, MarkLook look) {
        var area = new Path();
        area.setFillRule(FillRule.EVEN_ODD);
        add(area, whole);
        add(area, opening);
        area.setStroke(null);
        area.setFill(color(look, look.fillOpacity()));
        area.setManaged(false);
        return area;
    }

    private static void add(Path area, double[] corners) {
        for (int n = 0; n + 1 < corners.length; n += 2) {
            area.getElements()
                    .add(
                            n == 0
                                    ? new MoveTo(corners[n], corners[n + 1])
                                    : new LineTo(corners[n], corners[n + 1]));
        }
        if (corners.length > 0) {
            area.getElements().add(new ClosePath());
        }
    }

    private void stroke(Shape halo, Shape line, MarkLook look) {
        double width = look.weight() == MarkLook.Weight.STRONG ? 2 : 1.25;
        halo.setFill(null);
        halo.setStroke(DARK);
        halo.setStrokeWidth(width + HALO);
        line.setFill(null);
        line.setStroke(color(look, look.weight() == MarkLook.Weight.QUIET ? 0.6 : 1));
        line.setStrokeWidth(width);
        if (look.stroke() == MarkLook.Stroke.DASHED) {
            halo.getStrokeDashArray().setAll(5.0, 4.0);
            line.getStrokeDashArray().setAll(5.0, 4.0);
        }
        for (Shape shape : List.of(halo, line)) {
            shape.setManaged(false);
            getChildren().add(shape);
        }
    }

    /// Right of the point and below it, where the pointer does not hide it; inside the pane.
    private static Node words(PaneState state, PatientPoint at, String words, MarkLook look) {
        var text = new HaloText("mark-words");
        text.say(words);
        text.paint(look.rgb());
        PanePoint p = state.toPane(at);
        double x = p.x() + BESIDE + text.width() > state.width() ? -BESIDE - text.width() : BESIDE;
        double y =
                p.y() + BESIDE + text.height() > state.height() ? -BESIDE - text.height() : BESIDE;
        text.at(
                within(p.x() + x, state.width() - text.width()),
                within(p.y() + y, state.height() - text.height()));
        return text;
    }

    /// Words of what lies beyond an edge stay at the edge.
    private static double within(double at, double most) {
        return Math.clamp(at, EDGE, Math.max(EDGE, most - EDGE));
    }

    private static Color color(MarkLook look, double opacity) {
        return Color.rgb(
                look.rgb() >> 16 & 0xFF, look.rgb() >> 8 & 0xFF, look.rgb() & 0xFF, opacity);
    }

    private static double[] flat(PaneState state, List<PatientPoint> points) {
        var flat = new double[points.size() * 2];
        for (int n = 0; n < points.size(); n++) {
            PanePoint p = state.toPane(points.get(n));
            flat[2 * n] = p.x();
            flat[2 * n + 1] = p.y();
        }
        return flat;
    }
}
