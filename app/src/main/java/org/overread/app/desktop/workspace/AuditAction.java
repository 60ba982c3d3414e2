// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;

/// The way to the audit trail.
public final class AuditAction {
    public static final String ID = "workspace.audit";

    private AuditAction() {}

    public static Action of(WorkspaceModel model, AskPlace places, Layer layer) {
        return Action.of(
                        ID,
                        "Workspace",
                        "Audit trail: who did what when",
                        () -> AuditSheet.open(model, places, layer))
                .withIcon(RemixiconAL.FILE_LIST_3_LINE)
                .withKey("Shortcut+Shift+A")
                .enabledWhen(
                        Bindings.createBooleanBinding(
                                () -> model.state().get().toRead().isPresent(), model.state()));
    }
}
