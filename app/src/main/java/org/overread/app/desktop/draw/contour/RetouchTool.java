// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Choice;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.brush.Brush;
import org.overread.segmentation.draw.brush.BrushLimit;
import org.overread.segmentation.draw.brush.Stroke;
import org.overread.segmentation.draw.brush.StrokeSample;
import org.overread.segmentation.draw.brush.StrokeStep;
import org.overread.segmentation.draw.retouch.Retouch;
import org.overread.segmentation.draw.retouch.Retouching;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.VolumeGeometry;

/// Smooths, grows or shrinks the chosen segment under a brush and nowhere else; Alt grows instead of shrinking and shrinks
/// instead of growing. FX thread.
public final class RetouchTool extends RoundTool {
    private static final double VOXELS = 1.6; // of the larger side on a slice: all eight neighbours

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SMOOTH);
    private final ObjectProperty<Brush.Shape> shape = new SimpleObjectProperty<>(Brush.Shape.BALL);
    private Optional<Stroking> stroking = Optional.empty();

    /// What becomes of voxels under the brush.
    public enum Kind {
        SMOOTH("Smooth", "Smooth locally on "),
        GROW("Grow", "Grow locally on "),
        SHRINK("Shrink", "Shrink locally on ");

        private final String title;
        private final String words;

        Kind(String title, String words) {
            this.title = title;
            this.words = words;
        }

        private Retouching by(double mm) {
            return switch (this) {
                case SMOOTH -> new Retouching.Smooth(mm);
                case GROW -> new Retouching.Grow(mm);
                case SHRINK -> new Retouching.Shrink(mm);
            };
        }

        private Kind opposite() {
            return switch (this) {
                case SMOOTH -> SMOOTH;
                case GROW -> SHRINK;
                case SHRINK -> GROW;
            };
        }
    }

    public RetouchTool(DrawDesk desk) {
        super(
                desk,
                ToolFace.of(
                                "retouch",
                                "Retouch",
                                "Drag over the edge; Alt turns grow and shrink; [ and ], or Alt"
                                        + " and the wheel, change the size",
                                RemixiconAL.BRUSH_2_LINE)
                        .withKey("Alt+R"));
        strip.add(Choice.besidePicture(kind, List.of(Kind.values()), k -> k.title));
        strip.add(
                Choice.besidePicture(
                        shape,
                        List.of(Brush.Shape.values()),
                        s -> s == Brush.Shape.DISC ? "Disc" : "Ball"));
    }

    /// What a stroke does where Alt is not held.
    public ObjectProperty<Kind> kind() {
        return kind;
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        cancel();
        tipAt(at);
        stroking = draftFor(at).map(draft -> new Stroking(draft, at));
        stroking.ifPresent(now -> now.to(at));
        return stroking.map(now -> now);
    }

    /// From the press to the release.
    private final class Stroking implements Drag {
        private final Draft draft;
        private final Kind deed;
        private final double mm;
        private final Stroke stroke;
        private final Retouch retouch; // on the lane
        private final Mask start;
        private Mask current; // on the lane
        private boolean givenUp;

        Stroking(Draft draft, ToolPoint at) {
            this.draft = draft;
            VolumeGeometry geometry = draft.volume().geometry();
            deed = at.holds(Held.ALT) ? kind.get().opposite() : kind.get();
            mm =
                    Math.min(
                            Retouching.LARGEST_MM,
                            VOXELS * Math.max(geometry.spacingI(), geometry.spacingJ()));
            stroke =
                    new Stroke(
                            geometry,
                            new Brush(radiusMm(), shape.get()),
                            draft.plane(),
                            new BrushLimit.None());
            start = draft.base();
            current = start;
            retouch = new Retouch(geometry, start, deed.by(mm));
        }

        @Override
        public void to(ToolPoint at) {
            if (givenUp) {
                return;
            }
            tipAt(at);
            if (stroke.to(StrokeSample.at(at.at())) instanceof StrokeStep.Drawn(Mask fresh)) {
                lane.run(
                        () -> {
                            current = retouch.after(current, fresh);
                            return current;
                        },
                        this::show);
            }
        }

        private void show(Mask mask) {
            if (!givenUp) {
                draft.show(
                        base ->
                                new Draft.Wanted(
                                        base.minus(start.minus(mask)).union(mask.minus(start)),
                                        Draft.Touch.SOMETHING));
            }
        }

        @Override
        public void end(ToolPoint at) {
            if (!givenUp) {
                stroking = Optional.empty();
                endDraft();
                lane.run(() -> current, this::finish);
            }
        }

        private void finish(Mask mask) {
            if (mask.equals(start)) {
                draft.drop();
                strip.hint(
                        Optional.of("No voxel under the brush had to change; nothing was changed"));
                return;
            }
            show(mask);
            draft.keep(
                    new EditOrigin(
                            deed.words + draft.name(),
                            "retouch",
                            Map.of(
                                    "kind",
                                    deed.name(),
                                    "mm",
                                    String.format(Locale.ROOT, "%.2f", mm),
                                    "radiusMm",
                                    String.format(Locale.ROOT, "%.1f", radiusMm())),
                            OptionalLong.empty()));
        }

        @Override
        public void cancel() {
            RetouchTool.this.cancel();
        }
    }

    @Override
    public boolean cancel() {
        stroking.ifPresent(now -> now.givenUp = true);
        stroking = Optional.empty();
        return super.cancel();
    }
}
