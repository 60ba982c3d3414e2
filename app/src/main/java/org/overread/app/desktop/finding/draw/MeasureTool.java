// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.finding.MeasureWords;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Puts points down for one kind of measure: by a drag, which gives two, or by clicks, which give one each. Esc gives up,
/// Backspace takes the last point back, Enter and a double click end a path. FX thread.
public final class MeasureTool implements PaneTool {
    /// Logical pixels that a hand moves while it means to click.
    private static final double STILL = 3;

    /// Logical pixels from the first corner at which a click closes an outline.
    private static final double NEAR_FIRST = 8;

    private final FindingsModel model;
    private final MeasureKind kind;
    private final ToolFace face;
    private final List<PatientPoint> placed = new ArrayList<>();
    private Optional<ToolPoint> last = Optional.empty();

    MeasureTool(FindingsModel model, MeasureKind kind) {
        this.model = model;
        this.kind = kind;
        face = face(kind);
    }

    /// One tool a kind.
    public static List<MeasureTool> all(FindingsModel model) {
        return List.of(
                        MeasureKind.LENGTH,
                        MeasureKind.POLYLINE,
                        MeasureKind.ANGLE,
                        MeasureKind.COBB,
                        MeasureKind.BIDIRECTIONAL,
                        MeasureKind.ELLIPSE,
                        MeasureKind.RECTANGLE,
                        MeasureKind.SPHERE,
                        MeasureKind.PROBE,
                        MeasureKind.LANDMARK,
                        MeasureKind.FLAT_BOX,
                        MeasureKind.POLYGON)
                .stream()
                .map(kind -> new MeasureTool(model, kind))
                .toList();
    }

    private static boolean isMarking(MeasureKind kind) {
        return switch (kind) {
            case LANDMARK, FLAT_BOX, SOLID_BOX, POLYGON -> true;
            case PROBE, LENGTH, POLYLINE, ANGLE, COBB, BIDIRECTIONAL, ELLIPSE, RECTANGLE, SPHERE ->
                    false;
        };
    }

    /// How a person knows the tool of a kind.
    static ToolFace face(MeasureKind kind) {
        return ToolFace.of(
                        "measure." + kind.name().toLowerCase(Locale.ROOT),
                        MeasureWords.name(kind),
                        hint(kind),
                        icon(kind))
                .withGroup(isMarking(kind) ? "Findings" : "Measure")
                .withKey(key(kind));
    }

    /// Paths and outlines take as many points as a hand gives them.
    private boolean isOpenEnded() {
        return kind == MeasureKind.POLYLINE || kind == MeasureKind.POLYGON;
    }

    private static String key(MeasureKind kind) {
        return switch (kind) {
            case LENGTH -> "D";
            case POLYLINE -> "Shift+D";
            case ANGLE -> "A";
            case COBB -> "Shift+A";
            case BIDIRECTIONAL -> "Shift+B";
            case ELLIPSE -> "E";
            case RECTANGLE -> "Q";
            case SPHERE -> "S";
            case PROBE -> "J";
            case LANDMARK -> "Alt+A";
            case FLAT_BOX -> "Alt+Q";
            case SOLID_BOX -> "Alt+B";
            case POLYGON -> "Alt+D";
        };
    }

    private static Ikon icon(MeasureKind kind) {
        return switch (kind) {
            case LENGTH -> RemixiconMZ.RULER_LINE;
            case POLYLINE -> RemixiconMZ.ROUTE_LINE;
            case ANGLE -> RemixiconAL.COMPASSES_2_LINE;
            case COBB -> RemixiconAL.GUIDE_LINE;
            case BIDIRECTIONAL -> RemixiconAL.ADD_LINE;
            case ELLIPSE -> RemixiconAL.CHECKBOX_BLANK_CIRCLE_LINE;
            case RECTANGLE -> RemixiconAL.CHECKBOX_BLANK_LINE;
            case SPHERE -> RemixiconAL.GLOBE_LINE;
            case PROBE -> RemixiconMZ.SIP_LINE;
            case LANDMARK -> RemixiconMZ.MAP_PIN_LINE;
            case FLAT_BOX -> RemixiconAL.CROP_LINE;
            case SOLID_BOX -> RemixiconMZ.SHAPE_2_LINE;
            case POLYGON -> RemixiconMZ.SHAPE_LINE;
        };
    }

    private static String hint(MeasureKind kind) {
        return switch (kind) {
            case LENGTH -> "Drag from end to end, or click both";
            case POLYLINE -> "Click point after point; double click or Enter ends it";
            case ANGLE -> "Drag the first side to the corner, then click the end of the other";
            case COBB -> "Drag along one end plate, then along the other";
            case BIDIRECTIONAL -> "Drag the long axis; then draw the short one with its handles";
            case ELLIPSE -> "Drag from corner to corner; the ends of its axes turn it";
            case RECTANGLE -> "Drag from corner to corner";
            case SPHERE -> "Drag from the centre outwards";
            case PROBE -> "Click for the value there";
            case LANDMARK -> "Drag from the point outwards, as far as you are unsure of it";
            case FLAT_BOX -> "Drag from corner to corner";
            case SOLID_BOX ->
                    "Drag from corner to corner, then drag the depth in another picture; Enter keeps it";
            case POLYGON ->
                    "Click corner after corner; double click, Enter or the first corner closes it";
        };
    }

