// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseButton;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.trial.TrialHand;

/// What every reader does in the first minute, done once for the JVM to learn from: what it does for the first time
/// later, classes to load and code to link, holds up the window. FX thread.
final class Rehearsal extends AnimationTimer {
    /// Between two moves, so that what follows from the first is seen, too.
    private static final int FRAMES = 4;

    private static final int MOVES = 6;

    private final ReadingDesk desk;
    private final Runnable then;
    private final Deque<Runnable> moves = new ArrayDeque<>();
    private int frame;

    /// Starts once there are pictures; calls `then` when all is done.
    Rehearsal(ReadingDesk desk, Runnable then) {
        this.desk = desk;
        this.then = then;
        for (Layout layout : Layout.values()) {
            if (!layout.compares()) {
                moves.add(() -> desk.reading().chooseLayout(layout));
            }
        }
        moves.add(() -> desk.reading().chooseLayout(Layout.GRID));
        for (int n = 0; n < MOVES; n++) {
            moves.add(() -> TrialHand.scroll(pane(), 1));
        }
        drag(MouseButton.PRIMARY);
        drag(MouseButton.SECONDARY);
        moves.add(() -> desk.reading().chooseLayout(Layout.SINGLE));
    }

    private void drag(MouseButton button) {
        moves.add(() -> TrialHand.press(pane(), button, 0.5, 0.5));
        for (int n = 1; n <= MOVES; n++) {
            double at = 0.5 + 0.02 * n;
            moves.add(() -> TrialHand.drag(pane(), button, at, at));
        }
        moves.add(() -> TrialHand.release(pane(), button, 0.6, 0.6));
    }

    private PaneView pane() {
        return desk.area().panes().getFirst();
    }

    @Override
    public void handle(long now) {
        if (frame++ % FRAMES != 0) {
            return;
        }
        if (moves.isEmpty()) {
            stop();
            then.run();
        } else {
            moves.removeFirst().run();
        }
    }
}
