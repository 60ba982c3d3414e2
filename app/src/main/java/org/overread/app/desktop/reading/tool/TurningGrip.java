// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.Optional;
import javafx.scene.Cursor;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PlaneTurns;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ReferenceLine;

/// Turns planes by the handles on their lines in the other panes. The two lines of a pane turn together and stay
/// perpendicular; with Alt only the one in the hand turns, with Ctrl it does not snap. A double click straightens all.
public final class TurningGrip implements Grippable {
    private static final double HIT = 11;

    @Override
    public Optional<Drag> grip(ToolPoint at) {
        Optional<ReferenceLine> line = under(at);
        if (line.isPresent() && at.clicks() == 2) {
            at.pane().reading().planes().straighten();
            return Optional.of(new Turning(at, line.get(), true));
        }
        return line.map(taken -> new Turning(at, taken, false));
    }

    @Override
    public Optional<Cursor> cursor(ToolPoint at) {
        return under(at).map(_ -> Cursor.HAND);
    }

    private static Optional<ReferenceLine> under(ToolPoint at) {
        ReadingModel reading = at.pane().reading();
        if (!reading.writing().crosshair().get()) {
            return Optional.empty();
        }
        return ReferenceLine.in(at.pane(), reading.panes()).stream()
                .filter(
                        line ->
                                line.handles(at.shown()).stream()
                                        .anyMatch(handle -> isUnder(handle, at)))
                .findFirst();
    }

    private static boolean isUnder(PanePoint handle, ToolPoint at) {
        return Math.hypot(handle.x() - at.pixel().x(), handle.y() - at.pixel().y()) < HIT;
    }

    private static final class Turning implements Drag {
        private final ReadingModel reading;
        private final ToolPoint start;
        private final ReferenceLine line;
        private final PlaneTurns before;
        private final boolean straightened;
        private final double startAngle;

        Turning(ToolPoint start, ReferenceLine line, boolean straightened) {
            reading = start.pane().reading();
            this.start = start;
            this.line = line;
            this.straightened = straightened;
            before = reading.planes().turns().get();
            startAngle = angle(start.pixel());
        }

        private double angle(PanePoint at) {
            return Math.atan2(at.y() - line.crossing().y(), at.x() - line.crossing().x());
        }

        @Override
        public void to(ToolPoint at) {
            if (straightened) {
                return; // the second click of two is no drag
            }
            double radians = angle(at.pixel()) - startAngle;
            double lineAngle = Math.atan2(line.dy(), line.dx());
            double turn =
                    at.holds(Held.SHORTCUT)
                            ? radians
                            : reading.planes().snapped(start.shown(), lineAngle, radians);
            reading.planes()
                    .turn(
                            before,
                            start.pane(),
                            at.holds(Held.ALT) ? Optional.of(line.plane()) : Optional.empty(),
                            turn);
        }

        @Override
        public void cancel() {
            reading.planes().turnTo(before);
        }
    }
}
