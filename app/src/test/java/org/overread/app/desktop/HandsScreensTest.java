// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.desk.Snapshots;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ReferenceLine;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.Volume;
import org.testfx.util.WaitForAsyncUtils;

/// The real program under a hand: turned planes, films, keys of one's own, protocols, pictures to take away; and all of
/// it there again the next time.
@RequiresDisplay
final class HandsScreensTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @BeforeAll
    static void write() throws IOException {
        CoarseSample.writeAll(study, Runnable::run);
    }

    @BeforeEach
    void begin() throws TimeoutException {
        open = OpenProgram.showing(home, study);
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    private ReadingModel reading() {
        return open.program.desk().reading();
    }

    private Screens screens() {
        return new Screens(open.program.workstation(), "hands");
    }

    private void again() throws IOException, TimeoutException {
        open.close();
        open = new OpenProgram(home);
        open.open(study);
        open.awaitPictures();
    }

    @Test
    void aHandTurnsTwoPlanesByAHandleAndAKeyStraightensThem() {
        PaneView axial = open.panes().getFirst();
        PanePoint handle = open.onFx(() -> handle(axial));
        PanePoint middle =
                open.onFx(
                        () ->
                                ReferenceLine.in(axial.model(), reading().panes())
                                        .getFirst()
                                        .crossing());
        double angle =
                Math.atan2(handle.y() - middle.y(), handle.x() - middle.x()) + Math.toRadians(25);
        double radius = Math.hypot(handle.y() - middle.y(), handle.x() - middle.x());
        open.robot.moveTo(onScreen(axial, handle.x(), handle.y()));
        open.robot.press(MouseButton.PRIMARY);
        Point2D end =
                onScreen(
                        axial,
                        middle.x() + radius * Math.cos(angle),
                        middle.y() + radius * Math.sin(angle));
        open.robot.moveTo(end);
        open.robot.release(MouseButton.PRIMARY);
        PaneState coronal = open.onFx(() -> open.panes().get(2).model().state().get());
        double turned = Math.toDegrees(Math.asin(coronal.plane().right().y()));
        assertEquals(25, Math.abs(turned), 1.5, "degrees");
        open.awaitPictures();
        screens().write("turned");
        open.robot.press(KeyCode.SHIFT).type(KeyCode.O).release(KeyCode.SHIFT);
        assertTrue(open.onFx(() -> reading().planes().turns().get().isEmpty()));
    }

    private PanePoint handle(PaneView pane) {
        return ReferenceLine.in(pane.model(), reading().panes())
                .getFirst()
                .handles(pane.model().state().get())
                .getFirst();
    }

    private Point2D onScreen(PaneView pane, double x, double y) {
        return open.onFx(() -> pane.localToScreen(x, y));
    }

    @Test
    void slicesRunByThemselvesAndStop() {
        PaneView axial = open.panes().getFirst();
        open.robot.interact(axial::requestFocus);
        double before = open.onFx(() -> reading().cursor().get().z());
        open.run("cine.play");
        open.awaitThat("another slice", () -> reading().cursor().get().z() != before);
        screens().write("cine");
        open.run("cine.play");
        double stopped = open.onFx(() -> reading().cursor().get().z());
        open.awaitPictures();
        assertEquals(stopped, open.onFx(() -> reading().cursor().get().z()));
    }

    @Test
    void aKeyChosenOnTheCheatSheetWorksAtOnceAndTheNextTime() throws IOException, TimeoutException {
        open.run("help.keys");
        open.awaitThat("the key's row", () -> keyOfStraighten().isPresent());
        open.awaitThat("all rows", FrameByFrame::areAllAtRest);
        open.robot.interact(() -> keyOfStraighten().orElseThrow().fire());
        screens().write("key-asked");
        open.robot.interact(
                () ->
                        open.robot.lookup(".ov-key-button").queryAllAs(Button.class).stream()
                                .filter(button -> button.getText().equals("press a key"))
                                .findFirst()
                                .orElseThrow()
                                .requestFocus());
        open.robot.type(KeyCode.J);
        open.robot.type(KeyCode.ESCAPE);
        assertKeyOfStraighten();
        again();
        assertKeyOfStraighten();
    }

    private Optional<Button> keyOfStraighten() {
        return open.onFx(
                () ->
                        open.robot.lookup(".ov-key-button").queryAllAs(Button.class).stream()
                                .filter(button -> button.getAccessibleText().contains("Straighten"))
                                .findFirst());
    }

    private void assertKeyOfStraighten() {
        var key =
                open.onFx(
                        () ->
                                open.program
                                        .workstation()
                                        .actions()
                                        .find("view.straighten")
                                        .orElseThrow()
                                        .key());
        assertEquals("J", key == null ? "none" : key.getName());
    }

    @Test
    void whatIsSeenBecomesAProtocolThatHangsTheNextTimeAndOneThatDoesNotFitIsSaid()
            throws IOException, TimeoutException {
        open.run("view.layout.grid");
        open.run("window.preset.3");
        Window window = open.onFx(() -> reading().tones().window());
        open.run("view.protocols");
        open.robot.interact(
                () ->
                        open.robot
                                .lookup(".ov-protocols .text-field")
                                .queryAs(TextField.class)
                                .setText("Mine"));
        open.robot.interact(
                () -> open.robot.lookup(".ov-protocols .ov-filled").queryAs(Button.class).fire());
        screens().write("protocols");
        open.robot.type(KeyCode.ESCAPE);
        open.run("window.preset.1");
        open.run("view.layout.single");
        again();
        assertEquals(Layout.GRID, open.onFx(() -> reading().room().layout().get()));
        assertEquals(window, open.onFx(() -> reading().tones().window()));
        assertTrue(open.words(".ov-chips .button-base").contains("Mine"));
        open.robot.interact(() -> open.robot.lookup(".list-view").query().requestFocus());
        open.robot.type(KeyCode.DOWN, KeyCode.ENTER);
        open.awaitPictures();
        assertTrue(open.words(".ov-chips .button-base").contains("no protocol fits"));
    }

    @Test
    void eachModalityOpensInTheLayoutThatAPersonReadsItIn() throws IOException, TimeoutException {
        open.run("view.layout.grid");
        row(KeyCode.DOWN); // the MR series
        assertEquals(Layout.GRID, open.onFx(() -> reading().room().layout().get()), "as it was");
        open.run("view.layout.single");
        row(KeyCode.UP);
        assertEquals(Layout.GRID, open.onFx(() -> reading().room().layout().get()));
        again();
        assertEquals(Layout.GRID, open.onFx(() -> reading().room().layout().get()));
        row(KeyCode.DOWN);
        assertEquals(Layout.SINGLE, open.onFx(() -> reading().room().layout().get()));
    }

    private void row(KeyCode way) {
        Volume before = open.onFx(() -> reading().volume());
        open.robot.interact(() -> open.robot.lookup(".list-view").query().requestFocus());
        open.robot.type(way, KeyCode.ENTER);
        open.awaitThat(
                "another series",
                () -> {
                    Volume now = reading().volume();
                    return now != null && !now.id().equals(before.id());
                });
        open.awaitPictures();
    }

    @Test
    void dividersStandWhereAPersonLeftThem() throws IOException, TimeoutException {
        open.run("view.layout.grid");
        WaitForAsyncUtils.waitForFxEvents();
        Node area = open.program.desk().area();
        Node line =
                open.onFx(
                        () ->
                                area.lookupAll(".pane-line").stream()
                                        .filter(one -> Cursor.V_RESIZE.equals(one.getCursor()))
                                        .findFirst()
                                        .orElseThrow());
        open.robot.moveTo(line).press(MouseButton.PRIMARY);
        open.robot.moveTo(
                open.onFx(() -> area.localToScreen(100, area.getLayoutBounds().getHeight() * 0.3)));
        open.robot.release(MouseButton.PRIMARY);
        again();
        var kept = open.onFx(() -> open.program.desk().area().room().dividers().get(Layout.GRID));
        assertEquals(0.3, kept.getFirst().getFirst(), 0.02);
    }

    @Test
    void aCopiedPictureHoldsWhatThePanesShowAndThePatientOnlyWhereAsked() {
        open.run("picture.copy");
        var image = open.onFx(() -> Clipboard.getSystemClipboard().getImage());
        assertEquals(open.onFx(() -> open.program.desk().area().getWidth()), image.getWidth(), 1);
        var snapshots =
                new Snapshots(
                        open.program.desk().area(),
                        open.program.desk().comparison(),
                        () -> "Doe, Jane",
                        open.program.workshop(),
                        open.notices);
        WritableImage plain = open.onFx(snapshots::plain);
        WritableImage named = open.onFx(snapshots::named);
        assertNotEquals(bottomLine(plain), bottomLine(named));
        assertFalse(open.onFx(() -> reading().writing().anonymous().get()), "as before");
    }

    /// The sum of what the lowest rows hold, where the patient's name is written.
    private static long bottomLine(WritableImage image) {
        long sum = 0;
        for (int y = (int) image.getHeight() - 20; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                sum += image.getPixelReader().getArgb(x, y) & 0xFF;
            }
        }
        return sum;
    }

    @Test
    void aToolThatWasTakenFromTheRailHasTheKeyboardInThePicture() {
        var tools = open.program.desk().area().tools();
        var rail = open.robot.lookup(".ov-tool-stack").queryAll();
        assertFalse(rail.isEmpty());
        var first = rail.iterator().next();
        open.robot.interact(first::requestFocus);
        open.robot.type(KeyCode.ENTER); // takes the tool and lists its like
        open.awaitThat("a tool", () -> !tools.isAtRest());
        open.robot.type(KeyCode.ESCAPE); // the list
        open.awaitThat(
                "the keyboard", () -> open.stage.getScene().getFocusOwner() instanceof PaneView);
        open.robot.type(KeyCode.ESCAPE); // the tool
        open.awaitThat("no tool", tools::isAtRest);
    }

    @Test
    void escPutsTheToolDownAndItsIconSaysSo() {
        PaneView axial = open.panes().getFirst();
        open.robot.interact(axial::requestFocus);
        open.robot.type(KeyCode.Z);
        assertEquals("zoom", open.onFx(() -> tool()));
        double mm = open.onFx(() -> axial.model().state().get().pixelMm());
        Point2D at = onScreen(axial, 200, 300);
        open.robot.moveTo(at).press(MouseButton.PRIMARY).moveTo(at.add(0, -60));
        open.robot.release(MouseButton.PRIMARY);
        assertTrue(open.onFx(() -> axial.model().state().get().pixelMm()) < mm * 0.9);
        open.robot.type(KeyCode.ESCAPE);
        assertEquals("cursor", open.onFx(() -> tool()));
    }

    private String tool() {
        return open.program.desk().area().tools().active().get().face().id();
    }
}
