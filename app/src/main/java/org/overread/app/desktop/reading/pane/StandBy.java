// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.overread.app.desktop.control.ByParts;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.HeldBack;

/// Takes what no layout has shown yet onto the board while nothing moves, one region in a frame, then what lies over it,
/// so that the first switch to it finds its styles looked up; before anything is open, in every frame. Runs until there is
/// nothing left. FX thread.
final class StandBy extends AnimationTimer {
    /// What moves may only be pausing.
    private static final int QUIET_FRAMES = 6;

    /// So many of them are asked for again after a step.
    private static final int QUIET_BETWEEN = 2;

    private final PaneBoard board;
    private final Floats floats;
    private final Supplier<List<Region>> all;
    private final Supplier<List<PaneView>> panes;
    private final Set<Class<?>> known = new HashSet<>();
    private Optional<Coming> coming = Optional.empty();
    private BooleanSupplier then = () -> false;
    private int quiet;
    private boolean asked;

    /// Comes part by part; a region in the size that it may have, a bar has none until it is seen.
    private record Coming(Optional<Region> region, HeldBack parts) {}

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
        quiet = QUIET_FRAMES - QUIET_BETWEEN;
        if (!seen.isEmpty()) {
            known.add(PaneView.class);
        }
        if (!asked) {
            asked = true;
            FrameByFrame.inItsTurn(this::step);
        }
    }

    private void step() {
        asked = false;
        if (coming.isPresent()) {
            comeOn(coming.get());
        } else {
            comeNext();
        }
    }

    private void comeNext() {
        List<Region> regions = all.get();
        Optional<Region> absent = regions.stream().filter(r -> r.getScene() == null).findFirst();
        Optional<Region> small = regions.stream().filter(r -> r.getWidth() == 0).findFirst();
        Optional<Node> over = floats.absent();
        if (absent.isPresent()) {
            come(absent.get());
        } else if (small.isPresent()) {
            resize(small.get());
        } else if (over.isPresent()) {
            coming = floats.standBy(over.get()).map(parts -> new Coming(Optional.empty(), parts));
        } else if (!then.getAsBoolean()) {
            stop();
        }
    }

    /// Who comes when all stand by, a bit with each call, and says whether there was one to come.
    void then(BooleanSupplier newThen) {
        then = newThen;
    }

    /// The first of a kind part by part: its styles were not looked up yet, those of further ones were.
    private void come(Region region) {
        if (known.add(region.getClass()) && region instanceof ByParts first) {
            first.parts().hold();
            coming = Optional.of(new Coming(Optional.of(region), first.parts()));
        }
        board.standBy(region);
    }

    /// In a frame of its own: to find its styles was enough for one.
    private void resize(Region region) {
        region.resize(board.getWidth() / 2, board.getHeight() / 2);
    }

    private void comeOn(Coming now) {
        Optional<Region> small = now.region().filter(region -> region.getWidth() == 0);
        if (small.isPresent()) {
            resize(small.get());
        } else if (!now.parts().follow()) {
            coming = Optional.empty();
        }
    }
}
