// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.overread.app.desktop.reading.GeometryWords;
import org.overread.viewer.dicom.Study;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;

/// The words that a list says of studies and volumes.
final class StudyText {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private StudyText() {}

    /// What was examined; the patient where the study does not say.
    static String title(Study study) {
        String description = study.description().strip();
        String patient = name(study.patientName());
        if (patient.isEmpty()) {
            return description.isEmpty() ? "Study without a name" : description;
        }
        return description.isEmpty() ? patient : patient + " · " + description;
    }

    /// `Doe^Jane^^Dr` as `Doe, Jane`.
    static String name(String personName) {
        String alphabetic = personName.split("=", -1)[0];
        String[] parts = alphabetic.split("\\^", -1);
        String family = parts[0].strip();
        String given = parts.length > 1 ? parts[1].strip() : "";
        return family.isEmpty() || given.isEmpty() ? family + given : family + ", " + given;
    }

    /// `20260302` as `2 Mar 2026`; as it is where it is no date.
    static String date(String dicom) {
        try {
            return DATE.format(LocalDate.parse(dicom, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) { // old scanners write 2026.03.02 and worse
            return dicom;
        }
    }

    /// The date of the study; empty where none is known.
    static Optional<String> when(OpenableVolume volume) {
        return switch (volume) {
            case DicomVolume dicom ->
                    Optional.of(date(dicom.study().date())).filter(words -> !words.isBlank());
            case FileVolume _ -> Optional.empty();
        };
    }

    /// The last part of a file's folder.
    static String folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        Path last = parent == null ? null : parent.getFileName();
        return last == null ? "Files" : last.toString();
    }

    static Optional<String> caution(OpenableVolume volume) {
        return switch (volume) {
            // nobody expects a single picture, such as a radiograph, to say how the patient lay
            case DicomVolume dicom
                    when dicom.geometry().size().k() == 1 && !dicom.verdict().isCalibrated() ->
                    Optional.empty();
            case DicomVolume dicom -> GeometryWords.brief(dicom.verdict());
            case FileVolume file -> caution(file);
        };
    }

    private static Optional<String> caution(FileVolume file) {
        for (ReadWarning warning : file.image().warnings()) {
            if (warning instanceof ReadWarning.Uncalibrated
                    || warning instanceof ReadWarning.OtherSpace) {
                return Optional.of("sides not stated");
            }
        }
        return file.verdict().isCalibrated()
                ? GeometryWords.brief(file.verdict())
                : Optional.of("no distances");
    }
}
