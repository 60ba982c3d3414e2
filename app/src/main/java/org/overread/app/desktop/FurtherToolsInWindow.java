// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.overread.app.desktop.between.FillActions;
import org.overread.app.desktop.between.FillBar;
import org.overread.app.desktop.between.FillModel;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.front.FrontModel;
import org.overread.app.desktop.front.FrontPaneTool;
import org.overread.app.desktop.learn.LearnModel;
import org.overread.app.desktop.learn.LearnTool;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.compare.EachColumn;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.reshape.ReshapeModel;
import org.overread.app.desktop.reshape.ReshapeTool;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.viewer.volume.Volume;

/// Puts filling between slices, reshaping, learning from scribbles and the running front into the window. FX thread.
final class FurtherToolsInWindow {
    private FurtherToolsInWindow() {}

    static void place(
            Workstation workstation, ReadingDesk desk, LabelsInWindow labels, Workshop workshop) {
        var fill =
                new FillModel(
                        labels.labels().active(),
                        workshop,
                        Platform::runLater,
                        labels.drawing()::say);
        var bar = new FillBar(fill);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(bar, new Insets(0, 0, 72, 0));
        desk.area().addFloating(bar);
        workstation.actions().addAll(FillActions.of(fill));
        desk.area()
                .tools()
                .add(
                        new ReshapeTool(
                                new ReshapeModel(
                                        labels.labels().active(),
                                        workshop,
                                        labels.drawing()::say)));
        Supplier<Optional<Volume>> shown =
                () -> Optional.ofNullable(desk.comparison().focused().get().volume());
        desk.area()
                .tools()
                .add(
                        new LearnTool(
                                new LearnModel(labels.labels(), workshop, () -> panes(desk)),
                                shown,
                                movesOf(desk)));
        desk.area()
                .tools()
                .add(
                        new FrontPaneTool(
                                new FrontModel(
                                        labels.labels(),
                                        workshop,
                                        FurtherToolsInWindow::onItsOwn,
                                        Platform::runLater),
                                shown));
    }

    /// Changes when any pane of any column shows something else: another slice, another part of it, larger or smaller.
    private static ObservableValue<Number> movesOf(ReadingDesk desk) {
        var moves = new SimpleLongProperty();
        EachColumn.of(
                desk.comparison(),
                column ->
                        Subscription.combine(
                                column.reading().panes().stream()
                                        .map(
                                                pane ->
                                                        pane.state()
                                                                .subscribe(
                                                                        _ ->
                                                                                moves.set(
                                                                                        moves.get()
                                                                                                + 1)))
                                        .toArray(Subscription[]::new)));
        return moves;
    }

    /// What is on screen, the pane that has the keyboard first.
    private static List<PaneState> panes(ReadingDesk desk) {
        PaneModel first = desk.comparison().focused().get().active();
        return desk.area().shownPanes().stream()
                .filter(PaneView::isOnScreen)
                .map(PaneView::model)
                .filter(pane -> pane.reading().equals(desk.reading()))
                .sorted(Comparator.comparing(pane -> !pane.equals(first)))
                .flatMap(pane -> Optional.ofNullable(pane.state().get()).stream())
                .toList();
    }

    /// A front runs for minutes: the threads that draw pictures are not for it.
    private static void onItsOwn(Runnable work) {
        Thread.ofPlatform().daemon(true).name("front").start(work);
    }
}
