// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.draw.DrawStrip;
import org.overread.app.desktop.draw.Sketch;
import org.overread.app.desktop.label.Preview;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.draw.Ink;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.ContourScan;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.Volume;

/// What a tool is drawing on one plane on the chosen segment: shown in all panes as it would be, and a step once it is
/// kept. Masks are made off the FX thread from the segment as it is at that moment, so that an undo in between counts.
/// FX thread.
final class Draft {
    private static final double PARALLEL = 1e-6;

    private final DrawDesk desk;
    private final DrawStrip strip;
    private final Lane lane;
    private final Sketch sketch;
    private final Volume volume;
    private final SlicePlane screen;
    private final PlaneFrame plane;
    private Shape shape = base -> new Wanted(base, Touch.SOMETHING);
    private Optional<Made> made = Optional.empty();
    private Preview.Look look = Preview.Look.LIVE;
    private Optional<String> advice = Optional.empty();
    private boolean over;

    /// Makes the voxels that a segment is to have from those that it has. Any thread.
    interface Shape {
        Wanted on(Mask base);
    }

    /// Whether anything of the volume was meant.
    enum Touch {
        SOMETHING,
        OFF_VOLUME
    }

    record Wanted(Mask mask, Touch touch) {}

    private record Made(Mask base, Shape shape, Wanted wanted) {}

    private Draft(DrawDesk desk, DrawStrip strip, Lane lane, Sketch sketch, ToolPoint at) {
        this.desk = desk;
        this.strip = strip;
        this.lane = lane;
        this.sketch = sketch;
        volume = at.volume();
        screen = at.plane();
        plane = frame(screen);
    }

    /// Begins on the chosen segment; empty where that cannot be, and the person has been told why.
    static Optional<Draft> begin(DrawDesk desk, DrawStrip strip, Lane lane, ToolPoint at) {
        return desk.begin(at).map(sketch -> new Draft(desk, strip, lane, sketch, at));
    }

    static PlaneFrame frame(SlicePlane plane) {
        return new PlaneFrame(plane.center(), plane.right(), plane.down());
    }

    PlaneFrame plane() {
        return plane;
    }

    Volume volume() {
        return volume;
    }

    String name() {
        return sketch.segment().traits().name();
    }

    int rgb() {
        return rgb(sketch.segment());
    }

    static int rgb(Segment segment) {
        LabelColor color = segment.traits().color();
        return color.red() << 16 | color.green() << 8 | color.blue();
    }

    /// The segment's voxels as they are.
    Mask base() {
        return sketch.labels()
                .segments()
                .get()
                .find(sketch.segment().id())
                .map(Segment::mask)
                .orElse(Mask.empty(volume.geometry().size()));
    }

    PlanePoint on(ToolPoint at) {
        return plane.toPlane(at.at());
    }

    /// Whether a pane shows the slice that is drawn on.
    boolean isOn(PaneState shown) {
        return isOn(shown, volume, screen);
    }

    static boolean isOn(PaneState shown, Volume volume, SlicePlane plane) {
        if (!shown.volume().frame().equals(volume.frame())) {
            return false;
        }
        SlicePlane other = shown.plane();
        boolean parallel = 1 - Math.abs(other.normal().dot(plane.normal())) < PARALLEL;
        double off = other.center().from(plane.center()).dot(plane.normal());
        return parallel && Math.abs(off) < 0.5 * sliceMm(shown);
    }

    private static double sliceMm(PaneState shown) {
        var slices = shown.slices();
        double here = slices.indexAt(shown.plane().center());
        return Math.max(1e-3, Math.abs(slices.offsetAt(here + 0.5) - slices.offsetAt(here - 0.5)));
    }

    boolean isOf(Volume other) {
        return volume.id().equals(other.id());
    }

    /// Hatched from now on: nobody has looked at it yet. The strip says what can be done.
    void propose(String whatToDo) {
        look = Preview.Look.PROPOSED;
        advice = Optional.of(whatToDo);
    }

    boolean isProposed() {
        return look == Preview.Look.PROPOSED;
    }

    /// Shows what an outline adds or takes.
    void show(Contour contour, Ink ink) {
        show(List.of(contour), ink);
    }

    /// Shows what outlines on the plane add or take.
    void show(List<Contour> contours, Ink ink) {
        show(
                base -> {
                    Mask drawn = ContourScan.of(volume.geometry(), contours);
                    return new Wanted(
                            ink.on(base, drawn),
                            drawn.isEmpty() ? Touch.OFF_VOLUME : Touch.SOMETHING);
                });
    }

    /// Shows the segment with some outlines of it changed; voxels that both have stay as they are.
    void show(List<Contour> before, List<Contour> after) {
        show(
                base -> {
                    Mask was = ContourScan.of(volume.geometry(), before);
                    Mask is = ContourScan.of(volume.geometry(), after);
                    return new Wanted(
                            base.minus(was.minus(is)).union(is.minus(was)), Touch.SOMETHING);
                });
    }

    /// Shows what it would be; the newest wish counts.
    void show(Shape wish) {
        shape = wish;
        Mask base = base();
        lane.newest(() -> new Made(base, wish, wish.on(base)), this::shown);
    }

    private void shown(Made now) {
        if (over) {
            return;
        }
        made = Optional.of(now);
        Optional<DrawOutcome> refused = sketch.show(now.wanted().mask(), look);
        strip.hint(
                refused.map(DrawOutcome::sentence)
                        .filter(words -> !words.isEmpty())
                        .or(() -> advice));
        Mask after =
                sketch.labels()
                        .preview()
                        .get()
                        .flatMap(p -> p.after().find(sketch.segment().id()))
                        .map(Segment::mask)
                        .orElse(now.base());
        strip.count(volume, now.base(), after);
    }

    /// Nothing is shown, and the tool draws on.
    void clear() {
        lane.forget();
        shape = base -> new Wanted(base, Touch.SOMETHING);
        made = Optional.empty();
        sketch.drop();
        strip.clear();
    }

    /// Makes a step of what was last wished for.
    void keep(EditOrigin origin) {
        over = true;
        lane.forget();
        Mask base = base();
        Shape wish = shape;
        if (made.isPresent() && made.get().base().equals(base) && made.get().shape().equals(wish)) {
            kept(made.get(), origin);
        } else {
            lane.run(
                    () -> new Made(base, wish, wish.on(base)),
                    now -> {
                        if (base().equals(now.base())) {
                            kept(now, origin);
                        } else {
                            keep(origin); // something came in between
                        }
                    });
        }
    }

    private void kept(Made now, EditOrigin origin) {
        strip.hint(Optional.empty());
        sketch.drop();
        if (now.wanted().touch() == Touch.OFF_VOLUME) {
            desk.say(new DrawOutcome.OffVolume());
        } else {
            desk.say(sketch.labels().draw(sketch.segment().id(), now.wanted().mask(), origin));
        }
    }

    /// Gives it up.
    void drop() {
        over = true;
        lane.forget();
        sketch.drop();
        strip.clear();
        strip.hint(Optional.empty());
    }
}
