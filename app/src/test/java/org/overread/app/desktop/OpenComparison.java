// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.pane.PaneView;

/// The real program in a window of 1280 x 720, showing the first of the sample's examinations, so that others can be put
/// beside it. The test's thread.
final class OpenComparison {
    /// Where they stand in the list of series.
    static final int MR = 1;

    static final int FOLLOW_UP = 2;

    private static final int PANES = 4; // of a column

    final OpenProgram open;
    final Comparison comparison;
    final Screens screens;

    OpenComparison(Path home, Path study) throws TimeoutException {
        open = OpenProgram.showing(home, study);
        comparison = open.program.desk().comparison();
        screens = new Screens(open.program.workstation(), "compare");
    }

    Column first() {
        return open.onFx(() -> comparison.columns().getFirst());
    }

    /// The first pane of a column.
    PaneView pane(Column column) {
        return open.onFx(
                () ->
                        open.program
                                .desk()
                                .area()
                                .allPanes()
                                .get(PANES * comparison.columns().indexOf(column)));
    }
}
