// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.overread.app.desktop.draw.SeedStroke;
import org.overread.app.desktop.draw.Traces;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.brush.Stroke;
import org.overread.segmentation.draw.brush.StrokeSample;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Seed;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Seeds by the hand for one tool of the toolbox: clicks and strokes inside, with Ctrl outside, with Alt walls; or one
/// click, and up and down from there for the range. Enter takes what is shown, Esc drops it. FX thread.
public final class GrowTool implements PaneTool {
    private static final int OUTSIDE_RGB = 0xE6C44A;
    private static final int WALL_RGB = 0xE5534B;
    private static final double STROKE_PIXELS = 2;
    private static final double LEAST_PIXELS = 3;
    private static final double USUAL_WIDTH = 2.5;
    private static final double LEAST_WIDTH = 0.1;
    private static final double MOST_WIDTH = 20;

    /// So many pixels up double the range.
    private static final double PIXELS_TO_DOUBLE = 60;

    private final GrowModel model;
    private final ToolFace face;
    private final GrowStrip strip;
    private final Supplier<Optional<Volume>> shown;
    private final Traces traces = new Traces();
    private final SimpleLongProperty redrawn = new SimpleLongProperty();
    private Optional<SeedStroke> stroke = Optional.empty();

    /// `shown` is the volume that a person looks at when they take the tool.
    GrowTool(GrowModel model, ToolFace face, GrowStrip strip, Supplier<Optional<Volume>> shown) {
        this.model = model;
        this.shown = shown;
        this.face = face;
        this.strip = strip;
        model.state().subscribe(_ -> redraw());
        model.seeds()
                .subscribe(
                        seeds -> {
                            if (seeds.isEmpty()) {
                                traces.clear();
                            }
                        });
    }

    /// What it works with.
    public GrowModel model() {
        return model;
    }

    @Override
    public ToolFace face() {
        return face;
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        if (!model.workOn(at.volume()) || model.habit() == SeedHabit.NONE) {
            model.askFirst();
            return Optional.empty();
        }
        boolean strokes = model.habit() != SeedHabit.RANGE && model.habit() != SeedHabit.ACROSS;
        if (voxel(at.volume(), at.at()).isEmpty() && !strokes && !at.holds(Held.ALT)) {
            model.outside();
            return Optional.empty();
        }
        if (model.habit() == SeedHabit.RANGE && !at.holds(Held.ALT)) {
            return Optional.of(new Widening(at));
        }
        if (model.habit() == SeedHabit.ACROSS && at.held().isEmpty()) {
            return Optional.of(new Crossing(at));
        }
        return begun(drawing(at));
    }

    /// Up takes more values, down fewer, from what is usual around the place.
    private final class Widening implements Drag {
        private final ToolPoint start;

        Widening(ToolPoint start) {
            this.start = start;
            model.settings()
                    .setAll(Map.of("range", "around-seeds", "multiplier", "" + USUAL_WIDTH));
            Seed.Point seed = voxel(start.volume(), start.at()).orElseThrow();
            if (start.holds(Held.SHORTCUT)) {
                model.add(seed);
            } else {
                traces.clear();
                model.seedAlone(seed);
            }
            traces.begin(model.rgb()).to(start.at());
            redraw();
        }

        @Override
        public void to(ToolPoint at) {
            double up = start.pixel().y() - at.pixel().y();
            double width =
                    Math.clamp(
                            USUAL_WIDTH * Math.pow(2, up / PIXELS_TO_DOUBLE),
                            LEAST_WIDTH,
                            MOST_WIDTH);
            model.settings().set("multiplier", "" + Math.round(width * 100) / 100.0);
        }

        @Override
        public void cancel() {
            GrowTool.this.cancel();
        }
    }

    /// A straight line from edge to edge; what it crosses is shown while it is drawn.
    private final class Crossing implements Drag {
        private final ToolPoint start;
        private final Traces.Trace trace;

        Crossing(ToolPoint start) {
            this.start = start;
            traces.clear();
            trace = traces.begin(model.rgb());
            trace.line(start.at(), start.at());
        }

        @Override
        public void to(ToolPoint at) {
            if (at.pixelsTo(start.at()) < LEAST_PIXELS) {
                return;
            }
            trace.line(start.at(), at.at());
            model.seedAlone(new Seed.Stroke(1, voxels(at)));
            redraw();
        }

        private Mask voxels(ToolPoint at) {
            VolumeGeometry grid = start.volume().geometry();
            Stroke stroke =
                    SeedStroke.thin(start, 0.75 * Math.min(grid.spacingI(), grid.spacingJ()));
            stroke.to(StrokeSample.at(start.at()));
            stroke.to(StrokeSample.at(at.at()));
            return stroke.drawn();
        }

        @Override
        public void end(ToolPoint at) {
            if (at.pixelsTo(start.at()) < LEAST_PIXELS) {
                voxel(start.volume(), start.at()).ifPresent(model::seedAlone); // it says why not
            }
            redraw();
        }

        @Override
        public void cancel() {
            GrowTool.this.cancel();
        }
    }

    private Optional<Drag> begun(SeedStroke now) {
        stroke = Optional.of(now);
        return Optional.of(now);
    }

    /// A stroke of seeds or of a wall.
    private SeedStroke drawing(ToolPoint at) {
        boolean wall = at.holds(Held.ALT);
        boolean outside =
                at.holds(Held.SHORTCUT)
                        && (model.habit() == SeedHabit.INSIDE_AND_OUTSIDE
                                || model.habit() == SeedHabit.ACROSS);
        return new SeedStroke(
                at,
                STROKE_PIXELS,
                traces,
                wall ? WALL_RGB : outside ? OUTSIDE_RGB : model.rgb(),
                drawn -> {
                    if (drawn.isEmpty()) {
                        model.outside();
                    } else if (wall) {
                        model.addWall(drawn);
                    } else {
                        model.add(new Seed.Stroke(outside ? 2 : 1, drawn));
                    }
                },
                this::redraw);
    }

    private static Optional<Seed.Point> voxel(Volume volume, PatientPoint at) {
        VoxelPoint p = volume.geometry().toVoxel(at);
        GridSize size = volume.geometry().size();
        long i = Math.round(p.i());
        long j = Math.round(p.j());
        long k = Math.round(p.k());
        return i >= 0 && i < size.i() && j >= 0 && j < size.j() && k >= 0 && k < size.k()
                ? Optional.of(new Seed.Point((int) i, (int) j, (int) k))
                : Optional.empty();
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
        boolean had = model.accept();
        traces.clear();
        redraw();
        return had;
    }

    @Override
    public boolean cancel() {
        stroke.ifPresent(SeedStroke::cancel);
        boolean had = model.giveUp();
        traces.clear();
        redraw();
        return had;
    }

    @Override
    public List<Node> options() {
        shown.get()
                .ifPresent(
                        volume -> {
                            if (model.workOn(volume)) {
                                model.askFirst();
                            }
                        });
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
