// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.watch.FxWatch;
import org.overread.app.sample.CoarseSample;

@RequiresDisplay
final class FxThreadTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @Test
    void scenario() throws IOException, TimeoutException {
        CoarseSample.writeAll(study, Runnable::run);
        try (OpenProgram open = new OpenProgram(home)) {
            FxWatch watch = open.program.workstation().watch();
            for (int pass = 0; pass < Integer.getInteger("passes", 4); pass++) {
                step(open, watch, pass, "open", () -> { open.open(study); open.awaitPictures(); });
                step(open, watch, pass, "layouts", () -> List.of("view.layout.single","view.layout.grid","view.layout.columns","view.layout.one-and-three","view.layout.solid", "view.layout.one-and-two").forEach(id -> { if (open.program.workstation().actions().find(id).isPresent()) { open.run(id); open.awaitPictures(); } else System.out.println("no " + id); }));
                step(open, watch, pass, "scroll", () -> scroll(open));
                step(open, watch, pass, "drag", () -> drag(open, MouseButton.PRIMARY));
                step(open, watch, pass, "window", () -> drag(open, MouseButton.SECONDARY));
                step(open, watch, pass, "pan", () -> drag(open, MouseButton.MIDDLE));
                step(open, watch, pass, "keys", () -> { open.robot.interact(open.panes().getFirst()::requestFocus); open.robot.type(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT1, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN); });
                step(open, watch, pass, "palette", () -> { open.robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL); open.robot.write("win").type(KeyCode.ESCAPE); });
                step(open, watch, pass, "cheat", () -> { open.run("help.keys"); open.robot.sleep(300); open.robot.type(KeyCode.ESCAPE); });
                step(open, watch, pass, "fold", () -> { open.run("view.segments"); open.run("view.studies"); open.run("view.segments"); open.run("view.studies"); open.awaitPictures(); });
                step(open, watch, pass, "second series", () -> { open.robot.interact(() -> open.robot.lookup(".list-view").query().requestFocus()); open.robot.type(KeyCode.DOWN, KeyCode.ENTER); open.awaitPictures(); open.robot.type(KeyCode.UP, KeyCode.ENTER); open.awaitPictures(); });
                step(open, watch, pass, "measure", () -> { open.robot.interact(open.panes().getFirst()::requestFocus); open.robot.type(KeyCode.L); drag(open, MouseButton.PRIMARY); open.robot.type(KeyCode.ESCAPE); });
            }
        }
    }

    private void scroll(OpenProgram open) {
        PaneView pane = open.panes().getFirst();
        open.robot.moveTo(open.onFx(() -> pane.localToScreen(200, 200)));
        for (int n = 0; n < 20; n++) open.robot.scroll(1, n < 10 ? VerticalDirection.DOWN : VerticalDirection.UP);
        open.awaitPictures();
    }

    private void drag(OpenProgram open, MouseButton button) {
        PaneView pane = open.panes().getFirst();
        Point2D at = open.onFx(() -> pane.localToScreen(200, 200));
        open.robot.moveTo(at).press(button);
        for (int n = 0; n < 10; n++) open.robot.moveTo(at.add(5 * n, 3 * n));
        open.robot.release(button);
        open.awaitPictures();
    }

    private void step(OpenProgram open, FxWatch watch, int pass, String name, Runnable what) {
        open.onFx(() -> { if (pass > 0 || !name.equals("open")) watch.clear(); return 0; });
        what.run();
        open.robot.sleep(400);
        var busy = open.onFx(watch::busy);
        System.out.println("PASS " + pass + " " + name + ": " + busy.pieces() + " pieces, " + busy.overLimit() + " over, p99.9 " + String.format(Locale.ROOT, "%.1f max %.1f", busy.p999Ms(), busy.maxMs()));
        busy.tooLong().forEach(p -> System.out.println(String.format(Locale.ROOT, "      %.1f %s", p.ms(), p.who())));
    }
}
