// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import org.overread.viewer.slice.Slab;

/// Makes the picture thicker as the hand goes up, thinner as it goes down, by whole and half millimetres. A thin
/// picture begins as a maximum: a slab that shows nothing new would be taken for a fault.
public final class SlabDrag implements Drag {
    private static final double MM_A_PIXEL = 0.25;
    private static final double GRAIN_MM = 0.5;
    private static final double MOST_MM = 200;

    private final ToolPoint start;
    private final Slab before;

    public SlabDrag(ToolPoint start) {
        this.start = start;
        before = start.pane().slab();
    }

    @Override
    public void to(ToolPoint at) {
        double up = start.pixel().y() - at.pixel().y();
        double mm = Math.rint((before.thicknessMm() + up * MM_A_PIXEL) / GRAIN_MM) * GRAIN_MM;
        Slab.Mode mode = before.isThin() ? Slab.Mode.MAX : before.mode();
        double thick = Math.clamp(mm, 0, MOST_MM);
        start.pane().slab(thick == 0 ? Slab.THIN : new Slab(thick, mode));
    }

    @Override
    public void cancel() {
        start.pane().slab(before);
    }
}
