// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.List;
import java.util.OptionalDouble;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.volume.ValueUnit;

/// What a volume's numbers mean and how the file wants them shown. All numbers are values, after the rescale.
/// `presets` are the windows with their VOI LUT functions, then the VOI look-up tables.
/// `padding` marks samples outside the scanner's field; `notes` say where the numbers come from.
public record ValueMeaning(
        ValueUnit unit,
        Polarity polarity,
        List<VoiWindow> windows,
        List<Preset> presets,
        OptionalDouble padding,
        List<ValueNote> notes) {
    public ValueMeaning {
        notes = List.copyOf(notes);
        windows = List.copyOf(windows);
        presets = List.copyOf(presets);
    }

    /// Which end of the values is white.
    public enum Polarity {
        /// High values are white (MONOCHROME2).
        HIGH_IS_WHITE,
        /// High values are black (MONOCHROME1).
        HIGH_IS_BLACK
    }

    /// A window that the file proposes; `name` is empty where it has none. `width` is positive.
    public record VoiWindow(String name, double center, double width) {}
}
