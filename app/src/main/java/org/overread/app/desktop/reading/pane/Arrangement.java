// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.pane.Part.Cuts;

/// Panes in their places: `room` is all of it, `inner` where its regions are parted themselves, `overlaid` what lies on
/// one another. FX thread.
record Arrangement(Part room, List<Cuts> inner, Optional<Overlaid> overlaid) {
    private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");

    private static Arrangement of(Part room) {
        return new Arrangement(room, List.of(), Optional.empty());
    }

    /// One thing alone.
    static Arrangement of(Region alone) {
        return of(new Part.One(alone));
    }

    /// The planes of one series; `main` is the one that deserves the most room, `fourth` what follows the three planes.
    static Arrangement planes(Layout layout, List<PaneView> panes, int main, Region fourth) {
        // a slice that lies in another plane than the first changes places with it
        var ordered = new ArrayList<Region>(panes.subList(0, 3));
        ordered.add(fourth);
        Collections.swap(ordered, 0, main);
        return switch (layout) {
            case SINGLE -> of(ordered.getFirst());
            case ONE_AND_TWO -> of(oneAndStack(0.62, ordered.subList(0, 3)));
            case ONE_AND_THREE -> of(oneAndStack(0.7, ordered));
            case GRID -> of(grid(ordered));
            case COLUMNS -> of(Part.even(Orientation.HORIZONTAL, panes.subList(0, 3)));
            case SOLID -> {
                Collections.rotate(ordered, 1);
                yield of(oneAndStack(0.7, ordered));
            }
            case SIDE_BY_SIDE, SIDE_BY_SIDE_PLANES, SWIPE, BLINK, FREE ->
                    throw new IllegalArgumentException(layout + " is no layout of planes");
        };
    }

    /// The same planes of several series; `invitation` stands where the second would be.
    static Arrangement columns(
            Layout layout, List<ColumnView> columns, ViewPlane plane, Region invitation) {
        if (columns.size() < 2) {
            Region first = columns.getFirst().under(columns.getFirst().pane(plane));
            return of(Part.even(Orientation.HORIZONTAL, List.of(first, invitation)));
        }
        PaneView one = columns.get(0).pane(plane);
        PaneView two = columns.get(1).pane(plane);
        return switch (layout) {
            case SIDE_BY_SIDE ->
                    of(
                            Part.even(
                                    Orientation.HORIZONTAL,
                                    columns.stream()
                                            .map(column -> column.under(column.pane(plane)))
                                            .toList()));
            case SIDE_BY_SIDE_PLANES -> allPlanes(columns);
            case SWIPE -> onOneAnother(columns, Overlaid.swiped(one, two));
            case BLINK -> onOneAnother(columns, Overlaid.blinking(one, two));
            case SINGLE, ONE_AND_TWO, ONE_AND_THREE, GRID, COLUMNS, SOLID, FREE ->
                    throw new IllegalArgumentException(layout + " has no columns");
        };
    }

    /// Rows go on across the columns.
    private static Arrangement allPlanes(List<ColumnView> columns) {
        Cuts rows = Cuts.even(3);
        var boxes = new ArrayList<Part>();
        for (ColumnView column : columns) {
            var board = new PaneBoard();
            List<Part> planes =
                    column.panes().subList(0, 3).stream().<Part>map(Part.One::new).toList();
            board.show(new Part.Several(Orientation.VERTICAL, planes, rows), List.of());
            boxes.add(new Part.One(column.under(board)));
        }
        Cuts across = Cuts.even(columns.size());
        var room = new Part.Several(Orientation.HORIZONTAL, boxes, across);
        return new Arrangement(room, List.of(rows), Optional.empty());
    }

    private static Arrangement onOneAnother(List<ColumnView> columns, Overlaid overlaid) {
        ColumnHead one = columns.get(0).head();
        ColumnHead two = columns.get(1).head();
        var heads = new HBox(one, two);
        for (ColumnHead head : List.of(one, two)) {
            HBox.setHgrow(head, Priority.ALWAYS);
            head.setPrefWidth(0);
        }
        overlaid.onTurn(
                () -> {
                    one.pseudoClassStateChanged(FRONT, overlaid.turns() && !overlaid.showsSecond());
                    two.pseudoClassStateChanged(FRONT, overlaid.turns() && overlaid.showsSecond());
                });
        var body = new StackPane(overlaid);
        body.setMinSize(0, 0);
        VBox.setVgrow(body, Priority.ALWAYS);
        var box = new VBox(heads, body);
        box.setMinSize(0, 0);
        return new Arrangement(new Part.One(box), List.of(), Optional.of(overlaid));
    }

    /// Row by row, `columns` in each; a line between two columns goes through all rows.
    static Arrangement grid(int columns, List<Region> cells) {
        Cuts across = Cuts.even(columns);
        var rows = new ArrayList<Part>();
        for (int from = 0; from < cells.size(); from += columns) {
            List<Part> row =
                    cells.subList(from, from + columns).stream().<Part>map(Part.One::new).toList();
            rows.add(new Part.Several(Orientation.HORIZONTAL, row, across));
        }
        return of(new Part.Several(Orientation.VERTICAL, rows, Cuts.even(rows.size())));
    }

    /// Frees what lies on one another, so that it can have another place.
    void dissolve() {
        overlaid.ifPresent(Overlaid::dissolve);
    }

    /// All that a person can pull apart, the outermost first.
    List<Cuts> cuts() {
        return Stream.concat(room.several().map(Part.Several::cuts), inner.stream()).toList();
    }

    List<List<Double>> dividers() {
        return cuts().stream().map(Cuts::places).toList();
    }

    void divide(List<List<Double>> positions) {
        List<Cuts> all = cuts();
        for (int n = 0; n < Math.min(positions.size(), all.size()); n++) {
            all.get(n).moveAll(positions.get(n));
        }
    }

    void onDivided(Runnable moved) {
        cuts().forEach(cuts -> cuts.moves().addListener((_, _, _) -> moved.run()));
    }

    private static Part oneAndStack(double part, List<Region> all) {
        return new Part.Several(
                Orientation.HORIZONTAL,
                List.of(
                        new Part.One(all.getFirst()),
                        Part.even(Orientation.VERTICAL, all.subList(1, all.size()))),
                Cuts.at(part));
    }

    /// One cross, not two half lines.
    private static Part grid(List<Region> all) {
        Cuts across = Cuts.even(2);
        return new Part.Several(
                Orientation.VERTICAL,
                List.of(
                        beside(all.get(0), all.get(1), across),
                        beside(all.get(2), all.get(3), across)),
                Cuts.even(2));
    }

    private static Part beside(Region left, Region right, Cuts cuts) {
        return new Part.Several(
                Orientation.HORIZONTAL, List.of(new Part.One(left), new Part.One(right)), cuts);
    }
}
