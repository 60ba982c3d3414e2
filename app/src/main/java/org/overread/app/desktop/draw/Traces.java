// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.ArrayList;
import java.util.List;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.viewer.volume.PatientPoint;

/// The ways of the hand that seeds and walls came from, drawn in panes that show the slice they lie in. FX thread.
public final class Traces {
    private final List<Trace> all = new ArrayList<>();

    /// One way of the hand.
    public static final class Trace {
        private final List<PatientPoint> way = new ArrayList<>();
        private final int rgb;

        private Trace(int rgb) {
            this.rgb = rgb;
        }

        public void to(PatientPoint at) {
            way.add(at);
        }

        /// Instead of what it was, straight from one place to another.
        public void line(PatientPoint from, PatientPoint to) {
            way.clear();
            way.add(from);
            way.add(to);
        }

        private Mark mark() {
            MarkLook look = MarkLook.of(rgb).with(MarkLook.Weight.STRONG);
            return way.size() == 1
                    ? new Mark.Handle(way.getFirst(), look)
                    : new Mark.Line(way, look);
        }
    }

    /// `rgb` is 0xRRGGBB.
    public Trace begin(int rgb) {
        var trace = new Trace(rgb);
        all.add(trace);
        return trace;
    }

    public void remove(Trace trace) {
        all.remove(trace);
    }

    /// Takes the newest back, where there is one.
    public void removeLast() {
        if (!all.isEmpty()) {
            all.removeLast();
        }
    }

    public void clear() {
        all.clear();
    }

    public List<Mark> marks(PaneState shown) {
        return all.stream()
                .filter(trace -> !trace.way.isEmpty())
                .filter(trace -> trace.way.stream().allMatch(at -> isOn(shown, at)))
                .map(Trace::mark)
                .toList();
    }

    /// Whether a place is in the slice that a pane shows.
    private static boolean isOn(PaneState shown, PatientPoint at) {
        double off = at.from(shown.plane().center()).dot(shown.plane().normal());
        return Math.abs(off) <= shown.volume().geometry().spacingK() / 2;
    }
}
