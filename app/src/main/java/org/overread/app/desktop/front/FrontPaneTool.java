// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// Bubbles by clicks; Space lets the front run and holds it, Enter keeps it, Backspace takes the last bubble back, Esc
/// gives all up. FX thread.
public final class FrontPaneTool implements PaneTool {
    private static final int BUBBLE_RGB = 0x43B581;
    private static final int SIDES = 48;
    private static final double STEP = 1.15;
    private static final double LEAST_MM = 0.5;
    private static final double MOST_MM = 100;

    private final FrontModel model;
    private final FrontStrip strip;
    private final Supplier<Optional<Volume>> shown;
    private final DoubleProperty radiusMm = new SimpleDoubleProperty(8);
    private final SimpleLongProperty redrawn = new SimpleLongProperty();
    private Optional<Hand> hand = Optional.empty();

    private record Hand(PatientPoint at, FrameOfReference frame) {}

    /// `shown` is the volume that a person looks at when they take the tool.
    public FrontPaneTool(FrontModel model, Supplier<Optional<Volume>> shown) {
        this.model = model;
        this.shown = shown;
        strip = new FrontStrip(model, radiusMm);
        model.state().subscribe(_ -> redraw());
        radiusMm.subscribe(_ -> redraw());
    }

    /// What it works with.
    public FrontModel model() {
        return model;
    }

    /// Of the next bubble, in millimetres of the patient.
    public DoubleProperty radiusMm() {
        return radiusMm;
    }

    @Override
    public ToolFace face() {
        return ToolFace.of(
                        "front",
                        "Running front",
                        "Click to put a bubble; Space lets it run",
                        RemixiconAL.BUBBLE_CHART_LINE)
                .withGroup("Grow")
                .withKey("Shift+J");
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        hover(at);
        if (!model.workOn(at.volume())) {
            return Optional.empty();
        }
        model.put(new Bubble(at.at(), radiusMm.get()));
        return Optional.of(new Click());
    }

    /// All is done when the button goes down.
    private static final class Click implements Drag {
        @Override
        public void to(ToolPoint at) {}

        @Override
        public void cancel() {} // Esc and Backspace take bubbles back
    }

    @Override
    public void hover(ToolPoint at) {
        hand = Optional.of(new Hand(at.at(), at.volume().frame()));
        redraw();
    }

    @Override
    public void leave() {
        hand = Optional.empty();
        redraw();
    }

    @Override
    public boolean wheel(ToolPoint at, double notches) {
        grow(notches);
        hover(at);
        return true;
    }

    private void grow(double steps) {
        double next = radiusMm.get() * Math.pow(STEP, steps);
        double grain = next < 5 ? 0.1 : 0.5;
        radiusMm.set(Math.clamp(Math.rint(next / grain) * grain, LEAST_MM, MOST_MM));
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (!held.isEmpty()) {
            return false;
        }
        switch (code) {
            case OPEN_BRACKET -> grow(-1);
            case CLOSE_BRACKET -> grow(1);
            case SPACE -> {
                return model.turn();
            }
            case BACK_SPACE -> {
                return model.takeBack();
            }
            default -> {
                return false;
            }
        }
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
        model.giveUp();
        leave();
    }

    @Override
    public List<Node> options() {
        shown.get().ifPresent(model::workOn);
        return strip.nodes();
    }

    @Override
    public List<Mark> marks(PaneState at) {
        var marks = new ArrayList<Mark>();
        var look = MarkLook.of(BUBBLE_RGB);
        for (Bubble bubble : model.bubbles()) {
            circle(bubble, at.plane(), look).ifPresent(marks::add);
        }
        hand.filter(now -> now.frame().equals(at.volume().frame()))
                .flatMap(
                        now ->
                                circle(
                                        new Bubble(now.at(), radiusMm.get()),
                                        at.plane(),
                                        look.dashed()))
                .ifPresent(marks::add);
        return marks;
    }

    /// Where a plane cuts a bubble.
    private static Optional<Mark> circle(Bubble bubble, SlicePlane plane, MarkLook look) {
        double off = bubble.at().from(plane.center()).dot(plane.normal());
        double across = bubble.radiusMm() * bubble.radiusMm() - off * off;
        if (across <= 0) {
            return Optional.empty();
        }
        double r = Math.sqrt(across);
        var points = new ArrayList<PatientPoint>();
        for (int n = 0; n < SIDES; n++) {
            double angle = 2 * Math.PI * n / SIDES;
            points.add(
                    bubble.at()
                            .plus(plane.right().times(r * Math.cos(angle)))
                            .plus(plane.down().times(r * Math.sin(angle))));
        }
        return Optional.of(new Mark.Polygon(points, look));
    }

    private void redraw() {
        redrawn.set(redrawn.get() + 1);
    }

    @Override
    public ObservableValue<?> changed() {
        return redrawn;
    }
}
