// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.function.Consumer;
import java.util.function.Function;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.reading.tool.ToolPoint;

/// What all panes of an area share: who draws, what the left button does, who gives a pane all the room, who hears that
/// a pane got the keyboard, what Shift and a drag do, what a right click or the menu key brings, and how large pixels are.
record PaneHabits(
        PictureQueue queue,
        ToolBox tools,
        Consumer<PaneModel> enlarge,
        Consumer<PaneModel> focused,
        Function<ToolPoint, Drag> shiftDrag,
        ReadingArea.Menu menu,
        ScreenSizes screens) {}
