// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import org.overread.viewer.dicom.write.DicomUid;
import org.overread.viewer.dicom.write.SeriesHeader;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.slice.tone.Window;

/// What the files of the sample study say: the same patient, one study a day, identifiers that never change.
final class SampleHeaders {
    private static final String SEED = "overread sample study 1 ";
    private static final SeriesHeader.Patient PATIENT =
            new SeriesHeader.Patient(
                    "Sample^Overread", "SAMPLE-0001", LocalDate.of(1961, 5, 17), "O");

    private SampleHeaders() {}

    static SeriesHeader of(SampleSeries series) {
        String day = series.date().toString();
        var study =
                new SeriesHeader.Study(
                        DicomUid.named(SEED + "study " + day),
                        "S" + day.replace("-", ""),
                        "",
                        "Sample study (made by code, no patient)",
                        series.date().atTime(LocalTime.of(9, 30)));
        var about =
                new SeriesHeader.Series(
                        DicomUid.named(SEED + "series " + series.id()),
                        DicomUid.named(SEED + "frame " + series.frame()),
                        number(series),
                        series.title(),
                        bodyPart(series),
                        "HFS");
        return new SeriesHeader(PATIENT, study, about, image(series));
    }

    private static int number(SampleSeries series) {
        return switch (series.modality()) {
            case CT -> 2;
            case MR -> 3;
        };
    }

    private static String bodyPart(SampleSeries series) {
        return switch (series.modality()) {
            case CT -> "CHESTABDOMEN";
            case MR -> "ABDOMEN";
        };
    }

    private static SeriesHeader.Image image(SampleSeries series) {
        return switch (series.modality()) {
            case CT -> new SeriesHeader.Image.Ct(new Window(40, 400), 120, "SOFT");
            case MR -> new SeriesHeader.Image.Mr(new Window(430, 860), 3200, 92, 16, 1.5);
        };
    }
}
