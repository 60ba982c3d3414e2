// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.volume.ValueUnit;

/// The values that the plain rescale gives, and better ones where the file has all that they need. A volume takes the
/// better ones only if all its slices have them.
public record ValueChoice(SliceValues plain, Optional<SliceValues> better) {

    /// Colours are no values; more than 8 bits a channel are worth a note.
    public static ValueChoice ofColours(int bits) {
        List<ValueNote> notes = bits > 8 ? List.of(new ValueNote.ColoursReduced(bits)) : List.of();
        return new ValueChoice(
                new SliceValues(Rescale.IDENTITY, ValueUnit.ARBITRARY, notes), Optional.empty());
    }

    public SliceValues best() {
        return better.orElse(plain);
    }
}
