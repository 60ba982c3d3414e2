// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.util.List;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.notice.Notice;

/// Says in the title row how the workspace stands; a click says more. FX thread.
final class WorkspaceChip {
    private static final List<String> TONES = List.of("ov-good", "ov-caution", "ov-bad");

    private final WorkspaceModel model;
    private final Button button;

    private WorkspaceChip(WorkspaceModel model, Runnable open) {
        this.model = model;
        button = Buttons.word("", open);
        button.setId("workspace-chip");
        button.getStyleClass().addAll("ov-quiet", "ov-small-icon");
    }

    static Button of(WorkspaceModel model, Runnable open) {
        var chip = new WorkspaceChip(model, open);
        model.state().subscribe(_ -> chip.show());
        model.trouble().subscribe(_ -> chip.show());
        return chip.button;
    }

    private void show() {
        var words = WorkspaceWords.of(model.state().get(), model.trouble().get());
        button.setText(words.chip());
        button.setGraphic(new FontIcon(icon(model.state().get(), words.tone())));
        button.getStyleClass().removeAll(TONES);
        button.getStyleClass().add(style(words.tone()));
        Buttons.name(button, "Workspace: " + words.heading());
    }

    static Ikon icon(WorkspaceState state, Notice.Tone tone) {
        return switch (state) {
            case WorkspaceState.Opening _, WorkspaceState.Closed _ -> RemixiconMZ.TIME_LINE;
            case WorkspaceState.ReadOnly _ -> RemixiconAL.LOCK_LINE;
            case WorkspaceState.Ready _ when tone == Notice.Tone.GOOD ->
                    RemixiconAL.CHECKBOX_CIRCLE_LINE;
            case WorkspaceState.Ready _,
                    WorkspaceState.Damaged _,
                    WorkspaceState.Unreadable _,
                    WorkspaceState.Refused _ ->
                    RemixiconAL.ERROR_WARNING_LINE;
        };
    }

    static String style(Notice.Tone tone) {
        return switch (tone) {
            case GOOD -> "ov-good";
            case CAUTION -> "ov-caution";
            case BAD -> "ov-bad";
        };
    }
}
