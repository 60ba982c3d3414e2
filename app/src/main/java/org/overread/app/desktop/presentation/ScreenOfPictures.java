// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.OptionalDouble;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;

/// The screen that pictures are shown on, asked anew each time: a window may move to another. FX thread.
public interface ScreenOfPictures {

    /// Millimetres of a logical pixel, where somebody has measured it.
    OptionalDouble pixelMm();

    /// How many pixels of the device a logical one has on a side.
    double perLogical();

    /// Whether a pane in sight shows a plane of a reading.
    boolean shows(ReadingModel reading, ViewPlane plane);
}
