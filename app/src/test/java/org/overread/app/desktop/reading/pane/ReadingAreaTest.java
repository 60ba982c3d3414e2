// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.reading.TestVolumes;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@RequiresDisplay
@ExtendWith(ApplicationExtension.class)
class ReadingAreaTest {
    private ReadingStage stage;

    @Start
    void open(Stage window) {
        stage = ReadingStage.open(window, 1280, 720);
        stage.reading().show(TestVolumes.axial(), List.of());
    }

    @AfterEach
    void close() throws InterruptedException {
        stage.queue().close();
        stage.queue().awaitEnd();
    }

    @Test
    void opensWithThreeLinkedPlanes() {
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(3, stage.area().lookupAll(".pane").size());
    }
}
