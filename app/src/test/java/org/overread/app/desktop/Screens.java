// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Writes what the window shows to target/screens, for people to look at.
final class Screens {
    private Screens() {}

    static void write(Workstation workstation, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> snapshot(workstation));
        var file = Path.of("target", "screens", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WritableImage snapshot(Workstation workstation) {
        var root = workstation.window().root();
        var scale = root.getScene().getWindow().getOutputScaleX();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        return root.snapshot(parameters, null);
    }
}
