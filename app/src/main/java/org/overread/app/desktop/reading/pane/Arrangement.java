// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.ViewPlane;

/// Panes in their places: `whole` is all of it, `splits` what a person can pull apart, the outermost first, `overlaid`
/// what lies on one another. FX thread.
record Arrangement(Region whole, List<SplitPane> splits, Optional<Overlaid> overlaid) {
    private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");

    private static Arrangement of(List<SplitPane> splits) {
        return new Arrangement(splits.getFirst(), splits, Optional.empty());
    }

    /// One thing alone.
    static Arrangement of(Region alone) {
        return new Arrangement(alone, List.of(), Optional.empty());
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
            case COLUMNS -> of(List.of(even(Orientation.HORIZONTAL, panes.subList(0, 3))));
            case SOLID -> {
                Collections.rotate(ordered, 1);
                yield of(oneAndStack(0.7, ordered));
            }
            case SIDE_BY_SIDE, SIDE_BY_SIDE_PLANES, SWIPE, BLINK ->
                    throw new IllegalArgumentException(layout + " needs columns");
        };
    }

    /// The same planes of several series; `invitation` stands where the second would be.
    static Arrangement columns(
            Layout layout, List<ColumnView> columns, ViewPlane plane, Region invitation) {
        if (columns.size() < 2) {
            Region first = columns.getFirst().under(columns.getFirst().pane(plane));
            return of(List.of(even(Orientation.HORIZONTAL, List.of(first, invitation))));
        }
        PaneView one = columns.get(0).pane(plane);
        PaneView two = columns.get(1).pane(plane);
        return switch (layout) {
            case SIDE_BY_SIDE ->
                    of(
                            List.of(
                                    even(
                                            Orientation.HORIZONTAL,
                                            columns.stream()
                                                    .map(column -> column.under(column.pane(plane)))
                                                    .toList())));
            case SIDE_BY_SIDE_PLANES -> of(allPlanes(columns));
            case SWIPE -> onOneAnother(columns, Overlaid.swiped(one, two));
            case BLINK -> onOneAnother(columns, Overlaid.blinking(one, two));
            case SINGLE, ONE_AND_TWO, ONE_AND_THREE, GRID, COLUMNS, SOLID ->
                    throw new IllegalArgumentException(layout + " has no columns");
        };
    }

    private static List<SplitPane> allPlanes(List<ColumnView> columns) {
        var splits = new ArrayList<SplitPane>();
        var boxes = new ArrayList<Region>();
        for (ColumnView column : columns) {
            SplitPane rows = even(Orientation.VERTICAL, column.panes().subList(0, 3));
            splits.add(rows);
            boxes.add(column.under(rows));
        }
        for (SplitPane rows : splits.subList(1, splits.size())) { // rows go on across the columns
            for (int n = 0; n < rows.getDividers().size(); n++) {
                rows.getDividers()
                        .get(n)
                        .positionProperty()
                        .bindBidirectional(
                                splits.getFirst().getDividers().get(n).positionProperty());
            }
        }
        splits.addFirst(even(Orientation.HORIZONTAL, boxes));
        return splits;
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
        return new Arrangement(box, List.of(), Optional.of(overlaid));
    }

    /// Frees all that had a place, so that it can have another.
    void dissolve() {
        overlaid.ifPresent(Overlaid::dissolve);
        splits.forEach(split -> split.getItems().clear());
    }

    List<List<Double>> dividers() {
        return splits.stream()
                .map(split -> Arrays.stream(split.getDividerPositions()).boxed().toList())
                .toList();
    }

    void divide(List<List<Double>> positions) {
        for (int n = 0; n < Math.min(positions.size(), splits.size()); n++) {
            List<Double> places = positions.get(n);
            if (places.size() == splits.get(n).getDividers().size()) {
                splits.get(n)
                        .setDividerPositions(
                                places.stream().mapToDouble(Double::doubleValue).toArray());
            }
        }
    }

    void onDivided(Runnable moved) {
        for (SplitPane split : splits) {
            split.getDividers()
                    .forEach(
                            divider ->
                                    divider.positionProperty()
                                            .addListener((_, _, _) -> moved.run()));
        }
    }

    private static List<SplitPane> oneAndStack(double part, List<Region> all) {
        SplitPane stack = even(Orientation.VERTICAL, all.subList(1, all.size()));
        var whole = new SplitPane(all.getFirst(), stack);
        whole.setDividerPositions(part);
        return List.of(whole, stack);
    }

    private static List<SplitPane> grid(List<Region> all) {
        SplitPane top = even(Orientation.HORIZONTAL, all.subList(0, 2));
        SplitPane bottom = even(Orientation.HORIZONTAL, all.subList(2, 4));
        SplitPane whole = even(Orientation.VERTICAL, List.of(top, bottom));
        // one cross, not two half lines
        var upper = top.getDividers().getFirst().positionProperty();
        bottom.getDividers().getFirst().positionProperty().bindBidirectional(upper);
        return List.of(whole, top, bottom);
    }

    private static SplitPane even(Orientation orientation, List<? extends Node> parts) {
        var split = new SplitPane(parts.toArray(Node[]::new));
        split.setOrientation(orientation);
        double count = parts.size();
        split.setDividerPositions(
                IntStream.range(1, parts.size()).mapToDouble(n -> n / count).toArray());
        return split;
    }
}
