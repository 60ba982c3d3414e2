// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.function.Consumer;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.brush.Brush;
import org.overread.segmentation.draw.brush.BrushLimit;
import org.overread.segmentation.draw.brush.Stroke;
import org.overread.segmentation.draw.brush.StrokeSample;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.Volume;

/// The voxels under the way of a hand, of one width on the screen whatever the zoom: seeds, scribbles, a wall. They count
/// when the hand lets go; nothing counts where another series came under the hand. FX thread.
public final class SeedStroke implements Drag {
    /// What a stroke that touched no voxel is answered with.
    public static final String OUTSIDE = "That lies outside the volume; nothing was changed.";

    private static final double LEAST_MM = 0.01;
    private static final double MOST_MM = 20;

    private final Traces traces;
    private final Traces.Trace trace;
    private final Volume volume;
    private final Stroke stroke;
    private final Consumer<Mask> drawn;
    private final Runnable redraw;
    private boolean over;

    /// Begins where the hand is; `drawn` gets the voxels, none of them where the way lay outside the volume.
    public SeedStroke(
            ToolPoint at,
            double radiusPixels,
            Traces traces,
            int rgb,
            Consumer<Mask> drawn,
            Runnable redraw) {
        this.traces = traces;
        this.drawn = drawn;
        this.redraw = redraw;
        trace = traces.begin(rgb);
        volume = at.volume();
        double mm = Math.clamp(radiusPixels * at.pixelMm(), LEAST_MM, MOST_MM);
        stroke = thin(at, mm);
        to(at);
    }

    /// A stroke of a small disc on the plane under the hand; `mm` is its radius.
    public static Stroke thin(ToolPoint at, double mm) {
        var plane = at.plane();
        return new Stroke(
                at.volume().geometry(),
                new Brush(mm, Brush.Shape.DISC),
                new PlaneFrame(plane.center(), plane.right(), plane.down()),
                new BrushLimit.None());
    }

    private boolean isOver(ToolPoint at) {
        if (!at.volume().id().equals(volume.id())) {
            cancel();
        }
        return over;
    }

    @Override
    public void to(ToolPoint at) {
        if (isOver(at)) {
            return;
        }
        trace.to(at.at());
        stroke.to(StrokeSample.at(at.at()));
        redraw.run();
    }

    @Override
    public void end(ToolPoint at) {
        if (isOver(at)) {
            return;
        }
        over = true;
        Mask voxels = stroke.drawn();
        if (voxels.isEmpty()) {
            traces.remove(trace);
        }
        drawn.accept(voxels);
        redraw.run();
    }

    @Override
    public void cancel() {
        if (!over) {
            over = true;
            traces.remove(trace);
            redraw.run();
        }
    }
}
