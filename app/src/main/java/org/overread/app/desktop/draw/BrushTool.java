// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.Preview;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.draw.Ink;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.brush.Stroke;
import org.overread.segmentation.draw.brush.StrokeSample;
import org.overread.segmentation.draw.brush.StrokeStep;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.Volume;

/// Paints voxels into the chosen segment, takes them out, or marks those that the reader doubts: a disc on the plane or a
/// ball, in millimetres. With Ctrl held it does the opposite. FX thread.
public final class BrushTool implements PaneTool {
    private static final int NO_SEGMENT = 0xE6E9ED;
    private static final double KEY_STEPS = 1;

    private final DrawDesk desk;
    private final BrushSettings settings;
    private final Use use;
    private final BrushCursor cursor;
    private final DrawStrip strip;
    private final BrushOptions options;
    private Optional<Painting> painting = Optional.empty();
    private int rgb = NO_SEGMENT;

    /// What a brush is for.
    public enum Use {
        DRAW(
                "brush",
                "Brush",
                "B",
                "Drag to draw; Ctrl erases; [ and ], or Alt and the wheel, change the size"),
        ERASE(
                "eraser",
                "Eraser",
                "Shift+E",
                "Drag to erase; Ctrl draws; [ and ], or Alt and the wheel, change the size"),
        DOUBT(
                "doubt",
                "Doubt brush",
                "U",
                "Drag over voxels of the segment that you doubt; Ctrl takes doubt away");

        private final String id;
        private final String title;
        private final String key;
        private final String hint;

        Use(String id, String title, String key, String hint) {
            this.id = id;
            this.title = title;
            this.key = key;
            this.hint = hint;
        }

        private ToolFace face() {
            return ToolFace.of(
                            id,
                            title,
                            hint,
                            switch (this) {
                                case DRAW -> RemixiconAL.BRUSH_LINE;
                                case ERASE -> RemixiconAL.ERASER_LINE;
                                case DOUBT -> RemixiconMZ.QUESTION_LINE;
                            })
                    .withKey(key);
        }
    }

    public BrushTool(DrawDesk desk, BrushSettings settings, Use use) {
        this.desk = desk;
        this.settings = settings;
        this.use = use;
        cursor = new BrushCursor(settings);
        strip = new DrawStrip(desk, use.hint);
        options = new BrushOptions(settings);
        options.nodes().forEach(strip::add);
    }

    @Override
    public ToolFace face() {
        return use.face();
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        cursor.at(at);
        Optional<Painting> begun =
                desk.begin(at).map(sketch -> new Painting(sketch, at.volume(), ink(at), frame(at)));
        painting = begun;
        begun.ifPresent(now -> now.to(at));
        return begun.map(now -> now);
    }

    private Ink ink(ToolPoint at) {
        boolean erases = (use == Use.ERASE) != at.holds(Held.SHORTCUT);
        return erases ? Ink.ERASE : Ink.ADD;
    }

    private static PlaneFrame frame(ToolPoint at) {
        SlicePlane plane = at.plane();
        return new PlaneFrame(plane.center(), plane.right(), plane.down());
    }

    /// From the press to the release.
    private final class Painting implements Drag {
        private final Sketch sketch;
        private final Volume volume;
        private final Ink ink;
        private final Stroke stroke;
        private Segments from;
        private Mask before;
        private Mask wanted;
        private boolean over;

        Painting(Sketch sketch, Volume volume, Ink ink, PlaneFrame plane) {
            this.sketch = sketch;
            this.volume = volume;
            this.ink = ink;
            stroke =
                    new Stroke(
                            volume.geometry(),
                            settings.brush(),
                            plane,
                            settings.limit(volume.voxels()));
            from = sketch.labels().segments().get();
            before = base();
            wanted = before;
        }

        private Mask base() {
            return target().map(Segment::mask).orElse(Mask.empty(volume.geometry().size()));
        }

        /// An undo while the hand is down: what was drawn lies on what there is now, and not on what there was.
        private void follow() {
            Segments now = sketch.labels().segments().get();
            if (!now.equals(from)) {
                from = now;
                before = base();
                wanted = ink.on(before, stroke.drawn());
            }
        }

        /// The segment whose voxels change: the label's own, or its doubts.
        private Optional<Segment> target() {
            return use == Use.DOUBT
                    ? Doubts.of(sketch.labels().segments().get(), sketch.segment().id())
                    : sketch.labels().segments().get().find(sketch.segment().id());
        }

