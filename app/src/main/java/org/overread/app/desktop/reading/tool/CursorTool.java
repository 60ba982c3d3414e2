// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.Optional;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.viewer.volume.PatientPoint;

/// Moves the shared cursor: what a hand does that has no other tool.
final class CursorTool implements PaneTool {
    private static final ToolFace FACE =
            ToolFace.of(
                            "cursor",
                            "Cursor",
                            "Click or drag: all planes go there; drag a ring to turn them",
                            RemixiconAL.FOCUS_3_LINE)
                    .withKey("C");

    @Override
    public ToolFace face() {
        return FACE;
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        PatientPoint before = at.shown().cursor();
        at.pane().pointAt(at.pixel());
        return Optional.of(
                new Drag() {
                    @Override
                    public void to(ToolPoint now) {
                        now.pane().pointAt(now.pixel());
                    }

                    @Override
                    public void cancel() {
                        at.pane().cursorTo(before);
                    }
                });
    }
}
