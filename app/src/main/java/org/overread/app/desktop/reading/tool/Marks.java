// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.overread.app.desktop.reading.PaneState;
import org.overread.viewer.volume.PatientPoint;

/// Something that draws vector shapes over pictures. FX thread.
public interface Marks {

    /// What it draws in a pane that shows this, bottom to top; it decides itself what belongs on the plane. Asked for
    /// each picture: cheap.
    List<Mark> marks(PaneState shown);

    /// What is worth a tick at the edge of a pane that shows this: one place for each thing, wherever in the stack.
    default List<Spot> spots(PaneState shown) {
        return List.of();
    }

    /// A place in the patient, and the colour of what is there, 0xRRGGBB.
    record Spot(PatientPoint at, int rgb) {}

    /// Changes whenever there is something else to draw though the pane shows the same.
    ObservableValue<?> changed();
}