    @Override
    public ToolFace face() {
        return face;
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        if (!model.takes(at.volume())) {
            return Optional.empty();
        }
        last.filter(before -> !model.takes(before.volume())).ifPresent(_ -> cancel());
        if (isElsewhere(at)) {
            return Optional.of(new Placing(at, false)); // a measure does not leave its volume
        }
        if (placed.isEmpty()) {
            model.choose(Optional.empty());
        } else if (kind == MeasureKind.POLYGON && !liesWithPlaced(at)) {
            return Optional.of(new Placing(at, false)); // an outline stays in its plane
        }
        boolean closes =
                kind == MeasureKind.POLYGON
                        && placed.size() > 2
                        && at.pixelsTo(placed.getFirst()) < NEAR_FIRST;
        boolean ends = isOpenEnded() && at.clicks() == 2 && placed.size() > 1;
        if (ends || closes) {
            finish(at);
            return Optional.of(new Placing(at, false));
        }
        placed.add(at.at());
        show(at);
        return Optional.of(new Placing(at, true));
    }

    private boolean liesWithPlaced(ToolPoint at) {
        PatientVector normal = at.plane().normal();
        return placed.stream()
                .allMatch(p -> Math.abs(p.from(at.at()).dot(normal)) < at.pixelMm() / 100);
    }

    /// Whether what is begun was begun on another volume.
    private boolean isElsewhere(ToolPoint at) {
        return !placed.isEmpty()
                && last.filter(before -> !before.volume().id().equals(at.volume().id()))
                        .isPresent();
    }

    /// From the press to the release.
    private final class Placing implements Drag {
        private final ToolPoint start;
        private final boolean mayPlace;

        Placing(ToolPoint start, boolean mayPlace) {
            this.start = start;
            this.mayPlace = mayPlace;
        }

        @Override
        public void to(ToolPoint at) {
            if (mayPlace) {
                show(at);
            }
        }

        @Override
        public void end(ToolPoint at) {
            if (!mayPlace || placed.isEmpty()) {
                return;
            }
            boolean moved = at.pixelsTo(start.at()) > STILL;
            if (moved && !Shaping.isComplete(kind, placed.size())) {
                placed.add(at.at());
            }
            if (Shaping.isComplete(kind, placed.size())) {
                finish(at);
            } else {
                show(at);
            }
        }

        @Override
        public void cancel() {
            MeasureTool.this.cancel();
        }
    }

    @Override
    public void hover(ToolPoint at) {
        if (!placed.isEmpty() && !isElsewhere(at)) {
            show(at);
        }
    }

    /// The measure as it would be if the hand let go here.
    private void show(ToolPoint at) {
        last = Optional.of(at);
        var points = new ArrayList<>(placed);
        if (!Shaping.isComplete(kind, points.size())) {
            points.add(at.at());
        }
        Shaping.measure(kind, points, at.plane())
                .ifPresentOrElse(
                        measure -> model.draw(Optional.empty(), measure, at.volume()),
                        model::dropDraft);
    }

    private void finish(ToolPoint at) {
        var points = List.copyOf(placed);
        Optional<Measure> drawn = Shaping.measure(kind, points, at.plane());
        if (kind == MeasureKind.POLYGON && !(drawn.orElse(null) instanceof Marking.Polygon)) {
            if (points.size() > 3) { // the halves of an eight take each other away
                model.tell(new FindingsModel.Trouble.Crossing());
            }
            return; // two corners enclose nothing; the hand goes on
        }
        if (drawn.orElse(null) instanceof Marking.Polygon polygon && !polygon.isSimple()) {
            model.tell(new FindingsModel.Trouble.Crossing());
            return; // the hand can take corners back
        }
        placed.clear();
        last = Optional.empty();
        Shaping.measure(kind, points, at.plane())
                .ifPresentOrElse(
                        measure -> {
                            model.draw(Optional.empty(), measure, at.volume());
                            model.keepDraft();
                        },
                        model::dropDraft);
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (code != KeyCode.BACK_SPACE || placed.isEmpty()) {
            return false;
        }
        placed.removeLast();
        if (placed.isEmpty()) {
            cancel();
        } else {
            last.ifPresent(this::show);
        }
        return true;
    }

    @Override
    public boolean accept() {
        if (!isOpenEnded() || placed.size() < 2) {
            return false;
        }
        last.ifPresent(this::finish);
        return true;
    }

    @Override
    public boolean cancel() {
        boolean had = !placed.isEmpty();
        placed.clear();
        last = Optional.empty();
        if (had) {
            model.dropDraft();
        }
        return had;
    }
}
