// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.segmentation.draw.Ink;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.livewire.LivewireLine;
import org.overread.viewer.volume.Volume;

/// A line of anchors on one slice, found piece by piece along edges. The line itself belongs to the lane, what was found
/// of it to the FX thread, on which all is asked.
final class Wire {
    private final Draft draft;
    private final PlaneImages images;
    private final Lane lane;
    private final Follower follower;
    private Optional<LivewireLine> line = Optional.empty(); // on the lane
    private Found found = Found.NOTHING;
    private List<PlanePoint> ahead = List.of();
    private int wanted;

    /// What was found of a line, as the lane left it.
    ///
    /// @param closed the outline that arises when the line leads back to its first anchor
    record Found(List<PlanePoint> anchors, List<PlanePoint> line, Optional<Contour> closed) {
        static final Found NOTHING = new Found(List.of(), List.of(), Optional.empty());
    }

    /// Who draws it.
    interface Follower {
        /// Whether this one is still being drawn; what is found of others comes too late.
        boolean follows(Wire wire);

        void found(Wire now);

        void lookedAhead();

        /// There are no values in which edges could be found.
        void refused();
    }

    Wire(Draft draft, PlaneImages images, Lane lane, Follower follower) {
        this.draft = draft;
        this.images = images;
        this.lane = lane;
        this.follower = follower;
    }

    Draft draft() {
        return draft;
    }

    Volume volume() {
        return draft.volume();
    }

    PlaneFrame plane() {
        return draft.plane();
    }

    Found found() {
        return found;
    }

    /// Anchors, those that the lane has not set yet too.
    int wanted() {
        return wanted;
    }

    void anchor(PlanePoint at) {
        wanted++;
        change(now -> now.anchor(at));
    }

    /// False where no anchor would be left.
    boolean takeBack() {
        wanted--;
        if (wanted > 0) {
            change(LivewireLine::takeBack);
        }
        return wanted > 0;
    }

    void move(int anchor, PlanePoint to) {
        change(
                now -> {
                    if (anchor < now.anchors().size()) {
                        now.move(anchor, to);
                    }
                });
    }

    /// The anchors of a line on another slice, each on the strongest edge near by.
    void follow(LivewireLine other, double snapMm) {
        wanted = other.anchors().size();
        lane.run(
                () -> {
                    line = images.wire(volume(), plane()).map(onto -> other.on(onto, snapMm));
                    return line.map(Wire::look);
                },
                this::changed);
    }

    /// Something done to the line, in order; what it has become is shown.
    private void change(Consumer<LivewireLine> deed) {
        ahead = List.of();
        lane.run(
                () -> {
                    if (line.isEmpty()) {
                        line = images.wire(volume(), plane()).map(LivewireLine::new);
                    }
                    line.ifPresent(deed);
                    return line.map(Wire::look);
                },
                this::changed);
    }

    private static Found look(LivewireLine now) {
        Optional<Contour> closed =
                now.anchors().size() > 1 && now.close() instanceof Contour.Closing.Closed(Contour c)
                        ? Optional.of(c)
                        : Optional.empty();
        return new Found(now.anchors(), now.line(), closed);
    }

    private void changed(Optional<Found> now) {
        if (!follower.follows(this)) {
            return;
        }
        if (now.isEmpty()) {
            follower.refused();
            return;
        }
        found = now.get();
        follower.found(this);
        lookFarther();
    }

    /// While nobody asks for anything else, the ways from the last anchor are found; what is asked for meanwhile waits
    /// for one part of them at most.
    private void lookFarther() {
        lane.run(
                () -> line.filter(LivewireLine::findMore).isPresent(),
                more -> {
                    if (more && follower.follows(this)) {
                        lookFarther();
                    }
                });
    }

    /// The way to the pointer, were it an anchor.
    void lookAhead(PlanePoint pointer) {
        lane.newest(
                () -> line.map(now -> now.preview(pointer)).orElse(List.of()),
                way -> {
                    ahead = way;
                    follower.lookedAhead();
                });
    }

    void lookAway() {
        ahead = List.of();
    }

    /// After what the lane still does to the line: closed it is handed over, and else nothing is left of it.
    void finish(Consumer<LivewireLine> closed) {
        lane.run(
                () -> line.map(Wire::look),
                last -> {
                    found = last.orElse(Found.NOTHING);
                    if (found.closed().isPresent()) {
                        line.ifPresent(closed);
                    } else {
                        draft.drop();
                    }
                });
    }

    void showClosed(Ink ink) {
        found.closed().ifPresentOrElse(outline -> draft.show(outline, ink), draft::clear);
    }

    List<Mark> marks() {
        MarkLook look = MarkLook.of(draft.rgb());
        MarkLook strong = look.with(MarkLook.Weight.STRONG);
        var marks = new ArrayList<Mark>();
        if (found.line().size() > 1) {
            marks.add(new Mark.Line(SliceTool.inPatient(plane(), found.line()), look));
        }
        if (ahead.size() > 1) {
            marks.add(new Mark.Line(SliceTool.inPatient(plane(), ahead), look.dashed()));
        }
        SliceTool.inPatient(plane(), found.anchors())
                .forEach(p -> marks.add(new Mark.Handle(p, strong)));
        return marks;
    }
}
