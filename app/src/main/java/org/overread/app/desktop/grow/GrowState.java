// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.List;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.ToolNote;
import org.overread.segmentation.tool.ToolNumber;

/// How a tool in the window stands.
public sealed interface GrowState {

    /// Nothing was asked.
    record Waiting() implements GrowState {}

    /// The first answer is on its way; nothing is shown yet.
    record Working() implements GrowState {}

    /// Shown, and not yet part of a segment. `others` are what the tool found beside the wanted region, such as what
    /// lies behind a leak; `slices` are those of the grid that the region touches.
    record Found(
            Mask mask,
            List<Mask> others,
            double millilitres,
            int slices,
            List<ToolNumber> numbers,
            List<ToolNote> notes)
            implements GrowState {
        public Found {
            others = List.copyOf(others);
            numbers = List.copyOf(numbers);
            notes = List.copyOf(notes);
        }
    }

    /// It does not work like this; a sentence.
    record Unable(String sentence) implements GrowState {}
}
