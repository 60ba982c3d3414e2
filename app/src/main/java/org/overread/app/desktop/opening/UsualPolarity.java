// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import org.overread.viewer.dicom.value.ValueMeaning;
import org.overread.viewer.slice.tone.Polarity;

/// Which end of the values is bright: as the file says, and for activity dark on white, as it is read everywhere.
final class UsualPolarity {
    private static final String POSITRON_EMISSION = "PT";

    private UsualPolarity() {}

    static Polarity of(String modality, ValueMeaning.Polarity file) {
        boolean inverted =
                file == ValueMeaning.Polarity.HIGH_IS_BLACK || modality.equals(POSITRON_EMISSION);
        return inverted ? Polarity.INVERTED : Polarity.NORMAL;
    }
}
