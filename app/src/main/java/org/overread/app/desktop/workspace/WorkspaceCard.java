// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.util.Optional;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.notice.StandingNotice;
import org.overread.app.store.SalvageWords;

/// How a person learns of the workspace: a chip in the title row, a card behind it, a message when something is wrong.
public final class WorkspaceCard {
    public static final String ID = "workspace.card";

    private WorkspaceCard() {}

    /// Puts the chip among the others and says what is to be known; the action opens the card.
    public static Action place(
            WorkspaceModel model, AskPlace places, HBox chips, Layer layer, Notices notices) {
        Runnable open = () -> WorkspaceSheet.open(model, places, layer);
        chips.getChildren().add(WorkspaceChip.of(model, open));
        var standing = new StandingNotice(notices);
        Runnable tell =
                () ->
                        standing.become(
                                WorkspaceWords.of(model.state().get(), model.trouble().get())
                                        .notice(model.state().get())
                                        .map(notice -> withOffer(notice, model, open)));
        model.state().subscribe(_ -> tell.run());
        model.trouble().addListener((_, _, _) -> tell.run());
        model.recovered()
                .addListener(
                        (_, _, now) ->
                                now.ifPresent(
                                        report ->
                                                notices.show(
                                                        Notice.caution(
                                                                        SalvageWords.isComplete(
                                                                                        report)
                                                                                ? "The workspace was recovered; nothing is missing."
                                                                                : "The workspace was recovered, not all of it.",
                                                                        "The damaged file is kept beside it.",
                                                                        "")
                                                                .withOffer(
                                                                        "Show what is missing",
                                                                        open))));
        return Action.of(ID, "Workspace", "Workspace: state, check, back up", open)
                .withIcon(RemixiconAL.DATABASE_2_LINE)
                .withKey("Shortcut+Shift+W");
    }

    private static Notice withOffer(Notice notice, WorkspaceModel model, Runnable open) {
        Optional<Runnable> again =
                switch (model.state().get()) {
                    case WorkspaceState.ReadOnly _, WorkspaceState.Refused _ ->
                            Optional.of(model::open);
                    case WorkspaceState.Opening _,
                            WorkspaceState.Ready _,
                            WorkspaceState.Damaged _,
                            WorkspaceState.Unreadable _,
                            WorkspaceState.Closed _ ->
                            Optional.empty();
                };
        return again.map(run -> notice.withOffer("Try again", run))
                .orElseGet(() -> notice.withOffer("Show the workspace", open));
    }
}
