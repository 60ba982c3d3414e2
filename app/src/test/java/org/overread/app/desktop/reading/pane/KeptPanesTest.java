// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.TestVolumes;
import org.testfx.util.WaitForAsyncUtils;

/// Panes that have no place in a layout stay in the window and are as if they were not there.
@RequiresDisplay
final class KeptPanesTest {
    private static final int AXIAL = 0;
    private static final int SAGITTAL = 1;
    private static final int CORONAL = 2;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ReadingStage stage;

    @BeforeEach
    void open() throws TimeoutException {
        stage = new ReadingStage(1280, 720);
        choose(Layout.SINGLE);
        stage.show(TestVolumes.axial());
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        stage.close();
    }

    private void choose(Layout layout) {
        stage.robot.interact(() -> stage.reading.room().choose(layout));
        stage.settle();
    }

    private Node keyboard() {
        return stage.area.getScene().getFocusOwner();
    }

    /// Until panes that were never shown have come into the window, too.
    private void awaitOthers() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () ->
                        WaitForAsyncUtils.waitForAsyncFx(
                                5000,
                                () ->
                                        stage.pane(SAGITTAL).getScene() != null
                                                && stage.pane(CORONAL).getScene() != null));
        stage.settle();
    }

    @Test
    void panesThatNoLayoutHasShownComeInUnseen() throws TimeoutException {
        Image before = stage.pane(AXIAL).shownImage();
        awaitOthers();
        assertFalse(stage.isSeen(SAGITTAL));
        assertFalse(stage.isSeen(CORONAL));
        assertSame(null, stage.pane(SAGITTAL).shownImage(), "nothing is drawn for nobody");
        assertSame(before, stage.pane(AXIAL).shownImage());
        assertEquals(stage.area.getWidth(), stage.pane(AXIAL).getWidth());
    }

    @Test
    void aPaneThatComesBackShowsWhatHappenedMeanwhile() {
        choose(Layout.GRID);
        WritableImage full = stage.picture();
        choose(Layout.SINGLE);
        Image stale = stage.pane(SAGITTAL).shownImage();
        stage.robot.interact(() -> stage.reading.panes().get(AXIAL).zoom(2));
        stage.robot.interact(() -> stage.reading.panes().get(SAGITTAL).step(9));
        stage.settle();
        assertSame(stale, stage.pane(SAGITTAL).shownImage(), "nothing is drawn for nobody");
        choose(Layout.GRID);
        assertNotSame(stale, stage.pane(SAGITTAL).shownImage());
        // undone, all of the picture is what it was
        stage.robot.interact(() -> stage.reading.panes().get(SAGITTAL).step(-9));
        stage.robot.interact(() -> stage.reading.panes().get(AXIAL).zoom(0.5));
        WritableImage again = stage.picture();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                assertEquals(
                        full.getPixelReader().getArgb(x, y),
                        again.getPixelReader().getArgb(x, y),
                        x + ", " + y);
            }
        }
    }

    @Test
    void theKeyboardStaysAmongThePanesThatAreSeen() throws TimeoutException {
        choose(Layout.GRID);
        stage.robot.interact(stage.pane(CORONAL)::requestFocus);
        choose(Layout.SINGLE);
        assertSame(stage.pane(AXIAL), keyboard());
        awaitOthers();
        for (int n = 0; n < 4; n++) {
            stage.robot.type(KeyCode.TAB);
            assertFalse(List.of(stage.pane(SAGITTAL), stage.pane(CORONAL)).contains(keyboard()));
        }
    }
}
