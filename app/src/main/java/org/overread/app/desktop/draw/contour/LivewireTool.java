// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.Ink;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.livewire.LivewireLine;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.viewer.volume.Volume;

/// A line that follows edges from click to click and learns from each piece what edges are wanted; closed, it adds what
/// it encloses or, with Alt at the first click, cuts it. Anchors stay in reach until Enter. FX thread; ways are found
/// beside it.
public final class LivewireTool extends SliceTool {
    private static final double REACH_PIXELS = 8;
    private static final double SNAP_MM = 4; // that an edge may move from slice to slice
    private static final double PARALLEL = 1 - 1e-6;

    private final Lane wires; // beside the draft's
    private final PlaneImages images = new PlaneImages();
    private Optional<Wire> wire = Optional.empty();
    private Optional<Kept> last = Optional.empty();
    private Optional<PlaneFrame> prepared = Optional.empty();
    private final ObjectProperty<Ink> usual = new SimpleObjectProperty<>(Ink.ADD);
    private Ink ink = Ink.ADD;

    public LivewireTool(DrawDesk desk) {
        super(
                desk,
                ToolFace.of(
                                "livewire",
                                "Livewire",
                                "Click along an edge; Enter or a double click closes,"
                                        + " Backspace takes an anchor back",
                                RemixiconMZ.ROUTE_LINE)
                        .withKey("Alt+W"));
        wires = new Lane(desk);
        strip.add(InkChoice.of(usual));
        usual.subscribe(
                now -> {
                    ink = now;
                    wire.ifPresent(one -> one.showClosed(now));
                });
    }

    /// A line that was closed, for the slice after it.
    private record Kept(Volume volume, LivewireLine line, PlaneFrame plane) {}

    private final class Following implements Wire.Follower {
        @Override
        public boolean follows(Wire other) {
            return wire.filter(other::equals).isPresent();
        }

        @Override
        public void found(Wire now) {
            now.showClosed(ink);
            redraw();
        }

        @Override
        public void lookedAhead() {
            redraw();
        }

        @Override
        public void refused() {
            cancel();
            strip.hint(Optional.of("This series has no values that a wire could follow"));
        }
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        if (at.clicks() == 2 && accept()) {
            return Optional.empty();
        }
        boolean first = draft().isEmpty();
        Optional<Draft> draft = draftFor(at);
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        if (first || wire.isEmpty()) {
            ink = InkChoice.held(usual.get(), at);
            wire = Optional.of(wire(draft.get()));
        }
        Wire now = wire.get();
        int anchor = anchorAt(at, now);
        if (anchor >= 0) {
            return Optional.of(new Moving(now, anchor));
        }
        now.anchor(now.draft().on(at));
        return Optional.of(new Still());
    }

    private Wire wire(Draft draft) {
        return new Wire(draft, images, wires, new Following());
    }

    private static int anchorAt(ToolPoint at, Wire wire) {
        List<PlanePoint> anchors = wire.found().anchors();
        int best = -1;
        double nearest = REACH_PIXELS;
        for (int n = 0; n < anchors.size(); n++) {
            double off = at.pixelsTo(wire.plane().toPatient(anchors.get(n)));
            if (off <= nearest) {
                nearest = off;
                best = n;
            }
        }
        return best;
    }

    /// A click.
    private static final class Still implements Drag {
        @Override
        public void to(ToolPoint at) {}

        @Override
        public void cancel() {}
    }

    /// An anchor in the hand; a click on the first one closes the line.
    private final class Moving implements Drag {
        private final Wire of;
        private final int anchor;
        private final PlanePoint start;
        private boolean moved;

        Moving(Wire of, int anchor) {
            this.of = of;
            this.anchor = anchor;
            start = of.found().anchors().get(anchor);
        }

        private void move(PlanePoint to) {
            if (wire.filter(of::equals).isPresent()) {
                of.move(anchor, to);
            }
        }

        @Override
        public void to(ToolPoint at) {
            moved |= at.pixelsTo(of.plane().toPatient(start)) > REACH_PIXELS / 2;
            if (moved) {
                move(of.draft().on(at));
            }
        }

        @Override
        public void end(ToolPoint at) {
            if (!moved && anchor == 0 && of.found().anchors().size() > 2) {
                accept();
            }
        }

        @Override
        public void cancel() {
            if (moved) {
                move(start);
            }
        }
    }

    /// Lays the last line anew on the slice that a pane shows, once what was begun is kept: its anchors on the edges there,
    /// hatched until Enter.
    void proposeAfterKeeping(ToolPoint at) {
        wires.run(() -> true, _ -> propose(at)); // behind what keeps the line
    }

    private void propose(ToolPoint at) {
        Optional<LivewireLine> from =
                last.filter(kept -> kept.volume().id().equals(at.volume().id())).map(Kept::line);
        if (from.isEmpty()) {
            return;
        }
        cancel();
        draftFor(at)
                .ifPresent(
                        draft -> {
                            draft.propose(
                                    "A proposal: move its anchors; Enter keeps it, Esc drops it");
                            ink = Ink.ADD;
                            Wire next = wire(draft);
                            wire = Optional.of(next);
                            next.follow(from.get(), SNAP_MM);
                        });
    }

    /// Whether a line is open or was closed last, on a plane parallel to this one.
    boolean hasLine(ToolPoint at) {
        return wire.isPresent()
                || last.filter(
                                kept ->
                                        kept.volume().id().equals(at.volume().id())
                                                && Math.abs(
                                                                kept.plane()
                                                                        .normal()
                                                                        .dot(at.plane().normal()))
                                                        > PARALLEL)
                        .isPresent();
    }

    /// What edges there are is found before the first click.
    private void prepare(ToolPoint at) {
        PlaneFrame plane = Draft.frame(at.plane());
        if (draft().isEmpty() && !prepared.equals(Optional.of(plane))) {
            prepared = Optional.of(plane);
            wires.newest(() -> images.wire(at.volume(), plane).isPresent(), _ -> {});
        }
    }

    @Override
    public void hover(ToolPoint at) {
        prepare(at);
        wire.filter(now -> now.draft().isOn(at.shown()))
                .ifPresent(now -> now.lookAhead(now.draft().on(at)));
    }

    @Override
    public void leave() {
        wire.ifPresent(Wire::lookAway);
        redraw();
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (code != KeyCode.BACK_SPACE || !held.isEmpty() || wire.isEmpty()) {
            return false;
        }
        return wire.get().takeBack() || cancel();
    }

    @Override
    public boolean accept() {
        if (wire.isEmpty()) {
            return false;
        }
        Wire now = wire.get();
        if (now.wanted() < 2) {
            strip.hint(Optional.of("The line needs two anchors or more before it can be closed"));
            return true;
        }
        wire = Optional.empty();
        endDraft();
        now.finish(
                line -> {
                    last = Optional.of(new Kept(now.volume(), line, now.plane()));
                    keep(now);
                });
        return true;
    }

    private void keep(Wire of) {
        Draft draft = of.draft();
        of.showClosed(ink);
        draft.keep(
                new EditOrigin(
                        (ink == Ink.ADD ? "Livewire on " : "Livewire cut from ") + draft.name(),
                        "livewire",
                        Map.of(
                                "ink",
                                ink.name(),
                                "anchors",
                                Integer.toString(of.found().anchors().size())),
                        OptionalLong.empty()));
    }

    @Override
    public boolean cancel() {
        wire = Optional.empty();
        return super.cancel();
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        return wire.filter(now -> now.draft().isOn(shown)).map(Wire::marks).orElse(List.of());
    }
}
