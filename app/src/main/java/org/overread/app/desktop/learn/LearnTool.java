// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.draw.Traces;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.brush.Brush;
import org.overread.segmentation.draw.brush.BrushLimit;
import org.overread.segmentation.draw.brush.Stroke;
import org.overread.segmentation.draw.brush.StrokeSample;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.Volume;

/// Strokes inside and, with Ctrl, outside; Backspace takes the last one back, Enter segments, Esc gives up. FX thread.
public final class LearnTool implements PaneTool {
    private static final int INSIDE_RGB = 0x43B581;
    private static final int OUTSIDE_RGB = 0xE5534B;
    private static final double STROKE_PIXELS = 3;

    private final LearnModel model;
    private final LearnStrip strip;
    private final Supplier<Optional<Volume>> shown;
    private final Traces traces = new Traces();
    private final SimpleLongProperty redrawn = new SimpleLongProperty();
    private boolean active;

    /// `shown` is the volume that a person looks at when they take the tool; `moved` changes when panes show another
    /// place.
    public LearnTool(LearnModel model, Supplier<Optional<Volume>> shown, ObservableValue<?> moved) {
        this.model = model;
        this.shown = shown;
        strip = new LearnStrip(model);
        moved.subscribe(
                _ -> {
                    if (active) {
                        model.look();
                    }
                });
        model.state()
                .subscribe(
                        _ -> {
                            if (!model.hasScribbles()) {
                                traces.clear();
                            }
                            redraw();
                        });
    }

    /// What it works with.
    public LearnModel model() {
        return model;
    }

    @Override
    public ToolFace face() {
        return ToolFace.of(
                        "learn",
                        "Learn from scribbles",
                        "Draw inside; with Ctrl draw outside",
                        RemixiconMZ.MAGIC_LINE)
                .withGroup("Learn")
                .withKey("Shift+R");
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        return model.workOn(at.volume()) ? Optional.of(new Drawing(at)) : Optional.empty();
    }

    private final class Drawing implements Drag {
        private final int label;
        private final Stroke stroke;
        private final Traces.Trace trace;

        Drawing(ToolPoint at) {
            boolean outside = at.holds(Held.SHORTCUT);
            label = outside ? LearnModel.OUTSIDE : LearnModel.INSIDE;
            var plane = at.plane();
            stroke =
                    new Stroke(
                            at.volume().geometry(),
                            new Brush(
                                    Math.clamp(STROKE_PIXELS * at.pixelMm(), 0.01, 20),
                                    Brush.Shape.DISC),
                            new PlaneFrame(plane.center(), plane.right(), plane.down()),
                            new BrushLimit.None());
            trace = traces.begin(outside ? OUTSIDE_RGB : INSIDE_RGB);
            to(at);
        }

        @Override
        public void to(ToolPoint at) {
            trace.to(at.at());
            stroke.to(StrokeSample.at(at.at()));
            redraw();
        }

        @Override
        public void end(ToolPoint at) {
            Mask drawn = stroke.drawn();
            if (drawn.isEmpty()) {
                traces.remove(trace);
            } else {
                model.add(label, drawn);
            }
            redraw();
        }

        @Override
        public void cancel() {
            traces.remove(trace);
            redraw();
        }
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (code != KeyCode.BACK_SPACE || !model.takeBack()) {
            return false;
        }
        traces.removeLast();
        redraw();
        return true;
    }

    @Override
    public boolean accept() {
        return model.accept();
    }

    @Override
    public boolean cancel() {
        return model.giveUp();
    }

    @Override
    public void rest() {
        active = false;
        model.giveUp();
    }

    @Override
    public List<Node> options() {
        active = true;
        shown.get().ifPresent(model::workOn);
        return strip.nodes();
    }

    @Override
    public List<Mark> marks(PaneState at) {
        return traces.marks(at);
    }

    private void redraw() {
        redrawn.set(redrawn.get() + 1);
    }

    @Override
    public ObservableValue<?> changed() {
        return redrawn;
    }
}
