// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.Set;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// Where the hand is, as a tool is told.
///
/// `shown` is what the pane showed at that moment; `pixel` is for what follows the screen and not the patient, such as
/// a window that is dragged. `clicks` is 1, or 2 where this is the second of a double click; 0 while nothing is pressed.
public record ToolPoint(
        PaneModel pane, PaneState shown, PanePoint pixel, Set<Held> held, int clicks) {
    public ToolPoint {
        held = Set.copyOf(held);
    }

    /// The point of the patient under the hand, in the plane of the pane; millimetres.
    public PatientPoint at() {
        return shown.toPatient(pixel);
    }

    public SlicePlane plane() {
        return shown.plane();
    }

    /// Millimetres in one logical pixel.
    public double pixelMm() {
        return shown.pixelMm();
    }

    public Volume volume() {
        return shown.volume();
    }

    public boolean holds(Held key) {
        return held.contains(key);
    }

    /// Logical pixels from the hand to where a patient point appears in the pane.
    public double pixelsTo(PatientPoint point) {
        PanePoint there = shown.toPane(point);
        return Math.hypot(there.x() - pixel.x(), there.y() - pixel.y());
    }
}
