// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PaneGrid.Cell;
import org.overread.app.desktop.reading.PaneGrid.Kind;
import org.overread.app.desktop.reading.Room;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;

/// How a person comes to a grid of panes, and to what one of them shows.
public final class GridActions {
    /// What can be done with one pane of a grid.
    public static final String PANE = "This pane";

    /// The body in three dimensions is that of the first series.
    private static final List<Kind> OF_FURTHER =
            List.of(Kind.AXIAL, Kind.CORONAL, Kind.SAGITTAL, Kind.FILM);

    private final Comparison comparison;
    private final Room room;
    private final Supplier<OptionalInt> cell;
    private final IntConsumer focus;

    private GridActions(Comparison comparison, Supplier<OptionalInt> cell, IntConsumer focus) {
        this.comparison = comparison;
        room = comparison.main().room();
        this.cell = cell;
        this.focus = focus;
    }

    /// `cell` is the pane that has the keyboard, counted row by row; `focus` gives it to one.
    public static List<Action> of(
            Comparison comparison, Supplier<OptionalInt> cell, IntConsumer focus, Layer layer) {
        var actions = new GridActions(comparison, cell, focus);
        ObservableBooleanValue free =
                Bindings.createBooleanBinding(
                        () -> actions.room.layout().get() == Layout.FREE, actions.room.layout());
        var all = new ArrayList<Action>();
        all.add(
                Action.of(
                                "view.grid",
                                "Layout",
                                "Grid of panes, light box",
                                () -> GridCard.open(comparison, layer, actions::keyboard))
                        .withIcon(RemixiconAL.GRID_FILL)
                        .withKey("Alt+Shift+L"));
        for (Kind kind : Kind.values()) {
            all.add(
                    Action.of(
                                    "pane.show." + kind.name().toLowerCase(Locale.ROOT),
                                    PANE,
                                    "Show here: " + kind.words(),
                                    () -> actions.show(kind))
                            .withIcon(icon(kind))
                            .enabledWhen(free));
        }
        all.add(
                Action.of("pane.show.next", PANE, "Show here: the next plane", actions::next)
                        .withIcon(RemixiconAL.ARROW_RIGHT_S_LINE)
                        .withKey("Alt+U")
                        .enabledWhen(free));
        all.add(
                Action.of(
                                "pane.show.series",
                                PANE,
                                "Show here: the next series",
                                actions::nextSeries)
                        .withIcon(RemixiconMZ.STACK_LINE)
                        .withKey("Alt+Shift+U")
                        .enabledWhen(free));
        return all;
    }

    /// What had the keyboard before may be gone.
    private void keyboard() {
        cell.get().ifPresent(focus);
    }

    private void show(Kind kind) {
        Cell now = now();
        change(new Cell(kind == Kind.SOLID ? 0 : now.series(), kind));
    }

    private void next() {
        Cell now = now();
        List<Kind> kinds = now.series() == 0 ? List.of(Kind.values()) : OF_FURTHER;
        change(new Cell(now.series(), kinds.get((kinds.indexOf(now.kind()) + 1) % kinds.size())));
    }

    /// One that is not open yet is asked for.
    private void nextSeries() {
        Cell now = now();
        int open =
                (int)
                        comparison.columns().stream()
                                .filter(column -> column.stand() == Column.Stand.BESIDE)
                                .count();
        int series = (now.series() + 1) % Math.min(PaneGrid.MOST, open + 1);
        change(new Cell(series, now.kind() == Kind.SOLID ? Kind.AXIAL : now.kind()));
    }

    private Cell now() {
        return room.grid().get().cells().get(cell.get().orElse(0));
    }

    private void change(Cell wanted) {
        cell.get()
                .ifPresent(
                        index -> {
                            room.grid().set(room.grid().get().with(index, wanted));
                            focus.accept(index); // what stood there may have gone elsewhere
                        });
    }

    private static Ikon icon(Kind kind) {
        return switch (kind) {
            case AXIAL, CORONAL, SAGITTAL -> RemixiconMZ.SHAPE_2_LINE;
            case SOLID -> RemixiconAL.BODY_SCAN_LINE;
            case FILM -> RemixiconAL.FILM_LINE;
        };
    }
}
