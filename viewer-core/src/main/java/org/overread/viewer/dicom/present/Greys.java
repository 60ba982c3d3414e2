// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.present.PresentationState.Windowed;
import org.overread.viewer.dicom.value.ModalityTable;
import org.overread.viewer.dicom.value.Rescale;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.ToneCurve;

/// From stored numbers to what the eye sees.
///
/// @param table from stored numbers to those that its windows are of, where no straight line does
/// @param rescale the same, where a straight line does
/// @param windows windows and tables for images
/// @param polarity which end is bright, whatever the image says of itself; empty where the state does not say it
/// @param output what the levels of a window, 0…255, go through at the end
public record Greys(
        Optional<ModalityTable> table,
        Rescale rescale,
        List<Windowed> windows,
        Optional<Polarity> polarity,
        Optional<ToneCurve.Table> output) {
    public Greys {
        windows = List.copyOf(windows);
    }
}
