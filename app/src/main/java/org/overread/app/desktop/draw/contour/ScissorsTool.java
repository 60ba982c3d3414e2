// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.scissors.CutShape;
import org.overread.segmentation.draw.scissors.Scissors;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.viewer.volume.VolumeGeometry;

/// Cuts the chosen segment along an outline, a box or an ellipse that is dragged, in the slice or through the volume:
/// erases inside or outside, or fills inside. With Alt held, inside and outside change places. What it would be is shown
/// while the hand moves; the cut counts when it lets go. FX thread.
public final class ScissorsTool extends SliceTool {
    private static final List<Form> FORMS = List.of(Form.values());
    private static final List<Depth> DEPTHS = List.of(Depth.values());
    private static final List<Scissors.Cut> CUTS = List.of(Scissors.Cut.values());

    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.FREE);
    private final ObjectProperty<Depth> depth = new SimpleObjectProperty<>(Depth.SLICE);
    private final ObjectProperty<Scissors.Cut> cut =
            new SimpleObjectProperty<>(Scissors.Cut.ERASE_INSIDE);
    private Optional<Cutting> cutting = Optional.empty();

    /// What is dragged.
    public enum Form {
        FREE("Free"),
        BOX("Box"),
        ELLIPSE("Ellipse");

        private final String title;

        Form(String title) {
            this.title = title;
        }
    }

    /// How far it cuts.
    public enum Depth {
        SLICE("Slice"),
        THROUGH("Through");

        private final String title;

        Depth(String title) {
            this.title = title;
        }

        private Scissors.Reach reach() {
            return switch (this) {
                case SLICE -> new Scissors.Reach.Slice();
                case THROUGH -> new Scissors.Reach.Through();
            };
        }
    }

    public ScissorsTool(DrawDesk desk) {
        super(
                desk,
                ToolFace.of(
                                "scissors",
                                "Scissors",
                                "Drag around; Alt changes inside and outside; \\ changes the"
                                        + " form; Esc gives it up",
                                RemixiconMZ.SCISSORS_LINE)
                        .withKey("Alt+S"));
        strip.add(Choice.besidePicture(form, FORMS, f -> f.title));
        strip.add(Choice.besidePicture(depth, DEPTHS, d -> d.title));
        strip.add(Choice.besidePicture(cut, CUTS, ScissorsTool::title));
    }

    private static String title(Scissors.Cut cut) {
        return switch (cut) {
            case ERASE_INSIDE -> "Erase inside";
            case ERASE_OUTSIDE -> "Erase outside";
            case FILL_INSIDE -> "Fill inside";
        };
    }

    /// Free, a box or an ellipse.
    public ObjectProperty<Form> form() {
        return form;
    }

    public ObjectProperty<Depth> depth() {
        return depth;
    }

    /// What becomes of the segment where Alt is not held.
    public ObjectProperty<Scissors.Cut> cut() {
        return cut;
    }

    private Scissors.Cut cut(ToolPoint at) {
        if (!at.holds(Held.ALT)) {
            return cut.get();
        }
        return switch (cut.get()) {
            case ERASE_INSIDE -> Scissors.Cut.ERASE_OUTSIDE;
            case ERASE_OUTSIDE, FILL_INSIDE -> Scissors.Cut.ERASE_INSIDE;
        };
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        cancel();
        cutting = draftFor(at).map(draft -> new Cutting(draft, at));
        return cutting.map(now -> now);
    }

    /// From the press to the release.
    private final class Cutting implements Drag {
        private final Draft draft;
        private final Form shape = form.get();
        private final Scissors.Cut deed;
        private final Depth deep = depth.get();
        private final List<PlanePoint> way = new ArrayList<>();
        private Contour.Closing outline;

        Cutting(Draft draft, ToolPoint at) {
            this.draft = draft;
            deed = cut(at);
            way.add(draft.on(at));
            outline = closed();
        }

        private Contour.Closing closed() {
            return switch (shape) {
                case FREE -> Contour.close(draft.plane(), way);
                case BOX -> CutShape.box(draft.plane(), way.getFirst(), way.getLast());
                case ELLIPSE -> CutShape.ellipse(draft.plane(), way.getFirst(), way.getLast());
            };
        }

        private boolean isOver() {
            return cutting.filter(this::equals).isEmpty();
        }

        @Override
        public void to(ToolPoint at) {
            if (isOver()) {
                return;
            }
            way.add(draft.on(at));
            outline = closed();
            if (outline instanceof Contour.Closing.Closed(Contour contour)) {
                draft.show(wish(contour));
            } else {
                draft.clear();
            }
            redraw();
        }

        private Draft.Shape wish(Contour contour) {
            VolumeGeometry geometry = draft.volume().geometry();
            return base ->
                    new Draft.Wanted(
                            Scissors.cut(geometry, base, contour, deep.reach(), deed),
                            Draft.Touch.SOMETHING);
        }

        @Override
        public void end(ToolPoint at) {
            if (isOver()) {
                return;
            }
            cutting = Optional.empty();
            endDraft();
            switch (outline) {
                case Contour.Closing.Closed _ -> draft.keep(origin());
                case Contour.Closing.Refused _ -> {
                    draft.drop();
                    strip.hint(Optional.of("Drag around what is to be cut; a click cuts nothing"));
                }
            }
        }

        private EditOrigin origin() {
            String words =
                    switch (deed) {
                        case ERASE_INSIDE -> "Scissors on ";
                        case ERASE_OUTSIDE -> "Scissors around ";
                        case FILL_INSIDE -> "Scissors fill on ";
                    };
            return new EditOrigin(
                    words + draft.name(),
                    "scissors",
                    Map.of("form", shape.name(), "depth", deep.name(), "cut", deed.name()),
                    OptionalLong.empty());
        }

        @Override
        public void cancel() {
            if (!isOver()) {
                ScissorsTool.this.cancel();
            }
        }
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (code != KeyCode.BACK_SLASH || !held.isEmpty()) {
            return false;
        }
        Choice.turn(form, FORMS);
        return true;
    }

    @Override
    public boolean cancel() {
        cutting = Optional.empty();
        return super.cancel();
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        if (cutting.isEmpty() || !cutting.get().draft.isOn(shown)) {
            return List.of();
        }
        Cutting now = cutting.get();
        MarkLook look = MarkLook.of(now.draft.rgb()).dashed();
        return switch (now.outline) {
            case Contour.Closing.Closed(Contour contour) ->
                    List.of(new Mark.Polygon(inPatient(now.draft.plane(), contour.points()), look));
            case Contour.Closing.Refused _ -> List.of();
        };
    }
}
