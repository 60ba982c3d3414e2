// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.reading.PictureKind;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.volume.FrameTiming;

/// What a volume's source says beside its values. Any thread finds it out, so that the FX thread need not.
record SourceFacts(
        OpenableVolume source,
        Polarity polarity,
        List<Preset> presets,
        Optional<String> caption,
        Optional<FrameTiming> timing,
        PixelMeasure pixelMeasure) {

    static SourceFacts of(OpenableVolume source) {
        return switch (source) {
            case DicomVolume dicom ->
                    new SourceFacts(
                            source,
                            UsualPolarity.of(dicom.modality(), dicom.source().meaning().polarity()),
                            dicom.source().meaning().presets(),
                            StudyText.when(source),
                            source.timing(),
                            dicom.source().pixelMeasure());
            case FileVolume file ->
                    new SourceFacts(
                            source,
                            Polarity.NORMAL,
                            List.of(),
                            StudyText.when(source),
                            source.timing(),
                            file.verdict().isCalibrated()
                                    ? PixelMeasure.PATIENT
                                    : PixelMeasure.NONE);
        };
    }

    /// FX thread.
    void tell(PictureKind kind) {
        kind.caption().set(caption);
        kind.origin().set(Optional.of(source));
        kind.timing().set(timing);
        kind.pixelMeasure().set(pixelMeasure);
    }
}
