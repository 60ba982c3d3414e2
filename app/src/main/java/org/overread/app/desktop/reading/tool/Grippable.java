// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.Optional;
import javafx.scene.Cursor;

/// Something on a picture that can be taken in the hand whatever tool is active: a handle of a measurement, the line of
/// another plane. FX thread.
public interface Grippable {

    /// The drag that begins here; empty where there is nothing of it under the hand.
    Optional<Drag> grip(ToolPoint at);

    /// How the pointer looks where something can be gripped; empty elsewhere. Asked for each movement: cheap.
    Optional<Cursor> cursor(ToolPoint at);
}
