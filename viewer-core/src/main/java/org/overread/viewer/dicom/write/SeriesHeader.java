// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.write;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.overread.viewer.slice.tone.Window;

/// What the files of a series say besides their pixels and geometry.
public record SeriesHeader(Patient patient, Study study, Series series, Image image) {

    /// `name` is written as `Family^Given`; `sex` is M, F, O or empty.
    public record Patient(String name, String id, LocalDate birthDate, String sex) {}

    public record Study(
            DicomUid uid, String id, String accession, String description, LocalDateTime start) {}

    /// `bodyPart` is a defined term such as `CHESTABDOMEN`; `position` one such as `HFS`.
    public record Series(
            DicomUid uid,
            DicomUid frameOfReference,
            int number,
            String description,
            String bodyPart,
            String position) {}

    /// What depends on the modality, and the window that a viewer starts with.
    public sealed interface Image {
        Window window();

        /// `kvp`: peak kilovoltage.
        record Ct(Window window, double kvp, String kernel) implements Image {}

        /// Times in milliseconds.
        record Mr(
                Window window,
                double repetitionTimeMs,
                double echoTimeMs,
                int echoTrainLength,
                double fieldStrengthTesla)
                implements Image {}
    }
}
