// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.tool.PaneTool;

/// The tools that work with outlines, in the order of the rail.
public final class ContourTools {
    private ContourTools() {}

    public static List<PaneTool> of(DrawDesk desk) {
        return List.of(new ContourTool(desk));
    }
}
