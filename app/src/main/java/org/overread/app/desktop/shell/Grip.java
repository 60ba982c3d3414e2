// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.geometry.HorizontalDirection;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The edge of a side panel: drag it to resize the panel, click twice for the first width.
final class Grip extends Region {
    private double pressedAt;
    private double widthThen;

    /// `outward` is where the panel lies, seen from the picture.
    Grip(
            HorizontalDirection outward,
            DoubleSupplier width,
            DoubleConsumer resize,
            double firstWidth) {
        getStyleClass()
                .addAll(
                        "ov-grip",
                        outward == HorizontalDirection.LEFT ? "ov-grip-left" : "ov-grip-right");
        double sense = outward == HorizontalDirection.LEFT ? 1 : -1;
        addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    pressedAt = event.getSceneX();
                    widthThen = width.getAsDouble();
                    if (event.getClickCount() == 2) {
                        resize.accept(firstWidth);
                    }
                });
        addEventHandler(
                MouseEvent.MOUSE_DRAGGED,
                event -> resize.accept(widthThen + sense * (event.getSceneX() - pressedAt)));
    }
}
