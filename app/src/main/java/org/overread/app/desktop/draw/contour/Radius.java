// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.FixedFigures;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.scissors.CutShape;

/// How big a round tool is, and its rim under the hand. FX thread.
final class Radius {
    private static final double LEAST_MM = 0.5;
    private static final double MOST_MM = 100;
    private static final double STEP = 1.15;

    private final ReadOnlyDoubleWrapper mm = new ReadOnlyDoubleWrapper(10);
    private Optional<ToolPoint> hand = Optional.empty();

    ReadOnlyDoubleProperty mm() {
        return mm.getReadOnlyProperty();
    }

    /// By so many steps larger, or smaller; a step is felt alike at any size.
    void grow(double steps) {
        double next = mm.get() * Math.pow(STEP, steps);
        double grain = next < 5 ? 0.1 : 0.5;
        mm.set(Math.clamp(Math.rint(next / grain) * grain, LEAST_MM, MOST_MM));
    }

    void at(ToolPoint point) {
        hand = Optional.of(point);
    }

    void gone() {
        hand = Optional.empty();
    }

    List<Mark> marks(PaneState shown, int rgb) {
        Optional<ToolPoint> on = hand.filter(at -> Draft.isOn(shown, at.volume(), at.plane()));
        if (on.isEmpty()) {
            return List.of();
        }
        var plane = Draft.frame(on.get().plane());
        var middle = plane.toPlane(on.get().at());
        var rim = new PlanePoint(middle.u() + mm.get(), middle.v());
        return CutShape.circle(plane, middle, rim) instanceof Contour.Closing.Closed(Contour circle)
                ? List.of(
                        new Mark.Polygon(
                                SliceTool.inPatient(plane, circle.points()), MarkLook.of(rgb)))
                : List.of();
    }

    /// For the strip.
    Region region() {
        var figure = new FixedFigures("r 100.0 mm");
        mm.subscribe(
                now -> figure.setText(String.format(Locale.ROOT, "r %.1f mm", now.doubleValue())));
        var row = new HBox(2, step("Smaller   [", "−", -1), figure, step("Larger   ]", "+", 1));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button step(String name, String sign, double steps) {
        Button button =
                Buttons.icon(RemixiconAL.CHECKBOX_BLANK_CIRCLE_LINE, name, () -> grow(steps));
        button.setGraphic(new Label(sign));
        button.setFocusTraversable(false);
        return button;
    }
}
