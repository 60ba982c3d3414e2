// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.overread.app.desktop.reading.PaneState;

/// Something that draws vector shapes over pictures. FX thread.
public interface Marks {

    /// What it draws in a pane that shows this, bottom to top; it decides itself what belongs on the plane. Asked for
    /// each picture: cheap.
    List<Mark> marks(PaneState shown);

    /// Changes whenever there is something else to draw though the pane shows the same.
    ObservableValue<?> changed();
}
