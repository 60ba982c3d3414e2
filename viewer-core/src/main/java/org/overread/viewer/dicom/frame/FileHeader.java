// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.value.LossyCompression;
import org.overread.viewer.dicom.value.ValueMeaning;
import org.overread.viewer.dicom.value.ValueMeaning.Polarity;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.volume.FrameTiming;

/// What holds for all frames of a file.
public record FileHeader(
        DicomFile file,
        long fileBytes,
        Patient patient,
        SeriesReference series,
        SeriesWords words,
        String sopInstanceUid,
        int instanceNumber,
        String acquisitionTime,
        int frameCount,
        Optional<FrameTiming> timing,
        Polarity polarity,
        boolean isLocalizer,
        OptionalDouble storedPadding,
        List<ValueMeaning.VoiWindow> windows,
        List<Preset> presets,
        Optional<LossyCompression> lossy) {
    public FileHeader {
        windows = List.copyOf(windows);
        presets = List.copyOf(presets);
    }

    /// Who and which visit.
    public record Patient(String name, String id, String studyDate, String studyDescription) {}

    /// How people call the series.
    public record SeriesWords(int number, String description, String bodyPart) {}
}
