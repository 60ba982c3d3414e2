// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.Sculptor;
import org.overread.segmentation.draw.contour.SliceOutlines;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;

/// Pushes the outline that the chosen segment has on the slice: out from inside, in from outside. FX thread.
public final class PushTool extends RoundTool {
    private Optional<Pushing> pushing = Optional.empty();

    public PushTool(DrawDesk desk) {
        super(
                desk,
                ToolFace.of(
                                "push",
                                "Push outline",
                                "Push the outline from inside or outside; [ and ], or Alt and the"
                                        + " wheel, change the size",
                                RemixiconAL.DRAG_MOVE_LINE)
                        .withKey("Alt+P"));
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        cancel();
        tipAt(at);
        pushing = draftFor(at).map(draft -> new Pushing(draft, at));
        return pushing.map(now -> now);
    }

    /// From the press to the release; the hand may be ahead of the outlines.
    private final class Pushing implements Drag {
        private final Draft draft;
        private final Sculptor sculptor = new Sculptor(radiusMm());
        private final List<PlanePoint> way = new ArrayList<>();
        private Optional<List<Contour>> before = Optional.empty();
        private List<Contour> outlines = List.of();
        private PlanePoint middle;
        private boolean givenUp;

        Pushing(Draft draft, ToolPoint at) {
            this.draft = draft;
            middle = draft.on(at);
            Mask base = draft.base();
            lane.run(
                    () -> SliceOutlines.of(draft.volume().geometry(), draft.plane(), base),
                    found -> {
                        before = Optional.of(found);
                        outlines = found;
                        follow();
                    });
        }

        @Override
        public void to(ToolPoint at) {
            if (!givenUp) {
                tipAt(at);
                way.add(draft.on(at));
                follow();
            }
        }

        private void follow() {
            if (givenUp || before.isEmpty()) {
                return;
            }
            for (PlanePoint next : way) {
                PlanePoint from = middle;
                outlines = outlines.stream().map(c -> sculptor.push(c, from, next)).toList();
                middle = next;
            }
            way.clear();
            if (!outlines.equals(before.get())) {
                draft.show(before.get(), outlines);
            }
            redraw();
        }

        @Override
        public void end(ToolPoint at) {
            if (givenUp) {
                return;
            }
            pushing = Optional.empty();
            endDraft();
            lane.run(() -> draft, _ -> finish()); // the outlines are there then
        }

        private void finish() {
            follow();
            if (before.isEmpty() || outlines.equals(before.get())) {
                draft.drop();
                strip.hint(
                        Optional.of(
                                "The tool met no outline of the segment on this slice; nothing was changed"));
            } else {
                draft.keep(
                        new EditOrigin(
                                "Push outline of " + draft.name(),
                                "push",
                                Map.of(
                                        "radiusMm",
                                        String.format(Locale.ROOT, "%.1f", sculptor.radiusMm())),
                                OptionalLong.empty()));
            }
        }

        @Override
        public void cancel() {
            PushTool.this.cancel();
        }
    }

    @Override
    public boolean cancel() {
        pushing.ifPresent(now -> now.givenUp = true);
        pushing = Optional.empty();
        return super.cancel();
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        var marks = new ArrayList<>(super.marks(shown));
        pushing.filter(now -> now.draft.isOn(shown))
                .ifPresent(
                        now ->
                                now.outlines.forEach(
                                        c ->
                                                marks.add(
                                                        new Mark.Polygon(
                                                                inPatient(c.plane(), c.points()),
                                                                MarkLook.of(now.draft.rgb())))));
        return marks;
    }
}
