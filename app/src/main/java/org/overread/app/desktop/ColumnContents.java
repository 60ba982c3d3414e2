// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.HashMap;
import java.util.Map;
import javafx.util.Subscription;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;

/// Says whenever columns come or go, or show something else. FX thread.
final class ColumnContents {
    private final Comparison comparison;
    private final Runnable listener;
    private final Map<Column, Subscription> followed = new HashMap<>();

    private ColumnContents(Comparison comparison, Runnable listener) {
        this.comparison = comparison;
        this.listener = listener;
    }

    /// The listener is also told how things stand now.
    static void follow(Comparison comparison, Runnable listener) {
        var contents = new ColumnContents(comparison, listener);
        comparison.columns().subscribe(contents::follow);
        contents.follow();
    }

    private void follow() {
        followed.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !comparison.columns().contains(entry.getKey());
                            if (gone) {
                                entry.getValue().unsubscribe();
                            }
                            return gone;
                        });
        for (Column column : comparison.columns()) {
            followed.computeIfAbsent(
                    column, added -> added.reading().content().subscribe((_, _) -> listener.run()));
        }
        listener.run();
    }
}
