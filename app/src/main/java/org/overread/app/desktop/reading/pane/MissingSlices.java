// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.Polygon;
import javafx.scene.text.TextAlignment;
import org.overread.app.desktop.reading.ArrivedSlices;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.viewer.slice.Detail;

/// Covers what a loading volume has no values for yet, so that nobody takes a missing slice for water or air: the
/// picture grows out of the dark. Of a volume larger than memory a preview is there early; it is seen through a veil,
/// so that nobody takes it for slices that were read. FX thread.
final class MissingSlices extends Group {
    private static final PseudoClass PREVIEW = PseudoClass.getPseudoClass("preview");

    private final Polygon below = cover();
    private final Polygon above = cover();
    private final HaloText words = new HaloText("missing").aligned(TextAlignment.CENTER);

    MissingSlices() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(below, above, words);
    }

    private static Polygon cover() {
        var polygon = new Polygon();
        polygon.getStyleClass().add("missing-slices");
        return polygon;
    }

    void show(PaneState state, ArrivedSlices slices) {
        int count = state.volume().geometry().size().k();
        boolean complete = !slices.isEmpty() && slices.first() == 0 && slices.last() == count - 1;
        setVisible(!complete);
        if (complete) {
            return;
        }
        Detail.Unread unread = state.detail().map(Detail::unread).orElse(Detail.Unread.NONE);
        words.say(
                switch (unread) {
                    case NONE -> "This slice is still being read";
                    case COARSE -> "Coarse preview,\nthis slice is still being read";
                    case BETWEEN_SLICES -> "Preview from few slices,\nthis one is still being read";
                });
        below.pseudoClassStateChanged(PREVIEW, unread != Detail.Unread.NONE);
        above.pseudoClassStateChanged(PREVIEW, unread != Detail.Unread.NONE);
        ToDoubleFunction<PanePoint> index =
                point -> state.volume().geometry().sliceIndexAt(state.toPatient(point));
        var middle = new PanePoint(state.width() / 2, state.height() / 2);
        var pane =
                List.of(
                        new PanePoint(0, 0),
                        new PanePoint(state.width(), 0),
                        new PanePoint(state.width(), state.height()),
                        new PanePoint(0, state.height()));
        if (slices.isEmpty()) {
            fill(below, pane);
            fill(above, List.of());
        } else {
            fill(below, part(pane, point -> slices.first() - 0.5 - index.applyAsDouble(point)));
            fill(above, part(pane, point -> index.applyAsDouble(point) - slices.last() - 0.5));
        }
        words.setVisible(!slices.holds(index.applyAsDouble(middle)));
        words.at((state.width() - words.width()) / 2, (state.height() - words.height()) / 2);
    }

    private static void fill(Polygon polygon, List<PanePoint> corners) {
        polygon.getPoints()
                .setAll(corners.stream().flatMap(p -> List.of(p.x(), p.y()).stream()).toList());
    }

    /// What of a convex polygon lies where `beyond`, a value that grows evenly over the pane, is positive.
    static List<PanePoint> part(List<PanePoint> polygon, ToDoubleFunction<PanePoint> beyond) {
        var kept = new ArrayList<PanePoint>();
        for (int n = 0; n < polygon.size(); n++) {
            PanePoint here = polygon.get(n);
            PanePoint next = polygon.get((n + 1) % polygon.size());
            double a = beyond.applyAsDouble(here);
            double b = beyond.applyAsDouble(next);
            if (a > 0) {
                kept.add(here);
            }
            if (a > 0 != b > 0) {
                double way = a / (a - b);
                kept.add(
                        new PanePoint(
                                here.x() + way * (next.x() - here.x()),
                                here.y() + way * (next.y() - here.y())));
            }
        }
        return kept;
    }
}
