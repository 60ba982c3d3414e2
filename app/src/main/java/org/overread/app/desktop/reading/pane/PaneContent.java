// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.scene.layout.Region;

/// What fills a place of a layout that shows no slice, such as the body in three dimensions. FX thread.
///
/// The area puts the region on the screen where the layout has a place for it and takes it away elsewhere; what is not
/// in a scene draws nothing.
public interface PaneContent {

    /// What a person calls it.
    String title();

    /// Takes the keyboard, has no least size, and wears the style class `pane`.
    Region region();

    /// Whether the screen shows what was asked for last, every pixel of it.
    boolean isSettled();
}
