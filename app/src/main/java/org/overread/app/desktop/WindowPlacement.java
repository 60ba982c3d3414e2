// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.overread.app.desktop.settings.Settings.WindowPlace;

/// Puts the window where it was, if that place is still on a screen.
final class WindowPlacement {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    private static final double TITLE_IN_REACH = 64;

    private WindowPlacement() {}

    static void restore(Stage stage, Optional<WindowPlace> before) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        before.filter(WindowPlacement::isInReach)
                .ifPresent(
                        place -> {
                            stage.setX(place.x());
                            stage.setY(place.y());
                            stage.setWidth(Math.max(LEAST_WIDTH, place.width()));
                            stage.setHeight(Math.max(LEAST_HEIGHT, place.height()));
                            stage.setMaximized(place.maximized());
                        });
    }

    static WindowPlace now(Stage stage) {
        return new WindowPlace(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    }

    /// Whether enough of the title lies on a screen to take hold of it.
    private static boolean isInReach(WindowPlace place) {
        var title =
                new Rectangle2D(
                        place.x() + TITLE_IN_REACH,
                        Math.max(place.y(), 0),
                        Math.max(1, place.width() - 2 * TITLE_IN_REACH),
                        TITLE_IN_REACH / 2);
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().intersects(title));
    }
}
