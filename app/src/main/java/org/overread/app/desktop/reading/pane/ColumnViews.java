// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;

/// The panes of each column, made when they are first asked for and let go when their column is closed. FX thread.
final class ColumnViews {
    private final Comparison comparison;
    private final PaneHabits habits;
    private final Map<Column, ColumnView> made = new LinkedHashMap<>();
    private Consumer<ColumnView> offered = _ -> {};

    ColumnViews(Comparison comparison, PaneHabits habits) {
        this.comparison = comparison;
        this.habits = habits;
    }

    /// What is done with each column's view, those to come too.
    void offer(Consumer<ColumnView> newOffered) {
        offered = newOffered;
        made.values().forEach(offered);
    }

    ColumnView of(Column column) {
        return made.computeIfAbsent(
                column,
                added -> {
                    var view = new ColumnView(comparison, added, habits);
                    offered.accept(view);
                    return view;
                });
    }

    ColumnView first() {
        return of(comparison.columns().getFirst());
    }

    /// First column first.
    Stream<ColumnView> all() {
        return comparison.columns().stream().map(this::of);
    }

    /// All panes that can be on the screen, those of light boxes too.
    Stream<PaneView> shown() {
        return all().flatMap(
                        column -> Stream.concat(column.panes().stream(), column.films().stream()));
    }

    /// The pane that shows this one; the very first where none does.
    PaneView of(PaneModel pane) {
        return shown().filter(view -> view.model().equals(pane))
                .findFirst()
                .orElseGet(() -> first().panes().getFirst());
    }

    void closeGone() {
        made.values()
                .removeIf(
                        view -> {
                            boolean gone = !comparison.columns().contains(view.column());
                            if (gone) {
                                view.close();
                            }
                            return gone;
                        });
    }
}
