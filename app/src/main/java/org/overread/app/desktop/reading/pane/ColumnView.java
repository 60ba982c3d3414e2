// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;

/// A column of a comparison: its head, its panes, and a card in their place while there is no picture. FX thread.
final class ColumnView {
    private final Column column;
    private final List<PaneView> panes;
    private final PaneHabits habits;
    private final Map<PaneModel, PaneView> films = new LinkedHashMap<>();
    private Consumer<PaneView> offered = _ -> {};
    private final ColumnHead head;
    private final StateCard card = new StateCard();

    ColumnView(Comparison comparison, Column column, PaneHabits habits) {
        this.column = column;
        this.habits = habits;
        ReadingModel reading = column.reading();
        panes = reading.panes().stream().map(pane -> new PaneView(pane, habits)).toList();
        head = new ColumnHead(comparison, column);
        reading.content().subscribe(this::showCard);
    }

    Column column() {
        return column;
    }

    List<PaneView> panes() {
        return panes;
    }

    PaneView pane(ViewPlane view) {
        return panes.stream().filter(pane -> pane.model().view() == view).findFirst().orElseThrow();
    }

    /// Those of the light box, which are made when they are first shown.
    List<PaneView> films() {
        return column.reading().film().panes().stream().map(this::film).toList();
    }

    private PaneView film(PaneModel model) {
        return films.computeIfAbsent(
                model,
                added -> {
                    var pane = new PaneView(added, habits);
                    offered.accept(pane);
                    return pane;
                });
    }

    void offer(Action facts, Action tones, Runnable again) {
        offered = pane -> pane.offer(facts, tones);
        panes.forEach(offered);
        films.values().forEach(offered);
        card.offer(again);
    }

    void close() {
        panes.forEach(PaneView::close);
        films.values().forEach(PaneView::close);
    }

    ColumnHead head() {
        return head;
    }

    /// The head above a part of the column's panes.
    Region under(Node content) {
        var body = new StackPane(content, card);
        body.setMinSize(0, 0);
        var box = new VBox(head, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        box.setMinSize(0, 0);
        box.getStyleClass().add("column");
        return box;
    }

    private void showCard(Content content) {
        switch (content) {
            case Content.Empty() -> card.showToCompare();
            case Content.Stopped(String title) -> card.showStopped(title);
            case Content.Failed(String reason, String advice) -> card.showFailed(reason, advice);
            case Content.Loading _, Content.Ready _ -> card.setVisible(false);
        }
    }
}
