// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.function.Supplier;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolBox;

/// The tools that work with outlines, and what can be done with a slice's outlines by a key.
public final class ContourTools {
    private final DrawDesk desk;
    private final ContourTool contour;
    private final LivewireTool livewire;

    public ContourTools(DrawDesk desk) {
        this.desk = desk;
        contour = new ContourTool(desk);
        livewire = new LivewireTool(desk);
    }

    /// In the order of the rail.
    public List<PaneTool> tools() {
        return List.of(
                contour,
                livewire,
                new ScissorsTool(desk),
                new IslandTool(desk),
                new LevelTool(desk),
                new PushTool(desk),
                new RetouchTool(desk));
    }

    /// `pane` has the keyboard.
    public List<Action> actions(Supplier<PaneModel> pane, ToolBox tools) {
        var deeds = new OutlineDeeds(desk, contour, livewire, pane, tools);
        return List.of(
                Action.of(
                                "contour.copy-next",
                                SliceTool.GROUP,
                                "Copy the outline to the next slice as a proposal",
                                () -> deeds.copy(1))
                        .withIcon(RemixiconAL.FILE_COPY_LINE)
                        .withKey("Alt+N"),
                Action.of(
                                "contour.copy-previous",
                                SliceTool.GROUP,
                                "Copy the outline to the previous slice as a proposal",
                                () -> deeds.copy(-1))
                        .withIcon(RemixiconAL.FILE_COPY_LINE)
                        .withKey("Alt+Shift+N"),
                Action.of(
                                "contour.smooth",
                                SliceTool.GROUP,
                                "Smooth the outline on this slice",
                                deeds::smooth)
                        .withIcon(RemixiconMZ.MAGIC_LINE)
                        .withKey("Alt+M"));
    }
}
