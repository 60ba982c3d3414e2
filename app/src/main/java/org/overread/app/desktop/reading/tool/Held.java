// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

/// Keys that are held down while the hand moves. Shift is not among them: with it the hand changes the slab, whatever
/// the tool.
public enum Held {
    /// Ctrl, on a Mac the command key.
    SHORTCUT,
    ALT
}
