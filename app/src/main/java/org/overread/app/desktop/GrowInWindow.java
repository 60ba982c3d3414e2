// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.Optional;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.grow.GrowTools;
import org.overread.app.desktop.label.LabelSource;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.segmentation.tool.toolbox.Toolbox;

/// Puts the tools of the toolbox on the rail, those of other jars too. FX thread.
final class GrowInWindow {
    private GrowInWindow() {}

    static void place(
            Workstation workstation, ReadingDesk desk, LabelSource labels, Workshop workshop) {
        var tools =
                new GrowTools(
                        labels,
                        workshop,
                        () -> Optional.ofNullable(desk.comparison().focused().get().volume()),
                        point -> desk.comparison().focused().get().jumpTo(point),
                        (title, card) -> Sheet.open(workstation.layer(), title, card));
        tools.of(Toolbox.open()).forEach(desk.area().tools()::add);
    }
}
