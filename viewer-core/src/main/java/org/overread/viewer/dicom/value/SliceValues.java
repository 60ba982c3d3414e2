// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.List;
import org.overread.viewer.volume.ValueUnit;

/// How one slice's stored numbers become values, and in which unit those are.
public record SliceValues(Rescale rescale, ValueUnit unit, List<ValueNote> notes) {
    public SliceValues {
        notes = List.copyOf(notes);
    }
}
