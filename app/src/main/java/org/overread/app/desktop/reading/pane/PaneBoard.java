// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.reading.pane.Part.Cuts;

/// The room for panes, parted by lines that a hand moves. FX thread.
///
/// All regions are its own children however they are parted, and what has no place now may stay, unseen: a region that
/// comes into the scene anew has all its styles looked up, which holds up the thread for longer than a frame can bear.
final class PaneBoard extends Region {
    private static final double LINE = 4;

    /// A pane does not get smaller than this where there is room.
    private static final double LEAST = 40;

    private final List<Line> lines = new ArrayList<>();
    private final FrameByFrame coming = new FrameByFrame(1);
    private Part shown = new Part.One(new Region());
    private int used;

    PaneBoard() {
        setMinSize(0, 0);
        getStyleClass().add("pane-board");
        getChildren().addListener(PaneBoard::seenElsewhere);
    }

    /// What was not to be seen here is to be seen wherever it goes.
    private static void seenElsewhere(ListChangeListener.Change<? extends Node> change) {
        while (change.next()) {
            change.getRemoved().forEach(gone -> gone.setVisible(true));
        }
    }

    /// Lets all regions go.
    void clear() {
        coming.forget();
        getChildren().clear();
        lines.clear();
        shown = new Part.One(new Region());
    }

    /// Takes in, unseen, what will have a place later.
    void standBy(Region region) {
        region.setVisible(false);
        getChildren().add(region);
        region.setVisible(false); // a board that it left has it seen
    }

    /// `staying`: what is not taken away where it has no place in the next.
    void show(Part next, List<? extends Region> staying) {
        show(next, staying, next.regions().toList());
    }

    /// The same, where nothing was seen before: each region in a frame of its own, for all of them at once, or one of
    /// them with all else that changes then, hold up the window.
    void showOneByOne(Part next, List<? extends Region> staying) {
        show(next, staying, List.of());
        next.regions().forEach(region -> coming.add(() -> region.setVisible(true)));
    }

    private void show(Part next, List<? extends Region> staying, List<Region> seen) {
        coming.forget();
        shown = next;
        List<Region> regions = next.regions().toList();
        int cuts = next.several().mapToInt(part -> part.cuts().places().size()).sum();
        while (lines.size() < cuts) {
            var line = new Line();
            lines.add(line);
            getChildren().add(line);
        }
        getChildren()
                .removeIf(
                        child ->
                                !(child instanceof Line)
                                        && !regions.contains(child)
                                        && !staying.contains(child));
        regions.stream()
                .filter(region -> !getChildren().contains(region))
                .forEach(getChildren()::add);
        for (Node child : getChildren()) {
            child.setVisible(
                    child instanceof Line line ? lines.indexOf(line) < cuts : seen.contains(child));
        }
        next.several().forEach(part -> part.cuts().moves().subscribe(_ -> requestLayout()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        used = 0;
        place(shown, 0, 0, getWidth(), getHeight());
    }

    private void place(Part part, double x, double y, double width, double height) {
        switch (part) {
            case Part.One(Region region) -> region.resizeRelocate(x, y, width, height);
            case Part.Several several -> {
                boolean across = several.orientation() == Orientation.HORIZONTAL;
                double length = across ? width : height;
                double from = 0;
                int last = several.parts().size() - 1;
                for (int n = 0; n <= last; n++) {
                    double to = n == last ? length : cut(several.cuts(), n, from, length);
                    if (across) {
                        place(several.parts().get(n), x + from, y, to - from, height);
                    } else {
                        place(several.parts().get(n), x, y + from, width, to - from);
                    }
                    if (n < last) {
                        lines.get(used++)
                                .lie(several, n, across ? x : y, length)
                                .resizeRelocate(
                                        across ? x + to : x,
                                        across ? y : y + to,
                                        across ? LINE : width,
                                        across ? height : LINE);
                    }
                    from = to + LINE;
                }
            }
        }
    }

    /// The upper or left edge of a line, on a whole pixel.
    private double cut(Cuts cuts, int index, double from, double length) {
        int after = cuts.places().size() - index;
        double most = Math.max(from, length - after * LINE - (after - 1) * LEAST);
        return Math.clamp(Math.rint(cuts.place(index) * length - LINE / 2), from, most);
    }

    /// Between two parts; a hand moves it.
    private final class Line extends Region {
        private Cuts cuts = Cuts.even(2);
        private int index;
        private Orientation orientation = Orientation.HORIZONTAL;
        private double start;
        private double length;

        Line() {
            getStyleClass().add("pane-line");
            addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
            addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
            addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        }

        Line lie(Part.Several several, int newIndex, double newStart, double newLength) {
            cuts = several.cuts();
            index = newIndex;
            orientation = several.orientation();
            start = newStart;
            length = newLength;
            setCursor(orientation == Orientation.HORIZONTAL ? Cursor.H_RESIZE : Cursor.V_RESIZE);
            return this;
        }

        private void drag(MouseEvent event) {
            event.consume();
            if (event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            var at = PaneBoard.this.sceneToLocal(event.getSceneX(), event.getSceneY());
            double along = orientation == Orientation.HORIZONTAL ? at.getX() : at.getY();
            double least = index == 0 ? 0 : cuts.place(index - 1);
            double most = index + 1 < cuts.places().size() ? cuts.place(index + 1) : 1;
            double edge = LEAST / Math.max(1, length);
            double wanted = (along - start) / Math.max(1, length);
            cuts.move(index, Math.clamp(wanted, least + edge, Math.max(least + edge, most - edge)));
        }
    }
}
