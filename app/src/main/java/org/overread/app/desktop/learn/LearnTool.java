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
import org.overread.app.desktop.draw.SeedStroke;
import org.overread.app.desktop.draw.Traces;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
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
    private Optional<SeedStroke> stroke = Optional.empty();
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
        return model.workOn(at.volume()) ? begun(drawing(at)) : Optional.empty();
    }

    private Optional<Drag> begun(SeedStroke now) {
        stroke = Optional.of(now);
        return Optional.of(now);
    }

    private SeedStroke drawing(ToolPoint at) {
        boolean outside = at.holds(Held.SHORTCUT);
        return new SeedStroke(
                at,
                STROKE_PIXELS,
                traces,
                outside ? OUTSIDE_RGB : INSIDE_RGB,
                drawn -> {
                    if (drawn.isEmpty()) {
                        model.outside();
                    } else {
                        model.add(outside ? LearnModel.OUTSIDE : LearnModel.INSIDE, drawn);
                    }
                },
                this::redraw);
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
        stroke.ifPresent(SeedStroke::cancel);
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
