// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.space.SpaceModel;
import org.overread.app.desktop.space.SpacePane;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.slice.OrientationLetters;
import org.overread.viewer.volume.PatientPoint;

/// A reader turns the body, looks at it otherwise, cuts it open and points at it.
@RequiresDisplay
final class SpaceScenarioTest {
    @TempDir private Path home = Path.of("");

    private static void settle(OpenProgram open) {
        open.awaitThat("the body", () -> open.program.body().isSettled());
    }

    private static Point2D at(OpenProgram open, double x, double y) {
        SpacePane pane = open.program.body();
        return open.onFx(() -> pane.localToScreen(pane.getWidth() * x, pane.getHeight() * y));
    }

    private static String seen(OpenProgram open) {
        return open.onFx(
                () -> OrientationLetters.of(open.program.body().model().view().deep().negated()));
    }

    private static int lit(OpenProgram open) {
        return open.onFx(
                () -> {
                    Image image = Objects.requireNonNull(open.program.body().shownImage());
                    int count = 0;
                    for (int y = 0; y < image.getHeight(); y += 3) {
                        for (int x = 0; x < image.getWidth(); x += 3) {
                            count += (image.getPixelReader().getArgb(x, y) >>> 24) > 128 ? 1 : 0;
                        }
                    }
                    return count;
                });
    }

    @Test
    void theBodyIsTurnedCutAndPointedAt() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            assertFalse(
                    open.onFx(() -> open.program.body().model().state().get())
                            instanceof SpaceModel.State.Ready,
                    "what nobody sees costs nothing");
            open.robot.interact(() -> open.program.desk().reading().room().choose(Layout.SOLID));
            settle(open);
            var screens = new Screens(open.program.workstation(), "space");
            screens.write("bone");
            assertEquals("A", seen(open));
            int front = lit(open);
            assertTrue(front > 200, "pixels of the body: " + front);

            // turned by the hand, then by keys
            open.robot.moveTo(at(open, 0.3, 0.5));
            open.robot.press(MouseButton.PRIMARY);
            open.robot.moveTo(at(open, 0.4, 0.5));
            open.robot.moveTo(at(open, 0.5, 0.5));
            open.robot.release(MouseButton.PRIMARY);
            assertNotEquals("A", seen(open));
            for (var key :
                    new KeyCode[] {
                        KeyCode.P, KeyCode.L, KeyCode.R, KeyCode.H, KeyCode.F, KeyCode.A
                    }) {
                open.robot.type(key);
                assertEquals(key.getChar(), seen(open));
            }

            // nearer with the wheel
            open.robot.scroll(3, VerticalDirection.UP);
            assertTrue(open.onFx(() -> open.program.body().model().zoom()) > 1.2);
            open.robot.type(KeyCode.A);
            assertEquals(1, open.onFx(() -> open.program.body().model().zoom()), 1e-9);

            // another look: skin, opaque from the front
            open.robot.type(KeyCode.V);
            settle(open);
            screens.write("skin");
            assertTrue(lit(open) > front, "skin hides more than bones");

            // a click leads the cursor onto the skin of the belly
            open.robot.moveTo(at(open, 0.5, 0.6));
            open.robot.clickOn(MouseButton.PRIMARY);
            PatientPoint before = cursor(open);
            open.awaitThat("the cursor", () -> cursor(open).y() < -70);
            assertTrue(cursor(open).y() > -160, before + " to " + cursor(open));

            // cut by the coronal plane at the spine: what lies before it is gone
            open.robot.interact(
                    () -> open.program.desk().reading().jumpTo(new PatientPoint(0, 40, 0)));
            open.robot.interact(() -> open.program.body().model().toggleCut(ViewPlane.CORONAL));
            settle(open);
            screens.write("cut");
            open.robot.moveTo(at(open, 0.5, 0.62));
            open.robot.clickOn(MouseButton.PRIMARY);
            open.awaitThat("the cursor behind the cut", () -> cursor(open).y() > 20);
            open.robot.interact(() -> open.program.body().model().toggleCut(ViewPlane.CORONAL));
            assertFalse(open.onFx(() -> open.program.body().model().isCut(ViewPlane.CORONAL)));
            settle(open);
        }
    }

    private static PatientPoint cursor(OpenProgram open) {
        return open.onFx(() -> open.program.desk().reading().cursor().get());
    }
}
