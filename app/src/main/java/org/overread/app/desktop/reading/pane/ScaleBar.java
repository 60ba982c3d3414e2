// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.shape.Polyline;

/// A length that one can compare with: at most a quarter of the pane and about an inch, in round millimetres.
final class ScaleBar extends Group {
    private static final double TICK = 4;
    private static final double LONGEST = 150;

    private final Polyline halo = new Polyline();
    private final Polyline bar = new Polyline();
    private final HaloText label = new HaloText();
    private double length;
    private double saidMm;

    ScaleBar() {
        setManaged(false);
        halo.getStyleClass().add("scale-bar-halo");
        bar.getStyleClass().add("scale-bar");
        getChildren().addAll(halo, bar, label);
    }

    void show(double pixelMm, double paneWidth) {
        double mm = roundBelow(Math.min(LONGEST, paneWidth / 4) * pixelMm);
        length = mm / pixelMm;
        if (mm != saidMm) {
            saidMm = mm;
            label.say(words(mm));
        }
    }

    /// The right end of the bar.
    void endAt(double x, double y) {
        double right = Math.floor(x) + 0.5;
        double base = Math.floor(y) + 0.5;
        double left = right - length;
        var points = List.of(left, base - TICK, left, base, right, base, right, base - TICK);
        if (!points.equals(bar.getPoints())) {
            halo.getPoints().setAll(points);
            bar.getPoints().setAll(points);
        }
        label.at(left - 6 - label.width(), base - label.height() + 3);
    }

    /// The greatest of 1, 2 and 5 times a power of ten that is not greater.
    static double roundBelow(double mm) {
        double power = Math.pow(10, Math.floor(Math.log10(mm)));
        double lead = mm / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }

    static String words(double mm) {
        return mm >= 10
                ? String.format(Locale.ROOT, "%.0f cm", mm / 10)
                : String.format(Locale.ROOT, "%s mm", mm >= 1 ? "%.0f".formatted(mm) : mm);
    }
}
