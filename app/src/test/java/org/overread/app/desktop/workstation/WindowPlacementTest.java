// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.settings.Settings.WindowPlace;

/// Where a remembered window comes to lie on the screens that are there now. Needs no toolkit.
final class WindowPlacementTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1280, 690); // 30 for a bar
    private static final Rectangle2D RIGHT = new Rectangle2D(1280, -200, 1920, 1080);

    private static WindowPlace place(double x, double y, double width, double height) {
        return new WindowPlace(x, y, width, height, false);
    }

    private static void assertFits(
            WindowPlace expected, WindowPlace before, Rectangle2D... screens) {
        assertEquals(expected, WindowPlacement.fitted(before, List.of(screens)));
    }

    @Test
    void windowOfALargerScreenIsMadeToFit() {
        assertFits(place(0, 0, 1280, 690), place(300, 100, 1920, 1080), LAPTOP);
    }

    @Test
    void windowOfAScreenThatIsGoneComesToTheMainOne() {
        assertFits(place(280, 0, 1000, 690), place(1900, 1200, 1000, 700), LAPTOP);
        assertFits(place(0, 0, 1000, 650), place(-1500, -900, 1000, 650), LAPTOP);
    }

    @Test
    void windowThatReachesBeyondAnEdgeIsMovedNotShrunk() {
        assertFits(place(280, 40, 1000, 650), place(400, 300, 1000, 650), LAPTOP);
        assertFits(place(10, 0, 1000, 650), place(10, -25, 1000, 650), LAPTOP);
    }

    @Test
    void windowOnTwoScreensStays() {
        assertFits(place(900, 0, 1000, 650), place(900, 0, 1000, 650), LAPTOP, RIGHT);
    }

    @Test
    void windowGoesWhereMostOfItWas() {
        assertFits(place(2200, 280, 1000, 600), place(2300, 500, 1000, 600), LAPTOP, RIGHT);
    }

    @Test
    void screenSmallerThanTheLeastWindowIsFilled() {
        var doubled = new Rectangle2D(0, 0, 640, 345); // 1280 by 690 at 200 %
        assertFits(place(0, 0, 640, 345), place(100, 100, 1280, 720), doubled);
    }

    @Test
    void maximizedWindowsStayMaximized() {
        var before = new WindowPlace(300, 100, 1920, 1080, true);
        assertFits(new WindowPlace(0, 0, 1280, 690, true), before, LAPTOP);
    }
}
