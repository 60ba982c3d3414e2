// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.shell.ShellModel.RightTab;

/// How the tabs of the right panel look while they have nothing to show.
final class RightTabs {
    private RightTabs() {}

    static Ikon icon(RightTab tab) {
        return switch (tab) {
            case SEGMENTS -> RemixiconMZ.SHAPE_LINE;
            case FINDINGS -> RemixiconMZ.MAP_PIN_LINE;
            case HISTORY -> RemixiconAL.HISTORY_LINE;
            case VERSIONS -> RemixiconAL.GIT_BRANCH_LINE;
        };
    }

    /// `next` is what a person can do now.
    static Node emptyState(RightTab tab, String next) {
        return switch (tab) {
            case SEGMENTS ->
                    new EmptyState(
                            icon(tab),
                            "No segments",
                            "Each labelled object stands here with its colour, volume and confidence."
                                    + next);
            case FINDINGS ->
                    new EmptyState(
                            icon(tab),
                            "No findings",
                            "Landmarks, boxes and measurements stand here." + next);
            case VERSIONS ->
                    new EmptyState(
                            icon(tab),
                            "No versions",
                            "Every version that was saved stands here for ever." + next);
            case HISTORY ->
                    new EmptyState(
                            icon(tab),
                            "Nothing done yet",
                            "Every change stands here in words, and a click goes back to it."
                                    + next);
        };
    }
}