        @Override
        public void to(ToolPoint at) {
            if (over) {
                return;
            }
            if (!at.volume().id().equals(volume.id())) {
                cancel(); // another series came under the hand
                return;
            }
            cursor.at(at);
            switch (stroke.to(StrokeSample.at(at.at()))) {
                case StrokeStep.Drawn(Mask fresh) -> show(fresh);
                case StrokeStep.NothingNew _ -> strip.hint(Optional.empty());
                case StrokeStep.Outside _ ->
                        strip.hint(Optional.of("Outside the volume: nothing is drawn there"));
                case StrokeStep.Refused(var reason) -> strip.hint(Optional.of(reason.describe()));
            }
        }

        private void show(Mask fresh) {
            follow();
            wanted = ink.on(wanted, fresh);
            Optional<DrawOutcome> refused =
                    use == Use.DOUBT ? showDoubts() : sketch.show(wanted, Preview.Look.LIVE);
            strip.hint(refused.map(DrawOutcome::sentence).filter(words -> !words.isEmpty()));
            strip.count(
                    volume,
                    before,
                    sketch.labels()
                            .preview()
                            .get()
                            .flatMap(p -> target().flatMap(s -> p.after().find(s.id())))
                            .map(Segment::mask)
                            .orElse(wanted));
        }

        private Optional<DrawOutcome> showDoubts() {
            LabelModel labels = sketch.labels();
            Segment label =
                    labels.segments().get().find(sketch.segment().id()).orElse(sketch.segment());
            wanted = wanted.intersection(label.mask());
            labels.show(
                    Doubts.with(labels.segments().get(), label, wanted, labels.freeId()),
                    Set.<SegmentId>of(),
                    Preview.Look.LIVE);
            return Optional.empty();
        }

        @Override
        public void end(ToolPoint at) {
            if (over) {
                return;
            }
            over = true;
            painting = Optional.empty();
            strip.hint(Optional.empty());
            if (stroke.drawn().isEmpty()) {
                sketch.drop();
                desk.say(new DrawOutcome.OffVolume());
                return;
            }
            follow();
            if (sketch.labels().preview().get().isEmpty() && use == Use.DOUBT) {
                showDoubts();
            }
            if (sketch.labels().preview().get().isEmpty()) {
                // the rules left nothing, or the values did; say which
                desk.say(sketch.labels().draw(sketch.segment().id(), wanted, origin()));
            } else {
                desk.say(sketch.keep(origin()));
            }
        }

        @Override
        public void cancel() {
            over = true;
            painting = Optional.empty();
            strip.hint(Optional.empty());
            strip.clear();
            sketch.drop();
        }

        private EditOrigin origin() {
            String name = sketch.segment().traits().name();
            String words =
                    switch (use) {
                        case DRAW, ERASE ->
                                ink == Ink.ADD ? "Brush on " + name : "Eraser on " + name;
                        case DOUBT -> ink == Ink.ADD ? "Doubt in " + name : "Less doubt in " + name;
                    };
            Map<String, String> parameters = settings.words();
            parameters.put("ink", ink.name());
            return new EditOrigin(words, use.id, parameters, OptionalLong.empty());
        }
    }

    @Override
    public void hover(ToolPoint at) {
        rgb =
                desk.labels()
                        .of(at.volume())
                        .flatMap(LabelModel::target)
                        .map(segment -> rgb(segment.traits().color()))
                        .orElse(NO_SEGMENT);
        cursor.at(at);
    }

    private static int rgb(LabelColor color) {
        return color.red() << 16 | color.green() << 8 | color.blue();
    }

    @Override
    public void leave() {
        if (painting.isEmpty()) {
            cursor.gone();
        }
    }

    @Override
    public boolean wheel(ToolPoint at, double notches) {
        settings.grow(notches);
        cursor.at(at);
        return true;
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (!held.isEmpty()) {
            return false;
        }
        switch (code) {
            case OPEN_BRACKET -> settings.grow(-KEY_STEPS);
            case CLOSE_BRACKET -> settings.grow(KEY_STEPS);
            case BACK_SLASH -> settings.turnShape();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean cancel() {
        Optional<Painting> now = painting;
        now.ifPresent(Painting::cancel);
        return now.isPresent();
    }

    @Override
    public void rest() {
        cancel();
        cursor.gone();
    }

    @Override
    public List<Node> options() {
        return strip.nodes();
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        return cursor.marks(
                shown, rgb, use == Use.DRAW ? MarkLook.Stroke.SOLID : MarkLook.Stroke.DASHED);
    }

    @Override
    public ObservableValue<?> changed() {
        return cursor.changes();
    }
}
