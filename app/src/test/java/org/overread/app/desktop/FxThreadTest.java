// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.watch.FxWatch;
import org.overread.app.sample.CoarseSample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Nothing that a person does holds up the window. What counts is how long the FX thread itself works, in processor
/// time: waiting for a turn on a shared machine is nobody's fault here.
///
/// The first passes load classes and run code that is not compiled yet, and others of this machine stretch processor time
/// too; what holds up the window by itself does so in every pass, so one of them has to be free of it.
@RequiresDisplay
final class FxThreadTest {
    private static final Logger LOG = LoggerFactory.getLogger(FxThreadTest.class);
    private static final int MOST_PASSES = 8;
    private static final double FRAME_MS = 1000.0 / 60;

    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @Test
    void nothingAPersonDoesHoldsUpTheWindowForLongerThanAFrameCanBear()
            throws IOException, TimeoutException {
        CoarseSample.writeAll(study, Runnable::run);
        try (OpenProgram open = new OpenProgram(home)) {
            FxWatch watch = open.program.workstation().watch();
            FxWatch.Busy busy = watch.busy();
            for (int pass = 0; pass < MOST_PASSES && !(pass > 0 && isFree(busy)); pass++) {
                open.onFx(
                        () -> {
                            watch.clear();
                            return watch;
                        });
                readOnce(open);
                busy = open.onFx(watch::busy);
                LOG.info(
                        "pass {}: {} of {} pieces took longer than {} ms of work, the longest {} ms,"
                                + " 99.9 % at most {} ms",
                        pass,
                        busy.overLimit(),
                        busy.pieces(),
                        FxWatch.LIMIT_MS,
                        busy.maxMs(),
                        busy.p999Ms());
            }
            FxWatch.Busy warm = busy;
            assertTrue(warm.pieces() > 1000, "a scenario worth its name");
            assertTrue(isFree(warm), warm::toString);
        }
    }

    private static boolean isFree(FxWatch.Busy busy) {
        return busy.p999Ms() <= FxWatch.LIMIT_MS && busy.maxMs() <= FRAME_MS;
    }

    private static void readOnce(OpenProgram open) {
        open.open(study);
        open.awaitPictures();
        for (Layout layout :
                List.of(Layout.SINGLE, Layout.GRID, Layout.COLUMNS, Layout.ONE_AND_TWO)) {
            open.robot.interact(() -> open.program.desk().reading().room().choose(layout));
            open.awaitPictures();
        }
        scroll(open);
        drag(open, MouseButton.PRIMARY);
        drag(open, MouseButton.SECONDARY);
        drag(open, MouseButton.MIDDLE);
        open.robot.interact(open.panes().getFirst()::requestFocus);
        open.robot.type(KeyCode.DIGIT2, KeyCode.DIGIT1, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);
        open.robot.type(KeyCode.D);
        drag(open, MouseButton.PRIMARY);
        open.robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        open.robot.type(KeyCode.ESCAPE);
        open.robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        open.robot.write("win").type(KeyCode.ESCAPE);
        open.robot.type(KeyCode.F1);
        open.robot.sleep(300); // its rows come frame by frame
        open.robot.type(KeyCode.ESCAPE);
        open.robot.type(KeyCode.F8, KeyCode.F9, KeyCode.F8, KeyCode.F9);
        open.robot.interact(() -> open.robot.lookup(".list-view").query().requestFocus());
        open.robot.type(KeyCode.DOWN, KeyCode.ENTER);
        open.awaitPictures();
        open.robot.type(KeyCode.UP, KeyCode.ENTER);
        open.awaitPictures();
    }

    private static void scroll(OpenProgram open) {
        PaneView pane = open.panes().getFirst();
        open.robot.moveTo(open.onFx(() -> pane.localToScreen(200, 200)));
        for (int n = 0; n < 20; n++) {
            open.robot.scroll(1, n < 10 ? VerticalDirection.DOWN : VerticalDirection.UP);
        }
        open.awaitPictures();
    }

    private static void drag(OpenProgram open, MouseButton button) {
        PaneView pane = open.panes().getFirst();
        Point2D at = open.onFx(() -> pane.localToScreen(200, 200));
        open.robot.moveTo(at).press(button);
        for (int n = 0; n < 10; n++) {
            open.robot.moveTo(at.add(5 * n, 3 * n));
        }
        open.robot.release(button);
        open.awaitPictures();
    }
}
