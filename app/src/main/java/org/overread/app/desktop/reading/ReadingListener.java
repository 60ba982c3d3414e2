// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// Who hears what a hand does to a reading, so that readings beside it can follow. FX thread.
public interface ReadingListener {
    ReadingListener NONE = new ReadingListener() {};

    /// Another volume is shown from now on, whole and in its middle.
    default void begun() {}

    /// The cursor was moved.
    default void pointed() {}

    /// A pane was moved, zoomed, or made thicker.
    default void moved(PaneModel pane) {}

    /// A pane has another size; nobody moved it.
    default void resized(PaneModel pane) {}

    /// Another window or other colours were chosen.
    default void toned() {}

    /// Planes were turned or straightened.
    default void turned() {}
}
