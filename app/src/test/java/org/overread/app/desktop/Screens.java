// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.overread.app.desktop.workstation.Workstation;
import org.testfx.util.WaitForAsyncUtils;

/// Writes what a window shows to target/screens, in the pixels of the screen.
record Screens(Workstation workstation, String prefix) {

    void write(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(500L * OpenProgram.WAIT_S, this::snapshot);
        var file = Path.of("target", "screens", prefix + "-" + name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WritableImage snapshot() {
        var root = workstation.window().root();
        double scale = root.getScene().getWindow().getOutputScaleX();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        // shadows reach beyond the window; the picture does not
        parameters.setViewport(
                new Rectangle2D(0, 0, root.getWidth() * scale, root.getHeight() * scale));
        return root.snapshot(parameters, null);
    }
}
