// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.List;
import org.overread.viewer.dicom.file.SkippedFile;
import org.overread.viewer.dicom.present.PresentationState;

/// What a scanner calls a series, and the volumes that are in it: one each for every echo, time point, orientation …
///
/// `presentations` say how somebody wanted it to be seen, by label; `leftOut` are its images that could not be read: they are in none of the volumes.
public record Series(
        String uid,
        int number,
        String modality,
        String description,
        String bodyPart,
        List<VolumeSource> volumes,
        List<PresentationState> presentations,
        List<SkippedFile> leftOut) {
    public Series {
        volumes = List.copyOf(volumes);
        presentations = List.copyOf(presentations);
        leftOut = List.copyOf(leftOut);
    }
}
