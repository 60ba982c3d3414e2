// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// What can have a place in a layout.
public sealed interface Place {

    /// A pane that shows slices.
    record Slices(PaneModel pane) implements Place {}

    /// The body in three dimensions.
    record Solid() implements Place {}
}
