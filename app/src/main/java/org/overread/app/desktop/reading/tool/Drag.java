// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

/// What follows the hand from the press of the button to its release. FX thread.
///
/// Exactly one of [#end(ToolPoint)] and [#cancel()] is called last.
public interface Drag {
    void to(ToolPoint at);

    /// The button was released; called where the last [#to(ToolPoint)] was.
    default void end(ToolPoint at) {}

    /// Esc was pressed, or the picture was taken away: all is to be as before the press.
    void cancel();
}
