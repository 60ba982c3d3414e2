// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.collections.ObservableMap;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/// How large the pixels of each screen are, as far as a person has measured it with a ruler: what systems report is often
/// made up. A screen is known by its place and its pixels. FX thread.
public final class ScreenSizes {
    private static final double INCH_MM = 25.4;

    private final ObservableMap<String, Double> numbers;

    /// `numbers` is where they are kept, among others, in mm of a pixel of the device.
    public ScreenSizes(ObservableMap<String, Double> numbers) {
        this.numbers = numbers;
    }

    /// Millimetres of a logical pixel on the screen that a window is on; empty where nobody has measured it.
    public OptionalDouble pixelMm(Window window) {
        if (numbers.isEmpty()) {
            return OptionalDouble.empty();
        }
        Screen screen = screenOf(window);
        Double device = numbers.get(key(screen));
        return device == null || !(device > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(device * screen.getOutputScaleX());
    }

    /// A person found that a logical pixel is this large on the screen that a window is on.
    public void match(Window window, double pixelMm) {
        Screen screen = screenOf(window);
        numbers.put(key(screen), pixelMm / screen.getOutputScaleX());
    }

    /// What the system says of it, to begin with.
    public static double reportedPixelMm(Window window) {
        double dpi = screenOf(window).getDpi();
        return INCH_MM / (dpi > 0 ? dpi : 96);
    }

    private static Screen screenOf(Window window) {
        return Screen.getScreensForRectangle(
                        window.getX() + window.getWidth() / 2,
                        window.getY() + window.getHeight() / 2,
                        1,
                        1)
                .stream()
                .findFirst()
                .orElseGet(Screen::getPrimary);
    }

    private static String key(Screen screen) {
        Rectangle2D bounds = screen.getBounds();
        return String.format(
                Locale.ROOT,
                "screen %.0fx%.0f at %.0f %.0f",
                bounds.getWidth() * screen.getOutputScaleX(),
                bounds.getHeight() * screen.getOutputScaleY(),
                bounds.getMinX(),
                bounds.getMinY());
    }
}
