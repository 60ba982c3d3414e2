// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Choice;
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
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.Simplify;
import org.overread.segmentation.edit.EditOrigin;

/// An outline from point to point, by the way of the hand, or as a smooth curve; what it encloses is added to the chosen
/// segment or, with Alt, cut from it. Points stay in reach until Enter. FX thread.
public final class ContourTool extends SliceTool {
    private static final List<Mode> MODES = List.of(Mode.values());

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.POLYGON);
    private final PointLine line = new PointLine();
    private Optional<PlanePoint> pointer = Optional.empty();
    private double pixelMm = 1;
    private final ObjectProperty<Ink> usual = new SimpleObjectProperty<>(Ink.ADD);
    private Ink ink = Ink.ADD;

    /// How the outline comes about.
    public enum Mode {
        POLYGON("Polygon"),
        FREEHAND("Freehand"),
        SPLINE("Spline");

        private final String title;

        Mode(String title) {
            this.title = title;
        }
    }

    public ContourTool(DrawDesk desk) {
        super(
                desk,
                ToolFace.of(
                                "contour",
                                "Contour",
                                "Click points, or drag; a press on the line sets one there, Delete takes"
                                        + " the one under the hand; Enter or a double click keeps it",
                                RemixiconMZ.SHAPE_LINE)
                        .withKey("Alt+C"));
        strip.add(Choice.besidePicture(mode, MODES, m -> m.title));
        strip.add(InkChoice.of(usual));
        usual.subscribe(
                now -> {
                    if (draft().isPresent()) {
                        ink = now;
                        show();
                    }
                });
        mode.subscribe(_ -> restyle());
    }

    /// Polygon, freehand or spline.
    public ObjectProperty<Mode> mode() {
        return mode;
    }

    /// Points that are there already become corners of a polygon or handles of a curve.
    private void restyle() {
        if (draft().isPresent()) {
            line.mode(mode.get());
            show();
        }
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        if (at.clicks() == 2 && accept()) {
            return Optional.empty();
        }
        OptionalInt handle = handleAt(at);
        if (handle.isEmpty() && line.mode() == Mode.FREEHAND) {
            accept(); // the next one begins
        }
        boolean first = draft().isEmpty();
        return draftFor(at)
                .map(
                        draft ->
                                handle.isPresent()
                                        ? new Moving(draft, handle.getAsInt(), Begun.ON_A_POINT)
                                        : begin(draft, at, first));
    }

    private Drag begin(Draft draft, ToolPoint at, boolean first) {
        if (first) {
            line.begin(mode.get());
            ink = InkChoice.held(usual.get(), at);
        }
        if (mode.get() == Mode.FREEHAND) {
            return new Running(draft, at);
        }
        int point = line.add(draft.on(at));
        show();
        return new Moving(draft, point, Begun.WITH_A_NEW_POINT);
    }

    /// The point under the hand, or a new one where it presses on the line.
    private OptionalInt handleAt(ToolPoint at) {
        Optional<Draft> now = draft().filter(draft -> draft.isOn(at.shown()));
        if (now.isEmpty()) {
            return OptionalInt.empty();
        }
        Draft draft = now.get();
        OptionalInt point = line.under(at, draft.plane());
        if (point.isPresent()) {
            return point;
        }
        OptionalInt fresh = line.insert(draft.on(at), draft.plane(), at.pixelMm());
        if (fresh.isPresent()) {
            show();
        }
        return fresh;
    }

    /// Takes the point under the hand out of the line; whether there was one that the line can do without.
    private boolean remove() {
        boolean removed =
                draft().isPresent()
                        && pointer.filter(hand -> line.remove(hand, pixelMm)).isPresent();
        if (removed) {
            show();
        }
        return removed;
    }

    private enum Begun {
        ON_A_POINT,
        WITH_A_NEW_POINT
    }

    /// A point in the hand; a click on the first one closes the outline.
    private final class Moving implements Drag {
        private final Draft draft;
        private final int handle;
        private final Begun begun;
        private final PlanePoint start;
        private boolean moved;

        Moving(Draft draft, int handle, Begun begun) {
            this.draft = draft;
            this.handle = handle;
            this.begun = begun;
            start = line.get(handle);
            pointer = Optional.empty();
        }

        private boolean isOver() {
            return draft().filter(draft::equals).isEmpty() || handle >= line.size();
        }

        @Override
        public void to(ToolPoint at) {
            if (!isOver()) {
                moved |= at.pixelsTo(draft.plane().toPatient(start)) > PointLine.REACH_PIXELS / 2;
                if (moved) {
                    line.set(handle, draft.on(at));
                    show();
                }
            }
        }

        @Override
        public void end(ToolPoint at) {
            boolean closes = begun == Begun.ON_A_POINT && !moved && handle == 0;
            if (!isOver() && closes && line.size() > 2 && line.mode() != Mode.FREEHAND) {
                accept();
            }
        }

        @Override
        public void cancel() {
            if (isOver()) {
                return;
            }
            if (begun == Begun.WITH_A_NEW_POINT) {
                takeBack();
            } else {
                line.set(handle, start);
                show();
            }
        }
    }

    /// The way of the hand; when it lets go, points are left that can be moved.
    private final class Running implements Drag {
        private final Draft draft;

        Running(Draft draft, ToolPoint at) {
            this.draft = draft;
            to(at);
        }

        private boolean isOver() {
            return draft().filter(draft::equals).isEmpty();
        }

        @Override
        public void to(ToolPoint at) {
            if (!isOver()) {
                line.add(draft.on(at));
                show();
            }
        }

        @Override
        public void end(ToolPoint at) {
            if (isOver()) {
                return;
            }
            switch (line.close(draft.plane())) {
                case Contour.Closing.Closed(Contour contour) -> {
                    line.replace(Simplify.closed(contour, at.pixelMm() / 2).points());
                    show();
                }
                case Contour.Closing.Refused(var why) -> {
                    ContourTool.this.cancel();
                    strip.hint(Optional.of(why.describe()));
                }
            }
        }

        @Override
        public void cancel() {
            if (!isOver()) {
                ContourTool.this.cancel();
            }
        }
    }

    /// Begins with outlines of another slice, hatched until they are kept: those of the longest can be moved. `at` is in
    /// the pane that shows the slice; false where the segment cannot be drawn on, and the person has been told why.
    boolean propose(ToolPoint at, List<Contour> outlines) {
        accept();
        cancel();
        Optional<Draft> begun = draftFor(at);
        if (begun.isEmpty()) {
            return false;
        }
        Draft draft = begun.get();
        Contour longest = Collections.max(outlines, comparingDouble(Contour::lengthMm));
        var rest = new ArrayList<>(outlines);
        rest.remove(longest);
        draft.propose("A proposal: move its points; Enter keeps it, Esc drops it");
        ink = Ink.ADD;
        line.begin(
                onto(draft.plane(), longest),
                rest.stream().map(c -> onto(draft.plane(), c)).toList());
        show();
        return true;
    }

    /// Along the normal; panes may have been moved in between.
    private static Contour onto(PlaneFrame plane, Contour of) {
        return new Contour(
                plane,
                of.points().stream().map(p -> plane.toPlane(of.plane().toPatient(p))).toList());
    }

    private void show() {
        draft().ifPresent(
                        draft ->
                                line.outlines(draft.plane())
                                        .ifPresentOrElse(
                                                all -> draft.show(all, ink), draft::clear));
        redraw();
    }

    private boolean takeBack() {
        if (draft().isEmpty()) {
            return false;
        }
        if (line.mode() == Mode.FREEHAND || line.size() < 2) {
            return cancel();
        }
        line.removeLast();
        show();
        return true;
    }

    @Override
    public void hover(ToolPoint at) {
        pointer = draft().filter(draft -> draft.isOn(at.shown())).map(draft -> draft.on(at));
        pixelMm = at.pixelMm();
        redraw();
    }

    @Override
    public void leave() {
        pointer = Optional.empty();
        redraw();
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (!held.isEmpty()) {
            return false;
        }
        return switch (code) {
            case BACK_SPACE -> takeBack();
            case DELETE -> remove();
            case BACK_SLASH -> {
                Choice.turn(mode, MODES);
                yield true;
            }
            default -> false;
        };
    }

    @Override
    public boolean accept() {
        if (draft().isEmpty()) {
            return false;
        }
        Draft draft = draft().get();
        if (line.close(draft.plane()) instanceof Contour.Closing.Refused(var why)) {
            strip.hint(Optional.of(why.describe()));
            return true;
        }
        endDraft();
        draft.keep(
                new EditOrigin(
                        (draft.isProposed() ? "Outline copied" : line.mode().title)
                                + (ink == Ink.ADD ? " on " : " cut from ")
                                + draft.name(),
                        "contour",
                        Map.of(
                                "mode", line.mode().name(),
                                "ink", ink.name(),
                                "points", Integer.toString(line.size())),
                        OptionalLong.empty()));
        line.clear();
        return true;
    }

    @Override
    public boolean cancel() {
        line.clear();
        pointer = Optional.empty();
        return super.cancel();
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        return draft().filter(draft -> draft.isOn(shown))
                .map(draft -> line.marks(shown, draft, pointer))
                .orElse(List.of());
    }
}
