// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.segmentation.finding.Finding;

/// What a person can do with findings, wherever the keyboard is.
public final class FindingActions {
    private FindingActions() {}

    /// `whose` is the letter of the column that a finding belongs to, where there are several.
    public static List<Action> of(FindingsModel model, Function<Finding, String> whose) {
        BooleanBinding some =
                Bindings.createBooleanBinding(
                        () -> !model.findings().get().isEmpty(), model.findings());
        BooleanBinding one =
                Bindings.createBooleanBinding(
                        () -> model.chosen().get().isPresent(), model.chosen());
        return List.of(
                Action.of("findings.undo", "Findings", "Undo", model::undo)
                        .withIcon(RemixiconAL.ARROW_GO_BACK_LINE)
                        .withKey("Shortcut+Z"),
                Action.of("findings.redo", "Findings", "Redo", model::redo)
                        .withIcon(RemixiconAL.ARROW_GO_FORWARD_LINE)
                        .withKey("Shortcut+Shift+Z"),
                Action.of(
                                "findings.copy",
                                "Findings",
                                "Copy findings as text",
                                () -> copy(FindingsText.plain(model.findings().get(), whose)))
                        .withIcon(RemixiconAL.FILE_COPY_LINE)
                        .withKey("Shortcut+Alt+C")
                        .enabledWhen(some),
                Action.of(
                                "findings.copy-csv",
                                "Findings",
                                "Copy findings as a table (CSV)",
                                () -> copy(FindingsText.csv(model.findings().get(), whose)))
                        .withIcon(RemixiconAL.FILE_LIST_LINE)
                        .enabledWhen(some),
                Action.of(
                                "findings.delete",
                                "Findings",
                                "Delete the chosen finding",
                                () -> model.chosen().get().ifPresent(model::delete))
                        .withIcon(RemixiconAL.DELETE_BIN_LINE)
                        .withKey("Delete")
                        .enabledWhen(one));
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
