// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import javafx.scene.Node;
import javafx.scene.Parent;

/// Finds who should get the keyboard when a person goes to a part of the window.
final class FirstFocus {
    private FirstFocus() {}

    /// Gives the keyboard to the first node in reading order that takes it; says whether there was one.
    static boolean in(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(FirstFocus::in);
    }
}
