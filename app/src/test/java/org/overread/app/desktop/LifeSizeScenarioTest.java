// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.volume.PatientPoint;

/// A millimetre of the patient becomes a millimetre of the screen, once somebody held a bank card to it.
@RequiresDisplay
final class LifeSizeScenarioTest {
    @TempDir private Path home = Path.of("");

    @Test
    void theScreenIsMatchedOnceAndPicturesAreAsLargeAsThePatientFromThenOn()
            throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        double pixelMm;
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            open.robot.clickOn(open.panes().getFirst());
            double before = open.onFx(() -> pane(open).state().get().pixelMm());

            // not before the screen is known; what a person does not say is not kept
            open.robot.press(KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT);
            open.awaitThat("the card", () -> isOpen(open));
            new Screens(open.program.workstation(), "life").write("match");
            assertTrue(cardWidth(open) >= 150, "as the system reports, to begin with");
            open.robot.type(KeyCode.ESCAPE);
            open.awaitThat("no card", () -> !isOpen(open));
            assertEquals(before, open.onFx(() -> pane(open).state().get().pixelMm()), 0);
            assertTrue(open.onFx(() -> open.program.desk().numbers().isEmpty()));

            // a bank card is 85.60 mm wide and here 400 pixels
            open.run("view.life-size");
            open.awaitThat("the card again", () -> isOpen(open));
            Point2D edge =
                    open.onFx(
                            () ->
                                    open.robot
                                            .lookup(".match-card")
                                            .query()
                                            .getParent()
                                            .localToScreen(400, 90));
            open.robot.clickOn(edge);
            double wide = cardWidth(open);
            assertEquals(400, wide, 1);
            open.robot.type(KeyCode.RIGHT);
            double wider = cardWidth(open);
            assertEquals(wide + 0.5, wider, 1e-9);
            open.robot.type(KeyCode.ENTER);
            open.awaitThat(
                    "life size",
                    () -> said(open).stream().anyMatch(w -> w.startsWith("life size")));
            new Screens(open.program.workstation(), "life").write("size");
            pixelMm = 85.60 / wider;
            assertEquals(85.60, mmAcross(open, wider), 1e-6); // the patient's, below the card
        }
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            open.robot.clickOn(open.panes().get(1));
            open.run("view.life-size");
            assertFalse(isOpen(open));
            assertEquals(pixelMm, open.onFx(() -> pane(open).state().get().pixelMm()), 1e-9);
            open.robot.interact(() -> pane(open).zoom(1.1));
            open.awaitThat(
                    "zoom in words",
                    () -> said(open).stream().noneMatch(w -> w.startsWith("life size")));
        }
    }

    /// Of two points of the pane, so many pixels apart.
    private static double mmAcross(OpenProgram open, double pixels) {
        return open.onFx(
                () -> {
                    PatientPoint left = pane(open).state().get().toPatient(new PanePoint(10, 50));
                    return left.distanceTo(
                            pane(open).state().get().toPatient(new PanePoint(10 + pixels, 50)));
                });
    }

    private static PaneModel pane(OpenProgram open) {
        return open.program.desk().reading().active();
    }

    private static double cardWidth(OpenProgram open) {
        return open.onFx(
                () -> open.robot.lookup(".match-card").queryAs(Rectangle.class).getWidth());
    }

    private static boolean isOpen(OpenProgram open) {
        return open.robot.lookup("#match-screen").tryQuery().isPresent();
    }

    private static List<String> said(OpenProgram open) {
        return open.robot.lookup(".on-picture.words").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .toList();
    }
}
