// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.collections.FXCollections;
import javafx.scene.Group;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.control.HeldBack;
import org.testfx.util.WaitForAsyncUtils;

@RequiresDisplay
final class HeldBackTest {
    private static final int PLANES = 3;

    @Test
    void childrenFollowInTheirOrder() {
        List<Node> all = List.of(new Group(), new Group(), new Group(), new Group());
        var children = FXCollections.observableArrayList(all);
        var held = new HeldBack(children, 1);
        held.hold();
        assertEquals(all.subList(0, 1), children);
        assertTrue(held.follow());
        assertEquals(all.subList(0, 2), children);
        held.letGo();
        assertEquals(all, children);
        assertFalse(held.follow());
        held.letGo();
        assertEquals(all, children);
    }

    @Test
    void theFirstPaneStandsByPartByPart() throws InterruptedException, TimeoutException {
        var stage = new ReadingStage(1280, 720);
        try {
            var counts = new ArrayList<Integer>();
            var timer =
                    new AnimationTimer() {
                        @Override
                        public void handle(long now) {
                            counts.add(parts(stage, 0));
                        }
                    };
            int whole = parts(stage, 0);
            stage.robot.interact(
                    () -> {
                        stage.area.standBy();
                        timer.start();
                    });
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> haveSizes(stage));
            stage.robot.interact(timer::stop);

            assertTrue(counts.contains(1), counts::toString);
            for (int n = 1; n < counts.size(); n++) {
                assertTrue(counts.get(n) <= counts.get(n - 1) + 1, counts::toString);
            }
            assertEquals(whole, parts(stage, 0));
        } finally {
            stage.close();
        }
    }

    @Test
    void aPaneThatIsToBeSeenIsWholeAtOnce() throws InterruptedException, TimeoutException {
        var stage = new ReadingStage(1280, 720);
        try {
            int whole = parts(stage, 0);
            stage.robot.interact(
                    () -> {
                        PaneView pane = stage.pane(0);
                        pane.setVisible(false);
                        pane.parts().hold();
                        assertEquals(1, pane.getChildrenUnmodifiable().size());
                        pane.setVisible(true);
                    });
            assertEquals(whole, parts(stage, 0));
        } finally {
            stage.close();
        }
    }

    private static int parts(ReadingStage stage, int pane) {
        return stage.pane(pane).getChildrenUnmodifiable().size();
    }

    private static boolean haveSizes(ReadingStage stage) {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () ->
                        stage.area.panes().stream()
                                .limit(PLANES)
                                .allMatch(pane -> pane.getScene() != null && pane.getWidth() > 0));
    }
}
