// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workstation;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.overread.app.desktop.settings.Settings.WindowPlace;

/// Puts the window where it was, as far as that place is still on a screen, and knows where it is when it is neither maximized
/// nor full screen. FX thread.
final class WindowPlacement {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    /// A window that is being maximized changes its size before it says so, or after.
    private static final Duration AT_REST = Duration.millis(300);

    private final Stage stage;
    private final PauseTransition rest = new PauseTransition(AT_REST);
    private WindowPlace normal = new WindowPlace(0, 0, WIDTH, HEIGHT, false);

    WindowPlacement(Stage stage) {
        this.stage = stage;
    }

    void restore(Optional<WindowPlace> before) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        WindowPlace first = new WindowPlace(Double.NaN, Double.NaN, WIDTH, HEIGHT, false);
        WindowPlace place = fitted(before.orElse(first), screens);
        stage.setMinWidth(Math.min(LEAST_WIDTH, place.width()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, place.height()));
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        before.ifPresent(
                _ -> {
                    normal = place;
                    stage.setX(place.x());
                    stage.setY(place.y());
                    stage.setMaximized(place.maximized());
                });
    }

    /// The place itself where all of it is to be seen, be it on two screens; else moved and, where it must be, made
    /// smaller, so that all of it lies on the screen that held most of it. `screens` are what the system's own bars
    /// leave free, the main one first.
    static WindowPlace fitted(WindowPlace place, List<Rectangle2D> screens) {
        double width = Math.max(LEAST_WIDTH, place.width());
        double height = Math.max(LEAST_HEIGHT, place.height());
        double seen = screens.stream().mapToDouble(screen -> shared(screen, place)).sum();
        if (seen >= width * height - 1) {
            return place;
        }
        Rectangle2D screen = screens.getFirst();
        for (Rectangle2D other : screens) {
            screen = shared(other, place) > shared(screen, place) ? other : screen;
        }
        double fitWidth = Math.min(width, screen.getWidth());
        double fitHeight = Math.min(height, screen.getHeight());
        return new WindowPlace(
                within(place.x(), screen.getMinX(), screen.getMaxX() - fitWidth),
                within(place.y(), screen.getMinY(), screen.getMaxY() - fitHeight),
                fitWidth,
                fitHeight,
                place.maximized());
    }

    private static double within(double value, double least, double most) {
        return Double.isNaN(value) ? least : Math.clamp(value, least, Math.max(least, most));
    }

    /// Square pixels of the window that lie on the screen.
    private static double shared(Rectangle2D screen, WindowPlace place) {
        double wide =
                Math.min(screen.getMaxX(), place.x() + place.width())
                        - Math.max(screen.getMinX(), place.x());
        double high =
                Math.min(screen.getMaxY(), place.y() + place.height())
                        - Math.max(screen.getMinY(), place.y());
        return wide > 0 && high > 0 ? wide * high : 0;
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
}
