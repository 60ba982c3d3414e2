// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/// Takes what no layout has shown yet onto the board while nothing moves, one region in a frame, so that the first switch
/// to it finds its styles looked up. Runs until there is nothing left. FX thread.
final class StandBy extends AnimationTimer {
    /// What moves may only be pausing.
    private static final int QUIET_FRAMES = 6;

    private final PaneBoard board;
    private final Supplier<List<Region>> all;
    private final Supplier<List<PaneView>> panes;
    private int quiet;

    /// `all` is what has to be on the board some time, `panes` are those whose pictures may still be on their way.
    StandBy(PaneBoard board, Supplier<List<Region>> all, Supplier<List<PaneView>> panes) {
        this.board = board;
        this.all = all;
        this.panes = panes;
    }

    @Override
    public void handle(long now) {
        boolean moves = panes.get().stream().anyMatch(p -> p.isOnScreen() && !p.isSettled());
        quiet = moves ? 0 : quiet + 1;
        if (quiet < QUIET_FRAMES) {
            return;
        }
        quiet = 0;
        all.get().stream()
                .filter(region -> region.getScene() == null)
                .findFirst()
                .ifPresentOrElse(board::standBy, this::stop);
    }
}
