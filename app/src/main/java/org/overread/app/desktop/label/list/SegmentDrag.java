// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.overread.segmentation.label.SegmentId;

/// Rows in the hand: dropped between rows they move there, dropped on one they ask what to make of the two.
final class SegmentDrag {
    private static final DataFormat SEGMENT = new DataFormat("application/x-overread-segment");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    private static final double EDGE = 0.25; // of a row's height

    private final SegmentsView view;

    SegmentDrag(SegmentsView view) {
        this.view = view;
    }

    void serve(SegmentCell cell) {
        cell.setOnDragDetected(
                event ->
                        cell.line()
                                .ifPresent(
                                        line -> {
                                            Dragboard board =
                                                    cell.startDragAndDrop(TransferMode.MOVE);
                                            var content = new ClipboardContent();
                                            content.putAll(
                                                    Map.of(SEGMENT, line.segment().id().number()));
                                            board.setContent(content);
                                            board.setDragView(cell.snapshot(null, null));
                                            event.consume();
                                        }));
        cell.setOnDragOver(
                event -> {
                    if (isTaken(cell, event)) {
                        event.acceptTransferModes(TransferMode.MOVE);
                        boolean above = isAbove(cell, event);
                        cell.pseudoClassStateChanged(ABOVE, above);
                        cell.pseudoClassStateChanged(OVER, !above);
                        event.consume();
                    }
                });
        cell.setOnDragExited(_ -> plain(cell));
        cell.setOnDragDropped(
                event -> {
                    plain(cell);
                    Optional<SegmentId> source = source(event.getDragboard());
                    if (source.isPresent() && isTaken(cell, event)) {
                        drop(cell, source.get(), isAbove(cell, event));
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }

    private static void plain(SegmentCell cell) {
        cell.pseudoClassStateChanged(ABOVE, false);
        cell.pseudoClassStateChanged(OVER, false);
    }

    private static boolean isAbove(SegmentCell cell, DragEvent event) {
        return event.getY() < cell.getHeight() * EDGE;
    }

    private static Optional<SegmentId> source(Dragboard board) {
        return board.getContent(SEGMENT) instanceof Integer number
                ? Optional.of(new SegmentId(number))
                : Optional.empty();
    }

    private static boolean isTaken(SegmentCell cell, DragEvent event) {
        return source(event.getDragboard())
                .filter(
                        id ->
                                cell.line()
                                        .filter(line -> !line.segment().id().equals(id))
                                        .isPresent())
                .isPresent();
    }

    private void drop(SegmentCell cell, SegmentId source, boolean above) {
        cell.line()
                .ifPresent(
                        line -> {
                            SegmentId target = line.segment().id();
                            if (above) {
                                view.deeds().move(source, target);
                            } else {
                                view.combine(target, view.with(source), cell);
                            }
                        });
    }
}
