// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.overread.app.desktop.settings.Settings.WindowPlace;

/// Puts the window where it was, if that place is still on a screen, and knows where it is when it is neither maximized
/// nor full screen. FX thread.
final class WindowPlacement {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    private static final double TITLE_IN_REACH = 64;

    /// A window that is being maximized changes its size before it says so, or after.
    private static final Duration AT_REST = Duration.millis(300);

    private final Stage stage;
    private final PauseTransition rest = new PauseTransition(AT_REST);
    private WindowPlace normal = new WindowPlace(0, 0, WIDTH, HEIGHT, false);

    WindowPlacement(Stage stage) {
        this.stage = stage;
    }

    void restore(Optional<WindowPlace> before) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        before.filter(WindowPlacement::isInReach)
                .ifPresent(
                        place -> {
                            normal = place;
                            stage.setX(place.x());
                            stage.setY(place.y());
                            stage.setWidth(Math.max(LEAST_WIDTH, place.width()));
                            stage.setHeight(Math.max(LEAST_HEIGHT, place.height()));
                            stage.setMaximized(place.maximized());
                        });
    }

    /// Calls `moved` soon after the window was moved, resized or maximized.
    void follow(Runnable moved) {
        rest.setOnFinished(
                _ -> {
                    note();
                    moved.run();
                });
        List<ObservableValue<?>> all =
                List.of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty(),
                        stage.fullScreenProperty());
        all.forEach(value -> value.addListener((_, _, _) -> rest.playFromStart()));
        note();
    }

    WindowPlace now() {
        return new WindowPlace(
                normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized());
    }

    private void note() {
        boolean free = !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
        if (free && Double.isFinite(stage.getX()) && Double.isFinite(stage.getY())) {
            normal =
                    new WindowPlace(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
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
