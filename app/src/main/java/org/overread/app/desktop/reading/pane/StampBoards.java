// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.viewer.volume.PatientVector;

/// Draws stamps pixel by pixel: nothing is made up between their pixels, and none gets lost where they are finer than
/// those of the screen. Image nodes would soften edges; canvases need not. They are used again. FX thread.
final class StampBoards {
    private final List<Canvas> boards = new ArrayList<>();
    private int used;

    /// From the lowest board again; boards that are not asked for keep no picture.
    void begin() {
        boards.subList(used, boards.size()).clear();
        used = 0;
    }

    /// An empty board over the whole pane, above those before it.
    Canvas next(PaneState state) {
        if (used == boards.size()) {
            var fresh = new Canvas();
            fresh.setManaged(false);
            boards.add(fresh);
        }
        Canvas board = boards.get(used);
        used++;
        if (board.getWidth() != state.width() || board.getHeight() != state.height()) {
            board.setWidth(state.width());
            board.setHeight(state.height());
        }
        GraphicsContext on = board.getGraphicsContext2D();
        on.setTransform(1, 0, 0, 1, 0, 0);
        on.clearRect(0, 0, state.width(), state.height());
        on.setImageSmoothing(false);
        return board;
    }

    /// `perLogical` is how many pixels of the screen a logical one has on a side.
    static void draw(Canvas board, PaneState state, Mark.Stamp stamp, double perLogical) {
        PatientVector right = state.plane().right().times(1 / state.pixelMm());
        PatientVector down = state.plane().down().times(1 / state.pixelMm());
        double side =
                Math.min(stamp.perColumn().length(), stamp.perRow().length()) / state.pixelMm();
        int level = Math.min(level(side * perLogical), stamp.images().size() - 1);
        double times = 1 << level;
        PanePoint corner = state.toPane(stamp.corner());
        GraphicsContext on = board.getGraphicsContext2D();
        on.setTransform(
                stamp.perColumn().dot(right) * times,
                stamp.perColumn().dot(down) * times,
                stamp.perRow().dot(right) * times,
                stamp.perRow().dot(down) * times,
                corner.x(),
                corner.y());
        on.drawImage(stamp.images().get(level), 0, 0);
    }

    /// The finest whose pixels are no smaller than those of the screen; `side` is that of the finest one's.
    static int level(double side) {
        int level = 0;
        for (double wide = side; wide < 1 && level < Integer.SIZE - 2; wide *= 2) {
            level++;
        }
        return level;
    }
}
