// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.sync.bundle.CheckedStatement;
import org.overread.sync.bundle.Verdict;

/// What became of a bundle: whether it is believed and why, and who signed what, when, under which guideline. FX thread.
final class VerdictView extends VBox {
    private static final double ROW = 48;
    private static final int MOST_ROWS = 5;

    VerdictView(Verdict verdict) {
        super(12);
        getStyleClass().add("ov-trust");
        setAlignment(Pos.TOP_LEFT);
        switch (verdict) {
            case Verdict.Accepted accepted -> accepted(accepted);
            case Verdict.Refused refused ->
                    getChildren()
                            .addAll(
                                    Parts.state(
                                            RemixiconAL.ERROR_WARNING_LINE,
                                            "Not believed",
                                            "ov-bad"),
                                    Parts.text(refused.sentence(), "ov-trust-value"),
                                    Parts.text(
                                            "Nothing of it was taken. Ask whoever sent it to send it again, and"
                                                    + " tell them the reason: "
                                                    + refused.reason().code()
                                                    + ".",
                                            "ov-quiet"));
        }
    }

    private void accepted(Verdict.Accepted accepted) {
        getChildren()
                .addAll(
                        Parts.state(RemixiconMZ.SHIELD_CHECK_LINE, "Everything holds", "ov-good"),
                        Parts.text(summary(accepted), "ov-quiet"),
                        list(accepted.statements()));
        if (accepted.rootExpired()) {
            getChildren()
                    .add(
                            Parts.text(
                                    "Your organisation's root of trust should be renewed; nothing stops until then.",
                                    "ov-caution"));
        }
        if (!accepted.opaque().isEmpty()) {
            getChildren()
                    .add(
                            Parts.text(
                                    "%d statements are of a later version of this program: kept, not understood."
                                            .formatted(accepted.opaque().size()),
                                    "ov-quiet"));
        }
    }

    private static String summary(Verdict.Accepted accepted) {
        String log =
                accepted.checkpoint()
                        .map(head -> "proved by a log of %,d entries".formatted(head.size()))
                        .orElse("not proved by a log");
        return "%s  ·  %d statements  ·  %s  ·  %s"
                .formatted(
                        accepted.tenant(),
                        accepted.statements().size(),
                        log,
                        accepted.witnesses().isEmpty()
                                ? "no witness"
                                : "witnessed by " + String.join(", ", accepted.witnesses()));
    }

    private static ListView<CheckedStatement> list(List<CheckedStatement> statements) {
        var list = new ListView<CheckedStatement>();
        list.getItems().setAll(statements);
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText("Who signed what");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, Math.max(1, statements.size())) + 2);
        list.setPrefWidth(680);
        return list;
    }

    private static final class Cell extends ListCell<CheckedStatement> {
        @Override
        protected void updateItem(@Nullable CheckedStatement item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var who =
                    Parts.text(
                            Sentences.people(item) + " " + Sentences.did(item.kind().meaning(), ""),
                            "ov-trust-value");
            var how = Parts.text(Sentences.circumstances(item), "ov-quiet");
            who.setWrapText(false);
            how.setWrapText(false);
            who.setMaxWidth(Double.MAX_VALUE);
            how.setMaxWidth(Double.MAX_VALUE);
            setGraphic(new VBox(2, who, how));
        }
    }
}
