// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;

/// A tool with a round tip of some millimetres. FX thread.
abstract class RoundTool extends SliceTool {
    final Radius radius = new Radius();
    private int rgb;

    RoundTool(DrawDesk desk, ToolFace face) {
        super(desk, face);
        strip.add(radius.region());
        radius.mm().subscribe(_ -> redraw());
    }

    /// Millimetres.
    public final double radiusMm() {
        return radius.mm().get();
    }

    final void tipAt(ToolPoint at) {
        radius.at(at);
        redraw();
    }

    @Override
    public void hover(ToolPoint at) {
        rgb = rgb(at);
        tipAt(at);
    }

    @Override
    public void leave() {
        radius.gone();
        redraw();
    }

    @Override
    public void rest() {
        super.rest();
        leave();
    }

    @Override
    public boolean wheel(ToolPoint at, double notches) {
        radius.grow(notches);
        return true;
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (!held.isEmpty()) {
            return false;
        }
        switch (code) {
            case OPEN_BRACKET -> radius.grow(-1);
            case CLOSE_BRACKET -> radius.grow(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        return radius.marks(shown, rgb);
    }
}
