// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.overread.app.desktop.action.Always;
import org.overread.app.desktop.reading.PaneState;

/// What the left button does in panes while the tool is the active one. FX thread.
///
/// A tool hears of the hand in millimetres of the patient, with the plane and the size of a pixel where it matters, and
/// answers with marks in the same space; it knows no pane's nodes. What lasts, such as a finished measurement, is drawn by
/// [Marks] of its own, not by the tool.
public interface PaneTool extends Marks {

    ToolFace face();

    /// The button was pressed; what follows the hand until it is released, empty where the tool has no use for it. A
    /// tool that works by clicks answers with a drag that does nothing.
    Optional<Drag> press(ToolPoint at);

    /// The hand moves and nothing is pressed.
    default void hover(ToolPoint at) {}

    /// The hand left the picture.
    default void leave() {}

    /// The wheel was turned with Alt held, by so many notches away from the hand; whether it was of use. Without Alt the
    /// wheel leafs and zooms, whatever the tool.
    default boolean wheel(ToolPoint at, double notches) {
        return false;
    }

    /// A key was pressed in a pane; whether it was of use. Enter and Esc have methods of their own.
    default boolean key(KeyCode code, Set<Held> held) {
        return false;
    }

    /// Enter: finish what was begun. Whether there was anything.
    default boolean accept() {
        return false;
    }

    /// Esc: give up what was begun. Whether there was anything; if not, the cursor becomes the tool.
    default boolean cancel() {
        return false;
    }

    /// Another tool becomes active, or what is read changes: what was begun is given up.
    default void rest() {
        cancel();
    }

    /// What stands in the strip above the pictures while the tool is active: live numbers, a few choices, or what the next
    /// press does. Never nothing: pictures would jump with every tool that is taken.
    default List<Node> options() {
        var hint = new Label(face().hint());
        hint.getStyleClass().addAll("ov-quiet", "ov-tool-options");
        return List.of(hint);
    }

    /// What is being drawn and is not finished.
    @Override
    default List<Mark> marks(PaneState shown) {
        return List.of();
    }

    @Override
    default ObservableValue<?> changed() {
        return Always.FALSE;
    }
}
