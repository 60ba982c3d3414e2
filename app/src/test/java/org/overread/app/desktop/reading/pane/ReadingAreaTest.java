// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.io.File;
import java.io.IOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.overread.app.desktop.reading.TestVolumes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("desktop")
@ExtendWith(ApplicationExtension.class)
class ReadingAreaTest {
    private ReadingStage stage;

    @Start
    void open(Stage window) {
        stage = ReadingStage.open(window, 1280, 720);
        stage.reading().show(TestVolumes.axial(), java.util.List.of());
    }

    @AfterEach
    void close() throws InterruptedException {
        stage.queue().close();
        stage.queue().awaitEnd();
    }

    @Test
    void look(FxRobot robot) throws IOException, InterruptedException {
        Thread.sleep(800);
        WaitForAsyncUtils.waitForFxEvents();
        var shot =
                robot.interact(() -> {}) == null
                        ? null
                        : WaitForAsyncUtils.waitForAsyncFx(
                                5000, () -> stage.stage().getScene().snapshot(null));
        var file = new File("target/screens/first.png");
        file.getParentFile().mkdirs();
        ImageIO.write(SwingFXUtils.fromFXImage(shot, null), "png", file);
    }
}
