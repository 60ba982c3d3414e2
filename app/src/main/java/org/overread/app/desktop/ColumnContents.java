// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.EachColumn;

/// Says whenever columns come or go, or show something else. FX thread.
final class ColumnContents {
    private ColumnContents() {}

    /// The listener is also told how things stand now.
    static void follow(Comparison comparison, Runnable listener) {
        EachColumn.of(
                comparison,
                column -> column.reading().content().subscribe((_, _) -> listener.run()));
        comparison.columns().subscribe(listener);
        listener.run();
    }
}
