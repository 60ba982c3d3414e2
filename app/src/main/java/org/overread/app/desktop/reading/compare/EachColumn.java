// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.util.Subscription;

/// Something that is done for each column while it is there, and let go of when the column goes. FX thread.
public final class EachColumn {
    private final Comparison comparison;
    private final Function<Column, Subscription> begin;
    private final Map<Column, Subscription> begun = new HashMap<>();

    private EachColumn(Comparison comparison, Function<Column, Subscription> begin) {
        this.comparison = comparison;
        this.begin = begin;
    }

    /// Begins with the columns that are there, and with each that comes.
    public static void of(Comparison comparison, Function<Column, Subscription> begin) {
        var each = new EachColumn(comparison, begin);
        comparison.columns().subscribe(each::follow);
        each.follow();
    }

    private void follow() {
        begun.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !comparison.columns().contains(entry.getKey());
                            if (gone) {
                                entry.getValue().unsubscribe();
                            }
                            return gone;
                        });
        comparison.columns().forEach(column -> begun.computeIfAbsent(column, begin));
    }
}
