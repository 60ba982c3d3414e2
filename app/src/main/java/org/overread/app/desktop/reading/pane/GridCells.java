// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.FilmStep;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PaneGrid.Cell;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;

/// What stands in the panes of a grid that a person chose. FX thread.
final class GridCells {
    private final Comparison comparison;
    private final Function<Column, ColumnView> views;
    private final Supplier<Region> solid;
    private List<Region> shown = List.of();
    private int last;

    GridCells(Comparison comparison, Function<Column, ColumnView> views, Supplier<Region> solid) {
        this.comparison = comparison;
        this.views = views;
        this.solid = solid;
    }

    /// The panes row by row. A series that is not open is asked for where it has a place.
    List<Region> show(PaneGrid grid) {
        var films = new HashMap<Integer, List<PaneView>>();
        for (Column column : comparison.columns()) {
            int series = series(column);
            column.reading().film().show(grid.films(series), grid.step(), grid.plane());
            films.put(series, new ArrayList<>(views.apply(column).films()));
        }
        var headed = new HashSet<>(Set.of(0)); // the first is named in the title row
        var cells = new ArrayList<Region>();
        for (Cell cell : grid.cells()) {
            Optional<Column> column = column(cell.series());
            cells.add(
                    column.isEmpty()
                            ? invitation()
                            : region(cell, views.apply(column.get()), films, headed));
        }
        shown = List.copyOf(cells);
        last = Math.clamp(last, 0, shown.size() - 1);
        keepActive(comparison.main());
        return shown;
    }

    /// Keys go to what can be seen.
    private void keepActive(ReadingModel reading) {
        List<PaneModel> seen =
                shown.stream()
                        .filter(PaneView.class::isInstance)
                        .map(region -> ((PaneView) region).model())
                        .filter(pane -> pane.reading().equals(reading))
                        .toList();
        if (!seen.isEmpty() && !seen.contains(reading.active())) {
            reading.activate(seen.getFirst());
        }
    }

    private Region region(
            Cell cell, ColumnView view, Map<Integer, List<PaneView>> films, Set<Integer> headed) {
        Region pane =
                switch (cell.kind()) {
                    case AXIAL, CORONAL, SAGITTAL ->
                            view.pane(cell.kind().plane().orElse(ViewPlane.AXIAL));
                    case SOLID -> solid.get();
                    case FILM ->
                            films.getOrDefault(cell.series(), Collections.emptyList())
                                    .removeFirst();
                };
        return headed.add(cell.series()) ? view.under(pane) : pane;
    }

    /// Light boxes that nobody sees cost nothing.
    void clear() {
        shown = List.of();
        for (Column column : comparison.columns()) {
            column.reading().film().show(0, FilmStep.ONE, ViewPlane.AXIAL);
        }
    }

    /// The cell that holds what has the keyboard, else that which had it last.
    OptionalInt current(@Nullable Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at instanceof Region region && shown.contains(region)) {
                last = shown.indexOf(region);
            }
        }
        return shown.isEmpty() ? OptionalInt.empty() : OptionalInt.of(last);
    }

    void focus(int index) {
        last = index;
        Region region = shown.get(index);
        Node pane = region.lookup(".pane"); // below the head of a further series
        (pane == null ? region : pane).requestFocus();
    }

    private Optional<Column> column(int series) {
        return comparison.columns().stream()
                .filter(column -> column.stand() == Column.Stand.BESIDE)
                .filter(column -> series(column) == series)
                .findFirst();
    }

    private static int series(Column column) {
        return column.letter() - 'A';
    }

    private static Region invitation() {
        var card = new StateCard();
        card.showToCompare();
        return card;
    }
}
