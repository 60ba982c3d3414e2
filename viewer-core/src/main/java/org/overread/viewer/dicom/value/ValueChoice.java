// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.Optional;

/// The values that the plain rescale gives, and better ones where the file has all that they need. A volume takes the
/// better ones only if all its slices have them.
public record ValueChoice(SliceValues plain, Optional<SliceValues> better) {

    public SliceValues best() {
        return better.orElse(plain);
    }
}
