// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.overread.viewer.dicom.Study;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;

/// Names patient, examination and series in one line.
public final class StudyLine {
    private StudyLine() {}

    public static String of(OpenableVolume volume) {
        return switch (volume) {
            case DicomVolume dicom -> {
                Study study = dicom.study();
                yield joined(
                        StudyText.name(study.patientName()),
                        study.patientId(),
                        StudyText.date(study.date()),
                        study.description(),
                        dicom.title());
            }
            case FileVolume file -> joined(file.title());
        };
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
