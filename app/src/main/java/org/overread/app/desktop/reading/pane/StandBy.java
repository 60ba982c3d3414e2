// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import org.overread.app.desktop.control.FrameByFrame;

/// Takes what no layout has shown yet onto the board while nothing moves, one region in a frame, then what lies over it,
/// so that the first switch to it finds its styles looked up; before anything is open, in every frame. Runs until there is
/// nothing left. FX thread.
final class StandBy extends AnimationTimer {
    /// What moves may only be pausing.
    private static final int QUIET_FRAMES = 6;

    private final PaneBoard board;
    private final Floats floats;
    private final Supplier<List<Region>> all;
    private final Supplier<List<PaneView>> panes;
    private Optional<PaneView> coming = Optional.empty();
    private boolean known;
    private int quiet;

    /// `all` is what has to be on the board some time, `panes` are those whose pictures may still be on their way.
    StandBy(
            PaneBoard board,
            Floats floats,
            Supplier<List<Region>> all,
            Supplier<List<PaneView>> panes) {
        this.board = board;
        this.floats = floats;
        this.all = all;
        this.panes = panes;
    }

    @Override
    public void handle(long now) {
        List<PaneView> seen = panes.get().stream().filter(PaneView::isOnScreen).toList();
        boolean moves = seen.stream().anyMatch(pane -> !pane.isSettled());
        quiet = moves ? 0 : quiet + 1;
        if (!FrameByFrame.areAllAtRest()) {
            return; // the frame is another's
        }
        if (seen.isEmpty() ? board.getWidth() == 0 : quiet < QUIET_FRAMES) {
            return;
        }
        quiet = 0;
        known |= !seen.isEmpty();
        if (coming.isPresent()) {
            comeOn(coming.get());
            return;
        }
        List<Region> regions = all.get();
        Optional<Region> absent = regions.stream().filter(r -> r.getScene() == null).findFirst();
        Optional<Region> small = regions.stream().filter(r -> r.getWidth() == 0).findFirst();
        if (absent.isPresent()) {
            if (!known && absent.get() instanceof PaneView first) {
                first.held().hold();
                coming = Optional.of(first);
            }
            board.standBy(absent.get());
        } else if (small.isPresent()) {
            resize(small.get());
        } else if (floats.absent().isPresent()) {
            floats.join(floats.absent().get());
        } else {
            stop();
        }
    }

    /// In a frame of its own: to find its styles was enough for one.
    private void resize(Region region) {
        region.resize(board.getWidth() / 2, board.getHeight() / 2);
    }

    /// The first pane comes part by part: styles of its kind were not looked up yet, those of further panes were.
    private void comeOn(PaneView first) {
        if (first.getWidth() == 0) {
            resize(first);
        } else if (!first.held().follow()) {
            known = true;
            coming = Optional.empty();
        }
    }
}
