// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import org.overread.segmentation.label.Segments;

/// What became of the wish to undo or to redo.
public sealed interface UndoOutcome {

    /// The step was undone, or done again, and this is the state now.
    record Done(EditOrigin step, Segments now) implements UndoOutcome {}

    /// There is no step in that direction.
    record Nothing() implements UndoOutcome {}

    /// The step was moved to the disk and cannot be read back; the state is as it was. `cause` is a clause.
    record Lost(EditOrigin step, String cause) implements UndoOutcome {}
}
