// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.List;
import java.util.OptionalDouble;
import org.overread.viewer.dicom.ValueMeaning.Polarity;

/// What holds for all frames of a file.
record FileHeader(
        DicomFile file,
        long fileBytes,
        Patient patient,
        SeriesReference series,
        SeriesWords words,
        String sopInstanceUid,
        int instanceNumber,
        String acquisitionTime,
        int frameCount,
        Polarity polarity,
        boolean isLocalizer,
        OptionalDouble storedPadding,
        List<ValueMeaning.VoiWindow> windows) {
    FileHeader {
        windows = List.copyOf(windows);
    }

    /// Who and which visit.
    record Patient(String name, String id, String studyDate, String studyDescription) {}

    /// How people call the series.
    record SeriesWords(int number, String description, String bodyPart, String rescaleType) {}
}
