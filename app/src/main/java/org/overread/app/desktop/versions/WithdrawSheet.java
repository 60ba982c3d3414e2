// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// Asks whether a reading is really to be withdrawn: it cannot be undone, so a word is typed. FX thread.
final class WithdrawSheet {
    static final String WORD = "withdraw";
    private static final double WIDTH = 460;

    private WithdrawSheet() {}

    static void open(VersionsModel model, Layer layer) {
        model.listed().ifPresent(listed -> open(model, listed, layer));
    }

    private static void open(VersionsModel model, VersionsState.Listed listed, Layer layer) {
        var reason = new TextField();
        reason.setId("withdraw-reason");
        reason.setPromptText("Why, such as: consent was withdrawn");
        var typed = new TextField();
        typed.setId("withdraw-word");
        typed.setPromptText(WORD);
        Button erase =
                Buttons.filled(
                        "Erase the labels",
                        () -> {
                            layer.close();
                            model.deeds().withdraw(reason.getText().strip());
                        });
        erase.setId("withdraw-erase");
        erase.getStyleClass().add("ov-bad");
        erase.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        !typed.getText().strip().equals(WORD)
                                                || reason.getText().isBlank(),
                                typed.textProperty(),
                                reason.textProperty()));
        var content =
                new VBox(
                        12,
                        words(
                                "The labels of all %d versions of this reading are erased from this workspace, its working copy and its edits too. This cannot be undone."
                                        .formatted(listed.versions().size())),
                        quiet(
                                "What stays: that they were made, by whom and when, and that they"
                                        + " were withdrawn. Backups and files that were exported keep"
                                        + " the labels until they are deleted."),
                        quiet("Reason"),
                        reason,
                        quiet("Type “%s” to go on".formatted(WORD)),
                        typed,
                        new HBox(8, Buttons.word("Keep the labels", layer::close), erase));
        content.setPrefWidth(WIDTH);
        Sheet.open(layer, "Withdraw the reading", content);
        reason.requestFocus();
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label quiet(String text) {
        var label = words(text);
        label.getStyleClass().add("ov-quiet");
        return label;
    }
}
